#include "analysis/closure.h"

#include <gtest/gtest.h>

#include "test/analysis/random_graph.h"
#include "test/support/graph_text.h"

namespace lineage::analysis {
namespace {

using test::graph_of;
using test::work_in;

// "A0 B1": names with depths, in the order of the graph.
std::string names(const LineageGraph& graph, const std::vector<Relative>& relatives) {
  std::string text;
  for (const Relative& relative : relatives) {
    text += (text.empty() ? "" : " ") + test::name_of(graph.work(relative.id)) +
            std::to_string(relative.depth);
  }
  return text;
}

TEST(ClosureTest, DiamondHasItsTopOnceAtTheShortestDistance) {
  const LineageGraph graph =
      graph_of("D recalls B; D recalls C; B recalls A; C recalls A; D amends A");
  EXPECT_EQ(names(graph, ancestors(graph, work_in(graph, "D"))), "A1 B1 C1 D0");
  EXPECT_EQ(names(graph, descendants(graph, work_in(graph, "A"))), "A0 B1 C1 D1");
  EXPECT_EQ(names(graph, ancestors(graph, work_in(graph, "A"))), "A0");
}

TEST(ClosureTest, StopsAtTheGenerationAskedFor) {
  const LineageGraph graph = graph_of("D recalls C; C recalls B; B recalls A");
  EXPECT_EQ(names(graph, ancestors(graph, work_in(graph, "D"), 2)), "B2 C1 D0");
  EXPECT_EQ(names(graph, ancestors(graph, work_in(graph, "D"), 0)), "D0");
}

TEST(ClosureTest, WorksOfACycleAreEachOthersAncestors) {
  const LineageGraph graph = graph_of("A recalls B; B recalls C; C recalls A");
  EXPECT_EQ(names(graph, ancestors(graph, work_in(graph, "A"))), "A0 B1 C2");
  EXPECT_TRUE(reaches(graph, work_in(graph, "C"), work_in(graph, "B")));
}

TEST(ClosureTest, InstitutionalEdgesAreNotFollowed) {
  const LineageGraph graph = graph_of("C recalls B; B establishes A");
  EXPECT_EQ(names(graph, ancestors(graph, work_in(graph, "C"))), "B1 C0");
  EXPECT_FALSE(reaches(graph, work_in(graph, "C"), work_in(graph, "A")));
}

TEST(ClosureTest, AgreesWithFloydAndWarshallOnRandomGraphs) {
  for (std::uint32_t seed = 0; seed < 60; ++seed) {
    const LineageGraph graph = test::random_graph(seed, 2 + seed % 14, 3 + seed);
    const test::Matrix hops = test::all_hops(graph, test::everything(graph).edges);
    for (WorkId from = 0; from < graph.work_count(); ++from) {
      std::vector<Relative> up;
      std::vector<Relative> down;
      for (WorkId to = 0; to < graph.work_count(); ++to) {
        const bool reached = hops[from][to] != test::kUnreached;
        EXPECT_EQ(reaches(graph, from, to), reached) << "seed " << seed;
        if (reached) {
          up.push_back({to, hops[from][to]});
        }
        if (hops[to][from] != test::kUnreached) {
          down.push_back({to, hops[to][from]});
        }
      }
      EXPECT_EQ(ancestors(graph, from), up) << "seed " << seed << " work " << from;
      EXPECT_EQ(descendants(graph, from), down) << "seed " << seed << " work " << from;
    }
  }
}

}  // namespace
}  // namespace lineage::analysis
