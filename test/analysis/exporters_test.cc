#include <gtest/gtest.h>

#include "analysis/exporters/dot.h"
#include "analysis/exporters/dot_style.h"
#include "analysis/exporters/json.h"
#include "analysis/exporters/json_values.h"
#include "test/analysis/random_graph.h"
#include "test/support/graph_text.h"

namespace lineage::analysis {
namespace {

using test::everything;
using test::graph_of;

TEST(DotTest, DrawsYearsInOrderAndArrowsTowardsTheCitedText) {
  const LineageGraph graph = graph_of(
      "78/16 recalls 53/70 on 1998-12-04; 78/16 held 2023-12-04; 78/16 adopted_on_report A/78/404");
  const std::string dot = to_dot(graph, everything(graph), {.title = "78/16", .legend = false});
  EXPECT_EQ(dot, R"dot(digraph lineage {
  graph [rankdir=TB, newrank=true, nodesep=0.2, ranksep=0.3, fontname="Helvetica",
         fontsize=16, labelloc=t, label=<<b>78/16</b>>];
  node [fontname="Helvetica", fontsize=12, margin="0.08,0.05"];
  edge [fontname="Helvetica", fontsize=10, arrowsize=0.7];
  "year 1998" [label="1998", shape=plaintext, fontsize=16, group=years];
  "year 2023" [label="2023", shape=plaintext, fontsize=16, group=years];
  "year 1998" -> "year 2023" [style=invis, weight=100];
  { rank=same; "year 1998"; "A_RES_53_70" }
  { rank=same; "year 2023"; "A_78_404"; "A_RES_78_16" }
  "A_RES_53_70" [label=<<b><font point-size="14">53/70</font></b><br/>1998-12-04>, shape=box, penwidth=1, style=dashed, URL="https://docs.un.org/en/A/RES/53/70"];
  "A_78_404" [label=<<b><font point-size="14">A/78/404</font></b>>, shape=note, penwidth=1, style=dashed, URL="https://docs.un.org/en/A/78/404"];
  "A_RES_78_16" [label=<<b><font point-size="14">78/16</font></b><br/>2023-12-04>, shape=box, penwidth=2.4, URL="https://docs.un.org/en/A/RES/78/16"];
  "A_RES_53_70" -> "A_RES_78_16" [dir=back, style=solid, tooltip="recalls"];
  "A_78_404" -> "A_RES_78_16" [dir=back, style=dotted, penwidth=1.6, tooltip="adopted_on_report"];
}
)dot");
}

TEST(DotTest, DrawsOneArrowForAPairInTheStyleOfItsStrongestRelation) {
  const LineageGraph graph =
      graph_of("78/16 recalls 77/37; 78/16 pursuant_to 77/37; 78/16 welcomes 77/37");
  const std::string dot = to_dot(graph, everything(graph), {.title = "", .legend = true});
  const std::string arrow = "\"A_RES_77_37\" -> \"A_RES_78_16\"";
  EXPECT_EQ(dot.find(arrow), dot.rfind(arrow)) << dot;
  EXPECT_NE(dot.find(arrow + " [dir=back, style=bold, penwidth=2.2, tooltip="), std::string::npos)
      << dot;
  EXPECT_NE(dot.find("acts under, extends, requests</font>"), std::string::npos) << dot;
  EXPECT_EQ(dot.find("recalls, reaffirms"), std::string::npos) << "a line that is not drawn";
}

TEST(DotTest, NamesTheCharter) {
  GraphBuilder builder;
  builder.add_work(WorkFacts(Symbol::named("treaty", "un-charter")), Holding::Catalogued);
  const LineageGraph graph = std::move(builder).freeze();
  const std::string dot = to_dot(graph, everything(graph));
  EXPECT_NE(dot.find(">UN Charter<"), std::string::npos) << dot;
  EXPECT_NE(dot.find("treaty: octagon"), std::string::npos) << dot;
}

TEST(DotTest, EscapesWhatDocumentsSay) {
  GraphBuilder builder;
  WorkFacts facts(Symbol::named("test", "a"));
  facts.title = Sourced<std::string>{"<b> & \"\\N\"\n\xFF", {}};
  builder.add_work(facts, Holding::Held);
  const LineageGraph graph = std::move(builder).freeze();
  const std::string dot = to_dot(graph, everything(graph), {.title = "\"\\N\"", .legend = false});
  EXPECT_NE(dot.find("<br/>&lt;b&gt; &amp; &quot;\\N&quot; \xEF\xBF\xBD>"), std::string::npos)
      << dot;
  EXPECT_NE(dot.find("label=<<b>&quot;\\N&quot;</b>>"), std::string::npos) << dot;
}

TEST(DotTest, ShapesOfTheUsualKindsDiffer) {
  std::set<std::string_view> shapes;
  for (const NodeShape& row : kNodeShapes) {
    EXPECT_EQ(shape_of(row.kind), row.shape);
    shapes.insert(row.shape);
  }
  EXPECT_EQ(shapes.size(), kNodeShapes.size());
}

TEST(DotTest, StylesStandInTheOrderOfTheirGroups) {
  for (std::size_t i = 0; i < kLineStyles.size(); ++i) {
    EXPECT_EQ(static_cast<std::size_t>(kLineStyles[i].group), i);
  }
  for (const RelationRow& relation : relation_table()) {
    const bool institutional = relation.edge_class == EdgeClass::Institutional;
    EXPECT_EQ(group_of(relation.relation) == RelationGroup::Institutional, institutional)
        << relation.name;
  }
}

TEST(JsonTest, CarriesAVersionedEnvelopeAndEveryPassage) {
  const LineageGraph graph = graph_of("78/16 recalls 53/70 on 1998-12-04; 78/16 held 2023-12-04");
  const Json value = Json::parse(to_json(graph, everything(graph), 3));
  EXPECT_EQ(value["lineage"], (Json{{"format", "graph"}, {"version", 1}}));
  EXPECT_EQ(value["hidden_edges"], 3);
  ASSERT_EQ(value["works"].size(), 2U);
  EXPECT_EQ(value["works"][1]["symbol"], "A/RES/78/16");
  EXPECT_EQ(value["works"][1]["holding"], "held");
  EXPECT_EQ(value["works"][0]["citation_list"], "unknown");
  ASSERT_EQ(value["edges"].size(), 1U);
  EXPECT_EQ(value["edges"][0]["relation"], "recalls");
  EXPECT_EQ(value["edges"][0]["passages"][0]["date"], "1998-12-04");
}

TEST(JsonTest, ReplacesBytesThatAreNotUtf8) {
  GraphBuilder builder;
  WorkFacts facts(Symbol::named("test", "a"));
  facts.title = Sourced<std::string>{"\xFFtitle", {}};
  builder.add_work(facts, Holding::Held);
  const LineageGraph graph = std::move(builder).freeze();
  EXPECT_NE(to_json(graph, everything(graph)).find("\xEF\xBF\xBDtitle"), std::string::npos);
}

}  // namespace
}  // namespace lineage::analysis
