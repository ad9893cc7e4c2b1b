#include "apps/answers/teacher.h"

#include <gtest/gtest.h>

#include "graph/graph_builder.h"
#include "test/support/graph_text.h"

namespace lineage::cli {
namespace {

using test::symbol_of;

Citation citation(std::string_view citing,
                  std::string_view place,
                  std::string_view quote,
                  std::string_view sentence) {
  Citation citation;
  citation.mention.document = symbol_of(citing);
  citation.mention.target = symbol_of("A/RES/70/1");
  citation.mention.relation = Relation::Reaffirms;
  citation.mention.file = "text.txt";
  citation.mention.place = place;
  citation.mention.clause = place;
  citation.mention.quote = quote;
  citation.mention.end = quote.size();
  citation.sentence = sentence;
  return citation;
}

const Edge& only_edge(const LineageGraph& graph, std::string_view citing) {
  const auto edges = graph.cites(*graph.find(symbol_of(citing)));
  EXPECT_EQ(edges.size(), 1U);
  return graph.edge(edges[0]);
}

TEST(TeacherTest, SaysWhichNoteTaughtTheNameAndWhatItSays) {
  GraphBuilder builder;
  builder.add_citation(citation("A/RES/78/151", "op20", "2030 Agenda", "the 2030 Agenda"));
  builder.add_citation(citation("A/RES/77/1", "fn1", "70/1", "See resolution 70/1."));
  const LineageGraph graph = std::move(builder).freeze();
  const Edge& edge = only_edge(graph, "A/RES/78/151");
  const auto id = graph.cites(*graph.find(symbol_of("A/RES/78/151")))[0];
  const auto teacher = teacher_of(graph, edge, graph.passages(id)[0]);
  ASSERT_TRUE(teacher);
  EXPECT_EQ(teacher->text, "A/RES/77/1");
  EXPECT_EQ(teacher->clause, "pp3");
  EXPECT_EQ(teacher->note, "fn1");
  EXPECT_EQ(teacher->sentence, "See resolution 70/1.");
  EXPECT_EQ(teacher_line(*teacher),
            "cited by its name, which fn1 to pp3 of 77/1 teaches "
            "(corpus/gazetteer.tsv, line " +
                std::to_string(teacher->line) + ")");
}

TEST(TeacherTest, ANumberNeedsNoTeacher) {
  GraphBuilder builder;
  builder.add_citation(citation("A/RES/77/1", "fn1", "70/1", "See resolution 70/1."));
  const LineageGraph graph = std::move(builder).freeze();
  const auto id = graph.cites(*graph.find(symbol_of("A/RES/77/1")))[0];
  EXPECT_FALSE(teacher_of(graph, graph.edge(id), graph.passages(id)[0]));
}

TEST(TeacherTest, TheTeachingTextNeedNotBeHeld) {
  GraphBuilder builder;
  builder.add_citation(citation("A/RES/78/151", "op20", "2030 Agenda", "the 2030 Agenda"));
  const LineageGraph graph = std::move(builder).freeze();
  const auto id = graph.cites(*graph.find(symbol_of("A/RES/78/151")))[0];
  const auto teacher = teacher_of(graph, graph.edge(id), graph.passages(id)[0]);
  ASSERT_TRUE(teacher);
  EXPECT_EQ(teacher->sentence, "");
  EXPECT_TRUE(teacher_value(*teacher)["sentence"].is_null());
}

}  // namespace
}  // namespace lineage::cli
