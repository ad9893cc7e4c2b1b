#include "analysis/dominators.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "analysis/relation_set.h"
#include "test/analysis/random_graph.h"
#include "test/support/graph_text.h"

namespace lineage::analysis {
namespace {

std::string names(const LineageGraph& graph, std::string_view older, std::string_view younger) {
  const std::vector<WorkId> ends{test::work_in(graph, older), test::work_in(graph, younger)};
  std::string text;
  for (const WorkId id : dominators(graph, std::span(ends).first(1), std::span(ends).last(1),
                                    RelationSet::of(EdgeClass::Citation))) {
    text += test::name_of(graph.work(id));
  }
  return text;
}

TEST(DominatorsTest, OfADiamondAreItsEndsAndOfAChainAllWorks) {
  const LineageGraph diamond =
      test::graph_of("D recalls B; D recalls C; B recalls A; C recalls A; E recalls D");
  EXPECT_EQ(names(diamond, "A", "E"), "EDA");
  EXPECT_EQ(names(diamond, "E", "A"), "");
  EXPECT_EQ(names(diamond, "A", "A"), "A");
  EXPECT_EQ(names(test::graph_of("C recalls B; B recalls A; B recalls C"), "A", "C"), "CBA");
}

// Whether a path is left when `without` is taken away, by walking.
bool connected(const LineageGraph& graph,
               const std::vector<WorkId>& older,
               const std::vector<WorkId>& younger,
               WorkId without) {
  std::vector<WorkId> starts = younger;
  std::erase(starts, without);
  bool found = false;
  walk(graph, starts, Direction::ToCited, [&](WorkId id, std::uint32_t) {
    if (id == without) {
      return Walk::Prune;
    }
    found = found || std::ranges::find(older, id) != older.end();
    return Walk::Continue;
  });
  return found;
}

TEST(DominatorsTest, AreTheWorksWithoutWhichNoPathIsLeft) {
  constexpr WorkId kNobody = 1'000'000;
  std::size_t inner = 0;
  for (std::uint32_t seed = 0; seed < 3000; ++seed) {
    const LineageGraph graph = test::random_graph(seed, 2 + seed % 12, 1 + seed % 31);
    const auto work = [&](std::uint32_t n) { return static_cast<WorkId>(n % graph.work_count()); };
    std::vector<WorkId> older{work(seed)};
    std::vector<WorkId> younger{work(seed / 3 + 1)};
    if (seed % 2 == 0) {
      older.push_back(work(seed / 5));
      younger.push_back(work(seed / 7 + 2));
    }
    std::vector<WorkId> found =
        dominators(graph, older, younger, RelationSet::of(EdgeClass::Citation));
    std::ranges::sort(found);
    std::vector<WorkId> right;
    for (WorkId id = 0; id < graph.work_count(); ++id) {
      if (connected(graph, older, younger, kNobody) && !connected(graph, older, younger, id)) {
        right.push_back(id);
      }
    }
    EXPECT_EQ(found, right) << "seed " << seed;
    inner += found.size() > 2 ? 1 : 0;
  }
  EXPECT_GT(inner, 100U) << "too few graphs have dominators between their ends";
}

}  // namespace
}  // namespace lineage::analysis
