// The exports for other programs.
#include <gtest/gtest.h>

#include "analysis/exporters/graph_xml.h"
#include "analysis/exporters/references.h"
#include "test/analysis/random_graph.h"
#include "test/support/graph_text.h"

namespace lineage::analysis {
namespace {

LineageGraph small_graph() {
  GraphBuilder builder;
  WorkFacts facts(*Symbol::parse("43/78 H"));
  facts.title = Sourced<std::string>{"Rights & \"duties\" <of> 100%", {}};
  facts.date = Sourced<Date>{*Date::of(1988, 12, 7), {}};
  builder.add_work(facts, Holding::Catalogued);
  test::add_statements(builder, "78/16 recalls 43/78H");
  return std::move(builder).freeze();
}

TEST(GraphXmlTest, GraphMlNamesEveryFieldAndEscapesWhatTitlesSay) {
  const LineageGraph graph = small_graph();
  const std::string xml = to_graphml(graph, test::everything(graph));
  EXPECT_NE(
      xml.find("<key id=\"passages\" for=\"edge\" attr.name=\"passages\" attr.type=\"int\"/>"),
      std::string::npos);
  EXPECT_NE(xml.find("<node id=\"A/RES/43/78[H]\"><data key=\"short\">43/78 H</data>"),
            std::string::npos)
      << xml;
  EXPECT_NE(xml.find("Rights &amp; &quot;duties&quot; &lt;of&gt; 100%"), std::string::npos);
  EXPECT_NE(xml.find("<edge source=\"A/RES/78/16\" target=\"A/RES/43/78[H]\">"
                     "<data key=\"relation\">recalls</data><data key=\"class\">citation</data>"
                     "<data key=\"passages\">1</data>"),
            std::string::npos)
      << xml;
  EXPECT_EQ(xml, to_graphml(graph, test::everything(graph)));
}

TEST(GraphXmlTest, GexfHasNodesAndEdgesWithAttributes) {
  const LineageGraph graph = small_graph();
  const std::string xml = to_gexf(graph, test::everything(graph));
  EXPECT_NE(xml.find("<node id=\"A/RES/78/16\" label=\"78/16\">"), std::string::npos) << xml;
  EXPECT_NE(xml.find("<edge id=\"0\" source=\"A/RES/78/16\" target=\"A/RES/43/78[H]\" "
                     "label=\"recalls\">"),
            std::string::npos)
      << xml;
  EXPECT_NE(xml.find("<attvalue for=\"date\" value=\"1988-12-07\"/>"), std::string::npos) << xml;
}

TEST(ReferencesTest, BibTexEscapesAndLeavesOutWhatIsNotKnown) {
  const LineageGraph graph = small_graph();
  const std::string both =
      to_bibtex(graph, std::vector{test::work_in(graph, "43/78H"), test::work_in(graph, "78/16")});
  EXPECT_EQ(
      both.find("@techreport{A-RES-43-78-H,\n  author = {{United Nations, General Assembly}}"), 0U)
      << both;
  EXPECT_NE(both.find("title = {{Rights \\& \"duties\" <of> 100\\%}}"), std::string::npos) << both;
  EXPECT_NE(both.find("year = {1988},\n  date = {1988-12-07}"), std::string::npos) << both;
  EXPECT_EQ(both.find("year"), both.rfind("year")) << "78/16 has no date here";
}

TEST(ReferencesTest, RisHasOneRecordAWork) {
  const LineageGraph graph = small_graph();
  EXPECT_EQ(to_ris(graph, std::vector{test::work_in(graph, "43/78H")}),
            "TY  - RPRT\nID  - A-RES-43-78-H\nAU  - United Nations, General Assembly\n"
            "TI  - Rights & \"duties\" <of> 100%\nM3  - resolution\nSN  - A/RES/43/78[H]\n"
            "PB  - United Nations\nPY  - 1988\nDA  - 1988/12/07\n"
            "UR  - https://docs.un.org/en/A/RES/43/78\nER  - \n\n");
}

}  // namespace
}  // namespace lineage::analysis
