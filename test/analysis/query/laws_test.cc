// The meaning of every operator against a slow, obvious evaluator over a matrix of hops, and the
// laws of docs/query-language.md, on random graphs with circles and several relations of a pair.
#include <algorithm>
#include <random>

#include <gtest/gtest.h>

#include "analysis/query/evaluate.h"
#include "analysis/query/optimize.h"
#include "analysis/query/parser.h"
#include "test/analysis/query/random_query.h"
#include "test/analysis/random_graph.h"
#include "test/support/graph_text.h"

namespace lineage::query {
namespace {

// Laws 1 and 9: what is written, what the passes make of it and what the slow evaluator reads from
// the tree are one set, and a tree prints to a text that parses to it.
TEST(QueryLawsTest, RandomQueriesMeanWhatTheSlowEvaluatorSays) {
  std::size_t changed = 0;
  for (std::uint32_t seed = 0; seed < 6000; ++seed) {
    const LineageGraph graph = test::random_graph(seed, 2 + seed % 11, 2 + seed % 37);
    const std::string text = RandomQuery(graph, seed).set(1 + static_cast<int>(seed % 4));
    const Asked query = asked(graph, text);
    const Optimized optimized = optimize(query.expression);
    changed += optimized.changes.empty() ? 0 : 1;
    const Set naive = NaiveEvaluator(graph).works(query.tree);
    ASSERT_EQ(as_set(evaluate(*query.expression, graph).works), naive)
        << "seed " << seed << ": " << text;
    ASSERT_EQ(as_set(evaluate(*optimized.expression, graph).works), naive)
        << "optimized, seed " << seed << ": " << text;
    const std::string again = printed(query.tree);
    const Parsed<Query> reparsed = parse(again);
    ASSERT_TRUE(reparsed) << again;
    ASSERT_EQ(reparsed->expression, query.tree) << again;
  }
  EXPECT_GT(changed, 1000U);
}

// The passes know of no function that an analysis answers but that it may hang on what an over(...)
// and an asof(...) around it let through.
TEST(QueryLawsTest, PassesLeaveWhatAnalysesAnswerAsItIs) {
  for (std::uint32_t seed = 0; seed < 3000; ++seed) {
    const LineageGraph graph = test::random_graph(seed, 2 + seed % 11, 2 + seed % 37);
    RandomQuery queries(graph, seed);
    const std::string x = queries.set(1);
    const std::string y = queries.set(1);
    const std::string call = std::vector<std::string>{
        "cocited(" + x + ")",  "coupled(" + x + ")", "mainpath(" + x + ", " + y + ")",
        "mainpath(" + x + ")", "fresh(" + x + ")",   "series(" + x + ")"}[seed % 6];
    const std::string text = "over(recalls, " + call + ") | asof(1965, " + call +
                             ") ~ over(amends, " + call + ") | (" + queries.set(2) + " & " + call +
                             ")";
    const Asked query = asked(graph, text);
    ASSERT_EQ(evaluate(*optimize(query.expression).expression, graph).works,
              evaluate(*query.expression, graph).works)
        << "seed " << seed << ": " << text;
  }
}

// Equal texts in which A, B and C stand for three works of the graph.
struct Law {
  const char* left;
  const char* right;
};

TEST(QueryLawsTest, EqualTextsHaveEqualSets) {
  const std::vector<Law> laws{
      {"(A|B)::", "A:: | B::"},
      {"(A|B)..C", "A..C & B..C"},
      {"A::B", "A:: & ::B"},
      {"A..B", "::B ~ ::A"},
      {"allpaths(A, B)", "A::B"},
      {"not (A | B)", "not A & not B"},
      {"A:: ~ B::", "A:: & not B::"},
      {"::A", "ancestors(A)"},
      {"::A", "A | references(A, depth=1000)"},
      {"forkpoint(A, B)", "heads(::A & ::B)"},
      {"mergepoint(A, B)", "roots(A:: & B::)"},
      {"over(citation, ::A)", "::A"},
      {"over(recalls, over(amends, ::A))", "A"},
      {"over(recalls, references(A))", "references(A, recalls)"},
      {"first(::A, 0)", "none()"},
      {"proper(::A)", "::A ~ A"},
      {"only(A, B)", "::A ~ ::B"},
      {"asof(forever, A::)", "A::"},
      {"asof(1960, asof(1970, A::))", "asof(1960, A::)"},
      {"let x = ::A in x & x:: | B", "::A & (::A):: | B"},
      {"let x = A in over(recalls, ::x)", "over(recalls, ::A)"},
      {"present(A)", "A"},
      {"cited(from(A))", "references(A)"},
      {"citing(to(A))", "cited_by(A)"},
      {"citing(edges(A::, ::B))", "A:: & cited_by(::B)"},
      {"heads(heads(::A | ::B))", "heads(::A | ::B)"},
  };
  for (std::uint32_t seed = 0; seed < 2000; ++seed) {
    const LineageGraph graph = test::random_graph(seed, 3 + seed % 9, 3 + seed % 29);
    const auto with_names = [&](std::string_view text) {
      std::string filled;
      for (const char c : text) {
        const auto id = static_cast<WorkId>((seed + static_cast<unsigned>(c)) % graph.work_count());
        filled += c >= 'A' && c <= 'C' ? name(graph, id) : std::string(1, c);
      }
      return filled;
    };
    for (const Law& law : laws) {
      EXPECT_EQ(works_of(graph, with_names(law.left)), works_of(graph, with_names(law.right)))
          << "seed " << seed << ": " << law.left << " = " << law.right;
    }
  }
}

bool within(const WorkSet& part, const WorkSet& whole) {
  WorkSet rest = part;
  rest -= whole;
  return rest.count() == 0;
}

TEST(QueryLawsTest, PathsHeadsAndRootsLieWhereTheyMust) {
  for (std::uint32_t seed = 0; seed < 1000; ++seed) {
    const LineageGraph graph = test::random_graph(seed, 3 + seed % 9, 3 + seed % 29);
    const std::string a = name(graph, 0);
    const std::string c = name(graph, static_cast<WorkId>(graph.work_count() - 1));
    const std::string ends = "(" + a + ", " + c + ")";
    const WorkSet all = works_of(graph, "allpaths" + ends);
    const WorkSet some = works_of(graph, "somepath" + ends);
    EXPECT_TRUE(within(works_of(graph, "shortest" + ends), all));
    EXPECT_TRUE(within(some, works_of(graph, "shortest" + ends)));
    EXPECT_EQ(some.count() == 0, all.count() == 0);
    for (WorkId b = 0; b < graph.work_count(); ++b) {
      const bool both =
          works_of(graph, "somepath(" + a + ", " + name(graph, b) + ")").count() > 0 &&
          works_of(graph, "somepath(" + name(graph, b) + ", " + c + ")").count() > 0;
      EXPECT_EQ(all.contains(b), both) << "seed " << seed;
    }
    for (const std::string& of :
         {std::string("all()"), "(" + a + " | " + c + ")", "cited_by(" + a + ")"}) {
      const WorkSet whole = works_of(graph, of);
      for (const std::string end : {"heads(", "roots("}) {
        const WorkSet found = works_of(graph, end + of + ")");
        EXPECT_TRUE(within(found, whole));
        EXPECT_EQ(found.count() == 0, whole.count() == 0) << "seed " << seed << " " << end << of;
      }
    }
  }
}

// Whether a path leads from the youngest work to the oldest one of a graph without `cut`.
bool leads_without(const LineageGraph& graph, WorkId cut) {
  const auto youngest = static_cast<WorkId>(graph.work_count() - 1);
  std::vector<bool> seen(graph.work_count(), false);
  std::vector<WorkId> open{youngest};
  seen[youngest] = true;
  while (!open.empty() && cut != youngest) {
    const WorkId id = open.back();
    open.pop_back();
    for (const EdgeId edge : graph.cites(id)) {
      const Edge& to = graph.edge(edge);
      if (row(to.relation).edge_class == EdgeClass::Citation && to.target != cut &&
          !seen[to.target]) {
        seen[to.target] = true;
        open.push_back(to.target);
      }
    }
  }
  return cut != youngest && seen[0] && cut != 0;
}

// Laws 4 and 6.
TEST(QueryLawsTest, DominatorsAreCutsAndOverAndAsofOnlyTakeAway) {
  for (std::uint32_t seed = 0; seed < 2000; ++seed) {
    const LineageGraph graph = test::random_graph(seed, 3 + seed % 9, 3 + seed % 29);
    const std::string a = name(graph, 0);
    const std::string c = name(graph, static_cast<WorkId>(graph.work_count() - 1));
    const std::string ends = "(" + a + ", " + c + ")";
    const WorkSet dominators = works_of(graph, "dominators" + ends);
    EXPECT_TRUE(within(dominators, works_of(graph, "allpaths" + ends)));
    for (const WorkId id : dominators.ids()) {
      EXPECT_FALSE(leads_without(graph, id)) << "seed " << seed << " " << name(graph, id);
    }
    for (const std::string& closure : {"::" + c, a + "::", a + "::" + c}) {
      EXPECT_TRUE(
          within(works_of(graph, "over(recalls, " + closure + ")"), works_of(graph, closure)));
    }
    for (const WorkId id : works_of(graph, "asof(1965, all())").ids()) {
      EXPECT_FALSE(graph.work(id).date && *Date::of(1965, 12, 31) < *graph.work(id).date);
    }
  }
}

// Law 5.
TEST(QueryLawsTest, MainPathsLieOnPathsAndAGreaterBasketLosesNoMember) {
  for (std::uint32_t seed = 0; seed < 1000; ++seed) {
    const LineageGraph graph = test::random_graph(seed, 3 + seed % 9, 3 + seed % 29);
    const std::string ends =
        name(graph, 0) + ", " + name(graph, static_cast<WorkId>(graph.work_count() - 1));
    WorkSet before(graph.work_count());
    for (const char* basket : {"0", "0.2", "0.6", "1"}) {
      const WorkSet path = works_of(graph, "mainpath(" + ends + ", basket=" + basket + ")");
      EXPECT_TRUE(within(path, works_of(graph, "allpaths(" + ends + ")"))) << "seed " << seed;
      EXPECT_TRUE(within(before, path)) << "seed " << seed << " basket " << basket;
      before = path;
    }
  }
}

// Law 7: one content gives one answer, in whatever order it came.
TEST(QueryLawsTest, AnswersDoNotHangOnTheOrderOfIngestion) {
  for (std::uint32_t seed = 0; seed < 1000; ++seed) {
    std::mt19937 random(seed);
    std::vector<std::string> statements;
    for (int i = 0; i < 24; ++i) {
      const auto work = [&] { return std::string(1, static_cast<char>('A' + random() % 9)); };
      statements.push_back(work() + (random() % 3 == 0 ? " amends " : " recalls ") + work());
    }
    const auto answers = [&] {
      std::string text;
      for (const std::string& statement : statements) {
        text += statement + ";";
      }
      const LineageGraph graph = test::graph_of(text);
      RandomQuery queries(graph, seed);
      std::string shown;
      for (int i = 0; i < 4; ++i) {
        const std::string query = queries.set(2);
        shown += query + ":";
        for (const WorkId id : works_of(graph, query).ids()) {
          shown += " " + name(graph, id);
        }
      }
      return shown;
    };
    const std::string first = answers();
    std::ranges::shuffle(statements, random);
    ASSERT_EQ(answers(), first) << "seed " << seed;
  }
}

}  // namespace
}  // namespace lineage::query
