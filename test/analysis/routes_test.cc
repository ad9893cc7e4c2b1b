#include "analysis/routes.h"

#include <functional>

#include <gtest/gtest.h>

#include "test/analysis/random_graph.h"
#include "test/support/graph_text.h"

namespace lineage::analysis {
namespace {

using test::graph_of;
using test::work_in;

std::string text(const LineageGraph& graph, const Route& route) {
  std::string line;
  for (const WorkId id : route) {
    line += (line.empty() ? "" : " ") + test::name_of(graph.work(id));
  }
  return line;
}

std::vector<std::string> texts(const LineageGraph& graph, const Routes& found) {
  std::vector<std::string> lines;
  for (const Route& route : found.routes) {
    lines.push_back(text(graph, route));
  }
  return lines;
}

using Lines = std::vector<std::string>;

constexpr const char* kDiamond =
    "D recalls B; D recalls C; D recalls A; B recalls A; C recalls A; D amends A";

TEST(RoutesTest, FindsAllRoutesShortestFirst) {
  const LineageGraph graph = graph_of(kDiamond);
  const Routes found = routes(graph, work_in(graph, "D"), work_in(graph, "A"));
  EXPECT_EQ(texts(graph, found), (Lines{"D A", "D B A", "D C A"}));
  EXPECT_FALSE(found.cut);
}

TEST(RoutesTest, SaysWhenABoundCutsTheList) {
  const LineageGraph graph = graph_of(kDiamond);
  const WorkId d = work_in(graph, "D");
  const WorkId a = work_in(graph, "A");
  const Routes two = routes(graph, d, a, {.max_routes = 2});
  EXPECT_EQ(texts(graph, two), (Lines{"D A", "D B A"}));
  EXPECT_TRUE(two.cut);
  EXPECT_FALSE(routes(graph, d, a, {.max_routes = 3}).cut);
  const Routes direct = routes(graph, d, a, {.max_hops = 1});
  EXPECT_EQ(texts(graph, direct), Lines{"D A"});
  EXPECT_TRUE(direct.cut);
  EXPECT_TRUE(routes(graph, d, a, {.max_steps = 1}).cut);
}

TEST(RoutesTest, RepeatsNoWorkOnACycle) {
  const LineageGraph graph = graph_of("D recalls B; B recalls C; C recalls B; C recalls A");
  EXPECT_EQ(texts(graph, routes(graph, work_in(graph, "D"), work_in(graph, "A"))),
            Lines{"D B C A"});
  EXPECT_TRUE(routes(graph, work_in(graph, "A"), work_in(graph, "D")).routes.empty());
}

TEST(RoutesTest, AWorkReachesItselfWithoutAHop) {
  const LineageGraph graph = graph_of("A recalls B; B recalls A");
  EXPECT_EQ(shortest_route(graph, 0, 0), Route{0});
  EXPECT_EQ(texts(graph, routes(graph, 0, 0)), Lines{"A"});
  EXPECT_EQ(longest_chain(graph, 0, 0), Route{0});
}

TEST(RoutesTest, InTimeOrderLeavesOutHopsToYoungerTexts) {
  const LineageGraph graph = graph_of(
      "A dated 1990-12-01; B dated 2000-12-01; C dated 2010-12-01; D dated 2020-12-01\n"
      "C recalls D; D recalls A; C recalls B; B recalls A");
  const WorkId c = work_in(graph, "C");
  const WorkId a = work_in(graph, "A");
  EXPECT_EQ(texts(graph, routes(graph, c, a)), (Lines{"C B A", "C D A"}));
  EXPECT_EQ(texts(graph, routes(graph, c, a, {.in_time_order = true})), Lines{"C B A"});
}

TEST(RoutesTest, LongestChainPassesThroughAsManyTextsAsItCan) {
  const LineageGraph graph = graph_of(
      "A dated 1990-12-01; B dated 2000-12-01; C dated 2010-12-01; D dated 2020-12-01\n"
      "D recalls A; D recalls B; D recalls C; C recalls B; C recalls A; B recalls A");
  const auto chain = longest_chain(graph, work_in(graph, "D"), work_in(graph, "A"));
  ASSERT_TRUE(chain);
  EXPECT_EQ(text(graph, *chain), "D C B A");
  EXPECT_FALSE(longest_chain(graph, work_in(graph, "A"), work_in(graph, "D")));
}

TEST(RoutesTest, ALongChainNeedsNoDeepStack) {
  GraphBuilder builder;
  constexpr int kLength = 100'000;
  for (int i = 1; i <= kLength; ++i) {
    Citation citation;
    citation.mention.document = Symbol::named("test", "w" + std::to_string(100'000 + i));
    citation.mention.target = Symbol::named("test", "w" + std::to_string(100'000 + i - 1));
    citation.mention.relation = Relation::Recalls;
    builder.add_citation(citation);
  }
  const LineageGraph graph = std::move(builder).freeze();
  const auto last = static_cast<WorkId>(kLength);
  EXPECT_EQ(shortest_route(graph, last, 0)->size(), kLength + 1U);
  EXPECT_EQ(routes(graph, last, 0).routes.size(), 1U);
  EXPECT_EQ(longest_chain(graph, last, 0)->size(), kLength + 1U);
}

// Every route by plain recursion.
std::vector<Route> slow_routes(const LineageGraph& graph, WorkId from, WorkId to) {
  std::vector<Route> found;
  Route route{from};
  const std::function<void()> go_on = [&] {
    if (route.back() == to) {
      found.push_back(route);
      return;
    }
    std::set<WorkId> next;
    for (const EdgeId id : graph.cites(route.back())) {
      if (is_citation(graph.edge(id))) {
        next.insert(graph.edge(id).target);
      }
    }
    for (const WorkId id : next) {
      if (std::ranges::find(route, id) == route.end()) {
        route.push_back(id);
        go_on();
        route.pop_back();
      }
    }
  };
  go_on();
  std::ranges::sort(found, [](const Route& a, const Route& b) {
    return a.size() != b.size() ? a.size() < b.size() : a < b;
  });
  return found;
}

TEST(RoutesTest, AgreesWithPlainRecursionOnRandomGraphs) {
  for (std::uint32_t seed = 0; seed < 60; ++seed) {
    const LineageGraph graph = test::random_graph(seed, 2 + seed % 7, 2 + seed % 22);
    for (WorkId from = 0; from < graph.work_count(); ++from) {
      for (WorkId to = 0; to < graph.work_count(); ++to) {
        const std::vector<Route> slow = slow_routes(graph, from, to);
        const Routes fast = routes(graph, from, to, {.max_routes = 100'000});
        EXPECT_EQ(fast.routes, slow) << "seed " << seed << ": " << from << " to " << to;
        EXPECT_FALSE(fast.cut);
        const auto shortest = shortest_route(graph, from, to);
        ASSERT_EQ(shortest.has_value(), !slow.empty());
        if (shortest) {
          EXPECT_EQ(*shortest, slow.front()) << "seed " << seed << ": " << from << " to " << to;
        }
        std::size_t longest = 0;
        for (const Route& route : slow) {
          if (std::ranges::is_sorted(route, std::ranges::greater())) {
            longest = std::max(longest, route.size());
          }
        }
        const auto chain = longest_chain(graph, from, to);
        EXPECT_EQ(chain ? chain->size() : 0, longest) << "seed " << seed;
      }
    }
  }
}

}  // namespace
}  // namespace lineage::analysis
