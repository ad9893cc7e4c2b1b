// The meaning of every operator against a slow, obvious evaluator over a matrix of hops, and the
// laws of docs/query-language.md, on random graphs with circles and several relations of a pair.
#include <random>

#include <gtest/gtest.h>

#include "analysis/query/evaluate.h"
#include "analysis/query/optimize.h"
#include "analysis/query/parser.h"
#include "test/analysis/query/naive_evaluator.h"
#include "test/analysis/random_graph.h"
#include "test/support/graph_text.h"

namespace lineage::query {
namespace {

std::string name(const LineageGraph& graph, WorkId id) {
  return graph.work(id).symbol().canonical();
}

struct Asked {
  Syntax tree;
  Shared expression;
};

Asked asked(const LineageGraph& graph, const std::string& text) {
  const Parsed<Query> query = parse(text);
  if (!query) {
    ADD_FAILURE() << text << ": " << query.error().message;
    return {{}, std::make_shared<const Expression>()};
  }
  const Parsed<Expression> expression = resolve(*query, graph);
  if (!expression) {
    ADD_FAILURE() << text << ": " << expression.error().message;
    return {query->expression, std::make_shared<const Expression>()};
  }
  return {query->expression, std::make_shared<const Expression>(*expression)};
}

WorkSet works_of(const LineageGraph& graph, const std::string& text) {
  return evaluate(*optimize(asked(graph, text).expression).expression, graph).works;
}

Set as_set(const WorkSet& works) {
  const std::vector<WorkId> ids = works.ids();
  return {ids.begin(), ids.end()};
}

// Texts of queries over the works of a graph, every operator and most functions among them.
class RandomQuery {
 public:
  RandomQuery(const LineageGraph& graph, std::uint32_t seed) : graph_(graph), random_(seed) {}

  std::string set(int depth) {
    const auto inner = [&] { return set(depth - 1); };
    const std::string of = "(" + (depth > 0 ? inner() : std::string()) + ")";
    switch (depth == 0 ? 0 : below(13)) {
      case 0:
        return leaf();
      case 1:
        return "not " + of;
      case 2:
      case 3:
        return of + pick({" & ", " ~ ", " | "}) + "(" + inner() + ")";
      case 4:
        return below(2) == 0 ? "::" + of : of + "::";
      case 5:
        return of + pick({"::", ".."}) + "(" + inner() + ")";
      case 6:
        return pick({"ancestors(", "descendants("}) + of + bound(0) + ")";
      case 7:
        return pick({"references(", "cited_by("}) + of + bound(1) + ")";
      case 8:
        return pick({"heads", "roots"}) + of;
      case 9:
        return pick({"common", "forkpoint", "mergepoint", "shortest", "dominators", "only"}) + "(" +
               inner() + ", " + inner() + ")";
      case 10:
        return below(2) == 0 ? "over(" + types() + ", " + inner() + ")"
                             : "asof(" + std::to_string(1950 + below(30)) + ", " + inner() + ")";
      case 11:
        return pick({"citing(", "cited("}) + edges(depth - 1) + ")";
      default:
        return let(depth);
    }
  }

 private:
  std::size_t below(std::size_t n) { return random_() % n; }
  std::string pick(std::vector<std::string> from) { return from[below(from.size())]; }
  std::string types() { return pick({"recalls", "amends|cites", "citation", "institutional"}); }

  std::string leaf() {
    switch (below(8)) {
      case 0:
        return "all()";
      case 1:
        return pick({"none()", "year(" + std::to_string(1950 + below(30)) + ")"});
      case 2:
        return names_ == 0 ? "all()" : std::string(1, static_cast<char>('a' + below(names_)));
      default:
        return name(graph_, static_cast<WorkId>(below(graph_.work_count())));
    }
  }

  std::string bound(std::size_t least) {
    const std::string depth = ", " + std::to_string(least + below(3));
    return pick({"", depth, ", " + types(), ", " + types() + depth});
  }

  std::string edges(int depth) {
    const std::string x = set(depth);
    const std::string some =
        pick({"from(" + x + ")", "to(" + x + ")", "edges(" + x + ")", "edges(" + x + ", all())"});
    return below(2) == 0 ? some : some + pick({" & ", " ~ "}) + "verb(" + types() + ")";
  }

  // The value cannot name the set itself.
  std::string let(int depth) {
    const std::string value = set(depth - 1);
    const std::string name(1, static_cast<char>('a' + names_));
    ++names_;
    const std::string body = set(depth - 1);
    --names_;
    return "(let " + name + " = " + value + " in " + body + " | " + name + ")";
  }

  const LineageGraph& graph_;
  std::mt19937 random_;
  std::size_t names_ = 0;
};

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
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
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
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
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

// Laws 4 and 6.
TEST(QueryLawsTest, DominatorsAreCutsAndOverAndAsofOnlyTakeAway) {
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    const LineageGraph graph = test::random_graph(seed, 3 + seed % 9, 3 + seed % 29);
    const std::string a = name(graph, 0);
    const std::string c = name(graph, static_cast<WorkId>(graph.work_count() - 1));
    const std::string ends = "(" + a + ", " + c + ")";
    EXPECT_TRUE(within(works_of(graph, "dominators" + ends), works_of(graph, "allpaths" + ends)));
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
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
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
