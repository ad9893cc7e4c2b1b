#include "analysis/query/optimize.h"

#include <gtest/gtest.h>

#include "test/analysis/query/random_query.h"
#include "test/support/graph_text.h"

namespace lineage::query {
namespace {

TEST(OptimizeTest, GivesBackTheSamePointerWhereNothingChanges) {
  const LineageGraph graph = test::graph_of("78/16 recalls 77/37; 77/37 recalls 76/19");
  for (const char* text : {"78/16", "::78/16 & kind(resolution)", "heads(::78/16 ~ 77/37)",
                           "not all()", "references(78/16, 2)", "all() ~ 78/16"}) {
    const Shared expression = asked(graph, text).expression;
    const Optimized optimized = optimize(expression);
    EXPECT_EQ(optimized.expression, expression) << text;
    EXPECT_TRUE(optimized.changes.empty()) << text;
  }
}

// The tree as its parts, indented: what the passes leave of a query.
std::string tree_of(const LineageGraph& graph, const std::string& text) {
  const Shared expression = optimize(asked(graph, text).expression).expression;
  std::string shown;
  for (const Part& part : explained(*expression, evaluate(*expression, graph))) {
    shown += std::string(part.depth, ' ') + described(*part.node, graph) +
             (part.again ? " again" : "") + ";";
  }
  return shown;
}

TEST(OptimizeTest, EachPassDoesWhatItsRuleSays) {
  const LineageGraph graph = test::graph_of("78/16 recalls 77/37; 77/37 recalls 76/19");
  const std::vector<std::pair<const char*, const char*>> cases{
      {"let a = ::78/16 in a", "ancestors; 78/16;"},
      {"(78/16 | 77/37) | 76/19", "|; 78/16; 77/37; 76/19;"},
      {"78/16 & (77/37 ~ 76/19)", "& &~; 78/16; 77/37; 76/19;"},
      {"78/16 & not 77/37", "& ~; 78/16; 77/37;"},
      {"not not 78/16", "78/16;"},
      {"78/16 & all() ~ none()", "78/16;"},
      {"78/16 & none()", "none();"},
      {"78/16 | all()", "all();"},
      {"78/16 ~ 78/16", "none();"},
      {"78/16 & 77/37 & 78/16", "& &; 78/16; 77/37;"},
      {"::78/16 | ::77/37", "ancestors; |;  78/16;  77/37;"},
      {"ancestors(::78/16)", "ancestors; 78/16;"},
      {"ancestors(::78/16, 1)", "ancestors, at most 1; ancestors;  78/16;"},
      {"heads(heads(all()))", "heads; all();"},
      {"common(::78/16 ~ 76/19, ::78/16 ~ 76/19)", "ancestors; & ~;  ancestors;   78/16;  76/19;"},
  };
  for (const auto& [text, tree] : cases) {
    const std::string query = std::string(text).starts_with("not not") ? "not (not 78/16)" : text;
    EXPECT_EQ(tree_of(graph, query), tree) << text;
  }
}

// A name doubles the one before it: written out, the query has 2^60 parts.
TEST(OptimizeTest, NamesWithinNamesAreEvaluatedOnce) {
  const LineageGraph graph = test::graph_of("78/16 recalls 77/37; 77/37 recalls 76/19");
  std::string text = "let a = ::78/16 in ";
  std::string name = "a";
  for (int i = 0; i < 60; ++i) {
    text += "let " + name + "b = " + name + " | cited_by(" + name + ") in ";
    name += "b";
  }
  EXPECT_EQ(works_of(graph, text + name).count(), 3U);
}

}  // namespace
}  // namespace lineage::query
