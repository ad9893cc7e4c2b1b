#include "analysis/query/evaluate.h"

#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "analysis/query/functions.h"
#include "analysis/query/parser.h"
#include "analysis/query/scores.h"
#include "test/support/graph_text.h"

namespace lineage::query {
namespace {

constexpr const char* kLineage =
    "78/16 held 2023-12-04; 77/37 held 2022-12-07; 76/19 dated 2021-12-06;"
    "78/16 recalls 77/37; 78/16 takes_note A/77/275; 77/37 recalls 76/19; 77/37 recalls 53/70;"
    "76/19 reaffirms 53/70; 78/16 fed_into 76/19";

struct Found {
  Evaluated result;
  Shared expression;
};

tl::expected<Found, QueryError> found(const LineageGraph& graph, const std::string& text) {
  const Parsed<Query> query = parse(text);
  if (!query) {
    return tl::unexpected(query.error());
  }
  const Parsed<Expression> expression = resolve(*query, graph);
  if (!expression) {
    return tl::unexpected(expression.error());
  }
  auto shared = std::make_shared<const Expression>(*expression);
  return Found{evaluate(*shared, graph), shared};
}

std::string names(const LineageGraph& graph, const WorkSet& works) {
  std::string text;
  for (const WorkId id : works.ids()) {
    text += (text.empty() ? "" : " ") + test::name_of(graph.work(id));
  }
  return text;
}

std::string answer(const LineageGraph& graph, const std::string& text) {
  const auto result = found(graph, text);
  return result ? names(graph, result->result.works) : "error: " + result.error().message;
}

TEST(EvaluateTest, FiltersSelectByFacts) {
  const LineageGraph graph = test::graph_of(kLineage);
  EXPECT_EQ(answer(graph, "kind(report)"), answer(graph, "all() ~ kind(resolution)"));
  EXPECT_EQ(answer(graph, "status(held)"), "77/37 78/16");
  EXPECT_EQ(answer(graph, "status(catalogued | held) & year(..2022)"), "76/19 77/37");
  EXPECT_EQ(answer(graph, "session(77..78) & kind(resolution) & organ(GA)"), "77/37 78/16");
  EXPECT_EQ(answer(graph, "date(after:2022-12-07)"), "78/16");
  EXPECT_EQ(answer(graph, "date(2022-12..)"), "77/37 78/16");
  EXPECT_EQ(answer(graph, "date(2021-12-06)"), "76/19");
  EXPECT_EQ(answer(graph, "list(known)"), "77/37 78/16");
  EXPECT_EQ(answer(graph, "first(list(known))"), "77/37");
  EXPECT_EQ(answer(graph, "top(all(), indegree)"), "53/70");
}

TEST(EvaluateTest, OverChoosesTheEdgesThatAreFollowed) {
  const LineageGraph graph = test::graph_of(kLineage);
  EXPECT_EQ(answer(graph, "::78/16 & kind(resolution)"), "53/70 76/19 77/37 78/16");
  EXPECT_EQ(answer(graph, "over(recalls, 53/70::78/16)"), "53/70 77/37 78/16");
  EXPECT_EQ(answer(graph, "over(institutional, ::78/16)"), "76/19 78/16");
  EXPECT_EQ(answer(graph, "references(78/16, takes_note)"), "A/77/275");
  EXPECT_EQ(answer(graph, "references(78/16, 2) & kind(resolution)"), "53/70 76/19 77/37");
}

TEST(EvaluateTest, NamesTheListsThatItHangsOn) {
  const LineageGraph graph = test::graph_of(kLineage);
  const auto open = [&](const std::string& text) {
    const auto result = found(graph, text);
    return result ? names(graph, result->result.open_lists) : result.error().message;
  };
  EXPECT_EQ(open("references(78/16)"), "");
  EXPECT_EQ(open("ancestors(78/16, depth=1)"), "");
  EXPECT_EQ(open("references(76/19)"), "76/19");
  EXPECT_EQ(open("::77/37"), "53/70 76/19");
  EXPECT_EQ(open("shortest(77/37, 78/16)"), "");
  // 53/70 and 76/19 are older than 77/37 and cannot cite it.
  EXPECT_EQ(open("cited_by(77/37) & kind(resolution)"), "A/77/275");
  EXPECT_EQ(open("kind(report)"), "");
}

TEST(EvaluateTest, SaysWhatIsWrongWithNamesAndArguments) {
  const LineageGraph graph = test::graph_of(kLineage);
  const std::vector<std::pair<std::string, std::string>> cases{
      {"citd_by(78/16)", "no function 'citd_by'; did you mean 'cited_by'?"},
      {"references()", "'references' is written references(x, types, depth); here it has 0 argum"},
      {"references(78/16, recals)", "no relation 'recals'; did you mean 'recalls'?"},
      {"references(78/16, deph=2)", "has no setting 'deph'; did you mean 'depth'?"},
      {"references(78/16, 0)", "a depth of 0 goes nowhere"},
      {"over(78/16, all())", "expected relations here"},
      {"resolution", "'resolution' alone is no set of texts"},
      {"all", "a function has brackets: 'all()'"},
      {"2015", "is no set of texts; a symbol is written"},
      {"78/16..", "'..' between texts needs one on both sides"},
      {"78/17", "the store has no 'A/RES/78/17'; did you mean '78/16'?"},
      {"kind(thing)", "joined by '|', here"},
      {"year(soon)", "expected a date here"},
      {"date(2015-02-30)", "expected a date here"},
      {"year(2021..2015)", "the span ends before it begins"},
      {"session(x)", "expected a whole number"},
      {"title(x)", "expected words in quotes"},
      {"top(all(), pagernk)", "no score 'pagernk'"},
      {"first(all(), -1)", "expected a whole number"},
  };
  for (const auto& [text, message] : cases) {
    EXPECT_NE(answer(graph, text).find(message), std::string::npos)
        << text << ": " << answer(graph, text);
  }
}

TEST(ExplainTest, CountsThePartsAndNamesTheOneThatIsEmpty) {
  const LineageGraph graph = test::graph_of(kLineage);
  const std::string text = "::77/37 & kind(report)";
  const auto result = found(graph, text);
  ASSERT_TRUE(result);
  std::string shown;
  for (const Part& part : explained(*result->expression, result->result)) {
    shown += std::string(part.depth, ' ') + std::to_string(part.count) + " " +
             text.substr(part.span.begin, part.span.end - part.span.begin) + "\n";
  }
  EXPECT_EQ(shown, "0 ::77/37 & kind(report)\n 3 ::77/37\n  1 77/37\n 1 kind(report)\n");
  EXPECT_EQ(why_empty(*result->expression, result->result, text),
            "'::77/37 & kind(report)' is empty: '::77/37' has 3, 'kind(report)' has 1, and no text "
            "is in all of them");
}

TEST(FunctionsTest, TheReferenceHasEveryFunctionAndScore) {
  std::ifstream file(std::string(LINEAGE_SOURCE_DIR) + "/docs/query-language.md");
  std::ostringstream text;
  text << file.rdbuf();
  for (const Function& function : functions()) {
    EXPECT_NE(text.str().find("`" + std::string(function.name) + "("), std::string::npos)
        << function.name;
  }
  for (const std::string_view score : score_names()) {
    EXPECT_NE(text.str().find("`" + std::string(score) + "`"), std::string::npos) << score;
  }
}

TEST(FunctionsTest, EveryRowIsWrittenAsItsNameAndResolves) {
  for (const Function& function : functions()) {
    EXPECT_TRUE(function.signature.starts_with(std::string(function.name) + "("));
    EXPECT_LE(function.least, function.most);
    EXPECT_NE(function.resolve, nullptr);
  }
}

}  // namespace
}  // namespace lineage::query
