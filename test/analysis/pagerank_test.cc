#include "analysis/pagerank.h"

#include <cmath>
#include <numeric>
#include <set>

#include <gtest/gtest.h>

#include "test/analysis/random_graph.h"
#include "test/support/graph_text.h"

namespace lineage::analysis {
namespace {

// The ranks as the solution of their linear equations, by Gauss's elimination.
std::vector<double> solved(const LineageGraph& graph, double damping) {
  const std::size_t n = graph.work_count();
  const auto share = 1 / static_cast<double>(n);
  std::vector<std::vector<double>> rows(n, std::vector<double>(n + 1, 0));
  for (WorkId from = 0; from < n; ++from) {
    std::set<WorkId> cited;
    for (const Edge& edge : graph.edges()) {
      if (edge.source == from && is_citation(edge)) {
        cited.insert(edge.target);
      }
    }
    for (WorkId to = 0; to < n; ++to) {
      const double moves = cited.empty()        ? share
                           : cited.contains(to) ? 1 / static_cast<double>(cited.size())
                                                : 0;
      rows[to][from] = (to == from ? 1 : 0) - damping * moves;
    }
    rows[from][n] = (1 - damping) * share;
  }
  for (std::size_t i = 0; i < n; ++i) {  // diagonally dominant by columns: no pivoting needed
    for (std::size_t j = 0; j < n; ++j) {
      const double factor = j == i ? 0 : rows[j][i] / rows[i][i];
      for (std::size_t k = i; factor != 0 && k <= n; ++k) {
        rows[j][k] -= factor * rows[i][k];
      }
    }
  }
  std::vector<double> ranks(n);
  for (std::size_t i = 0; i < n; ++i) {
    ranks[i] = rows[i][n] / rows[i][i];
  }
  return ranks;
}

TEST(PageRankTest, OfTwoWorksTheCitedOneGathersMore) {
  const LineageGraph graph = test::graph_of("B recalls A; B amends A");
  const PageRank result = pagerank(graph);
  // a = (0.15 + 0.85 a) / 2 + 0.85 b and a + b = 1
  EXPECT_NEAR(result.ranks[test::work_in(graph, "A")], 37.0 / 57, 1e-12);
  EXPECT_LE(result.change, 1e-12);
}

TEST(PageRankTest, SolvesItsEquationsOnRandomGraphs) {
  for (std::uint32_t seed = 0; seed < 100; ++seed) {
    const LineageGraph graph = test::random_graph(seed, 2 + seed % 14, 1 + seed % 60);
    const double damping = seed % 2 == 0 ? 0.85 : 0.5;
    const PageRank result = pagerank(graph, {.damping = damping});
    const std::vector<double> right = solved(graph, damping);
    for (WorkId id = 0; id < graph.work_count(); ++id) {
      EXPECT_NEAR(result.ranks[id], right[id], 1e-10) << "seed " << seed << " work " << id;
    }
    EXPECT_NEAR(std::accumulate(result.ranks.begin(), result.ranks.end(), 0.0), 1, 1e-12);
  }
}

TEST(PageRankTest, EndsAtItsBoundAndSaysHowFarItCame) {
  const LineageGraph graph = test::graph_of("C recalls B; B recalls A; A recalls C; D recalls A");
  const PageRank result = pagerank(graph, {.most_iterations = 3});
  EXPECT_EQ(result.iterations, 3U);
  EXPECT_GT(result.change, 1e-12);
}

}  // namespace
}  // namespace lineage::analysis
