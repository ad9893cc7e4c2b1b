// The meaning of every operator against a slow, obvious evaluator over a matrix of hops, and the
// laws of docs/query-language.md, on random graphs with circles and several relations of a pair.
#include <functional>
#include <random>
#include <set>

#include <gtest/gtest.h>

#include "analysis/query/evaluate.h"
#include "analysis/query/parser.h"
#include "test/analysis/random_graph.h"
#include "test/support/graph_text.h"

namespace lineage::query {
namespace {

using Set = std::set<WorkId>;

std::string name(const LineageGraph& graph, WorkId id) {
  return graph.work(id).symbol().canonical();
}

WorkSet works_of(const LineageGraph& graph, const std::string& text) {
  const Parsed<Query> query = parse(text);
  if (!query) {
    ADD_FAILURE() << text << ": " << query.error().message;
    return WorkSet(graph.work_count());
  }
  const Parsed<Expression> expression = resolve(*query, graph);
  if (!expression) {
    ADD_FAILURE() << text << ": " << expression.error().message;
    return WorkSet(graph.work_count());
  }
  return evaluate(*expression, graph).works;
}

Set set_of(const LineageGraph& graph, const std::string& text) {
  const std::vector<WorkId> ids = works_of(graph, text).ids();
  return {ids.begin(), ids.end()};
}

// A query and, made with it, the set that it must have.
struct Case {
  std::string text;
  Set works;
};

class Naive {
 public:
  Naive(const LineageGraph& graph, std::uint32_t seed) : graph_(graph), random_(seed) {
    hops_ = test::all_hops(graph, test::everything(graph).edges);
  }

  Case random_case(int depth) {
    switch (depth == 0 ? below(2) : below(12)) {
      case 0:
        return symbol();
      case 1:
        return below(8) == 0 ? Case{"all()", select([](WorkId) { return true; })} : symbol();
      case 2:
      case 3:
      case 4:
        return joined(depth);
      case 5: {
        const Case of = random_case(depth - 1);
        return {"(not (" + of.text + "))",
                select([&](WorkId id) { return !of.works.contains(id); })};
      }
      case 6:
      case 7:
        return closure(random_case(depth - 1));
      case 8:
        return steps(random_case(depth - 1));
      case 9:
        return extreme(random_case(depth - 1));
      default:
        return between(random_case(depth - 1), random_case(depth - 1));
    }
  }

 private:
  std::size_t below(std::size_t n) { return random_() % n; }
  [[nodiscard]] bool leads(WorkId a, WorkId b) const { return hops_[a][b] != test::kUnreached; }

  Set select(const std::function<bool(WorkId)>& holds) const {
    Set found;
    for (WorkId id = 0; id < graph_.work_count(); ++id) {
      if (holds(id)) {
        found.insert(id);
      }
    }
    return found;
  }
  static bool any(const Set& set, const std::function<bool(WorkId)>& holds) {
    return std::any_of(set.begin(), set.end(), holds);
  }

  Case symbol() {
    const auto id = static_cast<WorkId>(below(graph_.work_count()));
    return {name(graph_, id), {id}};
  }

  Case joined(int depth) {
    const Case a = random_case(depth - 1);
    const Case b = random_case(depth - 1);
    const char sign = "&~|"[below(3)];
    return {
        "((" + a.text + ") " + sign + " (" + b.text + "))", select([&](WorkId id) {
          const bool first = a.works.contains(id);
          const bool second = b.works.contains(id);
          return sign == '&' ? first && second : sign == '~' ? first && !second : first || second;
        })};
  }

  Case closure(const Case& of) {
    const bool up = below(2) == 0;
    const std::size_t limit = below(2) == 0 ? test::kUnreached - 1 : below(3);
    const std::string bound = limit > 100 ? "" : ", depth=" + std::to_string(limit);
    return {(up ? "ancestors(" : "descendants(") + of.text + bound + ")", select([&](WorkId id) {
              return any(of.works, [&](WorkId start) {
                return (up ? hops_[start][id] : hops_[id][start]) <= limit;
              });
            })};
  }

  // A chain of exactly 1 to `limit` edges; one back to its start counts.
  Case steps(const Case& of) {
    const bool up = below(2) == 0;
    const std::size_t limit = 1 + below(3);
    Set found;
    Set now = of.works;
    for (std::size_t i = 0; i < limit; ++i) {
      now = select([&](WorkId id) {
        return any(now, [&](WorkId from) {
          return id != from && (up ? hops_[from][id] : hops_[id][from]) == 1;
        });
      });
      found.insert(now.begin(), now.end());
    }
    return {(up ? "references(" : "cited_by(") + of.text + ", " + std::to_string(limit) + ")",
            found};
  }

  Case extreme(const Case& of) {
    const bool heads = below(2) == 0;
    Set found;
    for (const WorkId id : of.works) {
      const bool beaten = any(of.works, [&](WorkId other) {
        return heads ? leads(other, id) && !leads(id, other)
                     : leads(id, other) && !leads(other, id);
      });
      if (!beaten) {
        found.insert(id);
      }
    }
    return {(heads ? "heads(" : "roots(") + of.text + ")", found};
  }

  Case between(const Case& a, const Case& b) {
    const auto above = [&](const Set& set, WorkId id) {
      return any(set, [&](WorkId start) { return leads(start, id); });
    };
    const std::string pair = "(" + a.text + ", " + b.text + ")";
    switch (below(4)) {
      case 0:
        return {"((" + a.text + ")::(" + b.text + "))", select([&](WorkId id) {
                  return above(b.works, id) &&
                         any(a.works, [&](WorkId end) { return leads(id, end); });
                })};
      case 1:
        return {"((" + a.text + ")..(" + b.text + "))",
                select([&](WorkId id) { return above(b.works, id) && !above(a.works, id); })};
      case 2:
        return {"common" + pair,
                select([&](WorkId id) { return above(a.works, id) && above(b.works, id); })};
      default:
        return {"shortest" + pair, shortest(a.works, b.works)};
    }
  }

  [[nodiscard]] Set shortest(const Set& older, const Set& younger) const {
    std::uint32_t least = test::kUnreached;
    for (const WorkId start : younger) {
      for (const WorkId end : older) {
        least = std::min(least, hops_[start][end]);
      }
    }
    return select([&](WorkId id) {
      return least != test::kUnreached && any(younger, [&](WorkId start) {
               return any(older,
                          [&](WorkId end) { return hops_[start][id] + hops_[id][end] == least; });
             });
    });
  }

  const LineageGraph& graph_;
  std::mt19937 random_;
  test::Matrix hops_;
};

TEST(QueryLawsTest, RandomQueriesMeanWhatTheSlowEvaluatorSays) {
  for (std::uint32_t seed = 0; seed < 2000; ++seed) {
    const LineageGraph graph = test::random_graph(seed, 2 + seed % 11, 2 + seed % 37);
    Naive naive(graph, seed);
    const Case c = naive.random_case(1 + static_cast<int>(seed % 3));
    ASSERT_EQ(set_of(graph, c.text), c.works) << "seed " << seed << ": " << c.text;
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

}  // namespace
}  // namespace lineage::query
