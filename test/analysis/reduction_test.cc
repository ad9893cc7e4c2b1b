#include "analysis/reduction.h"

#include <gtest/gtest.h>

#include "analysis/components.h"
#include "test/analysis/random_graph.h"
#include "test/support/graph_text.h"

namespace lineage::analysis {
namespace {

using test::everything;
using test::graph_of;

std::vector<std::string> kept(const LineageGraph& graph) {
  const Reduction reduction = transitive_reduction(graph, everything(graph));
  std::vector<std::string> lines;
  for (const EdgeId id : reduction.kept.edges) {
    const Edge& edge = graph.edge(id);
    lines.push_back(test::name_of(graph.work(edge.source)) + " " +
                    std::string(name_of(edge.relation)) + " " +
                    test::name_of(graph.work(edge.target)));
  }
  EXPECT_EQ(lines.size() + reduction.hidden, everything(graph).edges.size());
  return lines;
}

using Edges = std::vector<std::string>;

TEST(ReductionTest, HidesTheShortCutOfADiamond) {
  const LineageGraph graph =
      graph_of("D recalls B; D recalls C; D recalls A; B recalls A; C recalls A");
  EXPECT_EQ(kept(graph), (Edges{"B recalls A", "C recalls A", "D recalls B", "D recalls C"}));
}

TEST(ReductionTest, ShowsOrHidesTheRelationsOfAPairTogether) {
  const LineageGraph graph =
      graph_of("C recalls B; C amends B; B recalls A; C recalls A; C amends A");
  EXPECT_EQ(kept(graph), (Edges{"B recalls A", "C recalls B", "C amends B"}));
}

TEST(ReductionTest, KeepsTheEdgesInsideACycle) {
  const LineageGraph graph = graph_of("A recalls B; B recalls C; C recalls A; A recalls C");
  EXPECT_EQ(kept(graph), (Edges{"A recalls B", "A recalls C", "B recalls C", "C recalls A"}));
}

TEST(ReductionTest, HidesAnEdgeThatARouteThroughACycleImplies) {
  const LineageGraph graph =
      graph_of("D recalls B; B recalls C; C recalls B; C recalls A; D recalls A");
  EXPECT_EQ(kept(graph), (Edges{"B recalls C", "C recalls A", "C recalls B", "D recalls B"}));
}

TEST(ReductionTest, OfNothingIsNothing) {
  const LineageGraph graph = graph_of("A recalls B");
  EXPECT_EQ(transitive_reduction(graph, {}).kept, Selection{});
}

TEST(ComponentsTest, NumbersRunAgainstTheEdges) {
  const LineageGraph graph = graph_of("D recalls B; B recalls C; C recalls B; C recalls A");
  const Selection all = everything(graph);
  const Components components = strong_components(graph, all);
  EXPECT_EQ(components.count, 3U);
  EXPECT_EQ(components.of, (std::vector<std::uint32_t>{0, 1, 1, 2}));
  EXPECT_EQ(cycles(graph, all), (std::vector<std::vector<WorkId>>{{1, 2}}));
}

// An edge between two components goes when a third lies between them; everything else stays.
std::vector<EdgeId> slow_reduction(const LineageGraph& graph, const Selection& all) {
  const test::Matrix hops = test::all_hops(graph, all.edges);
  const auto reach = [&](WorkId a, WorkId b) { return hops[a][b] != test::kUnreached; };
  const auto together = [&](WorkId a, WorkId b) { return reach(a, b) && reach(b, a); };
  std::vector<EdgeId> result;
  for (const EdgeId id : all.edges) {
    const auto [a, b, relation] = graph.edge(id);
    bool implied = false;
    for (WorkId between = 0; between < graph.work_count(); ++between) {
      implied = implied || (!together(a, b) && !together(a, between) && !together(b, between) &&
                            reach(a, between) && reach(between, b));
    }
    if (!implied) {
      result.push_back(id);
    }
  }
  return result;
}

TEST(ReductionTest, AgreesWithTheDefinitionOnRandomGraphs) {
  for (std::uint32_t seed = 0; seed < 80; ++seed) {
    const LineageGraph graph = test::random_graph(seed, 2 + seed % 16, 2 + seed % 40);
    const Selection all = everything(graph);
    const Reduction reduction = transitive_reduction(graph, all);
    EXPECT_EQ(reduction.kept.edges, slow_reduction(graph, all)) << "seed " << seed;
    const test::Matrix before = test::all_hops(graph, all.edges);
    const test::Matrix after = test::all_hops(graph, reduction.kept.edges);
    for (std::size_t i = 0; i < before.size(); ++i) {
      for (std::size_t j = 0; j < before.size(); ++j) {
        EXPECT_EQ(before[i][j] == test::kUnreached, after[i][j] == test::kUnreached)
            << "seed " << seed << " from " << i << " to " << j;
      }
    }
  }
}

}  // namespace
}  // namespace lineage::analysis
