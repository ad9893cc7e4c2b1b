#include "analysis/reduction.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

#include "analysis/components.h"

namespace lineage::analysis {
namespace {

// Which lower-numbered components each component reaches: a triangle of bits, since edges between
// components point from the higher to the lower number.
class Reach {
 public:
  explicit Reach(std::size_t count) : rows_(count) {}

  [[nodiscard]] bool has(std::uint32_t from, std::uint32_t to) const {
    const std::vector<std::uint64_t>& row = rows_[from];
    return to / 64 < row.size() && ((row[to / 64] >> (to % 64)) & 1U) != 0;
  }
  // `from` now reaches `to` and all that `to` reaches; the row of `to` is complete.
  void add(std::uint32_t from, std::uint32_t to) {
    std::vector<std::uint64_t>& row = rows_[from];
    row.resize(std::max(row.size(), std::size_t{from} / 64 + 1), 0);
    row[to / 64] |= std::uint64_t{1} << (to % 64);
    for (std::size_t i = 0; i < rows_[to].size(); ++i) {
      row[i] |= rows_[to][i];
    }
  }

 private:
  std::vector<std::vector<std::uint64_t>> rows_;
};

using ComponentEdges = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

// The pairs of components that an edge must join, ascending. Successors are taken from the nearest
// in the topological order on: one that is not reached yet when its turn comes has no longer route.
ComponentEdges reduced_pairs(ComponentEdges pairs, std::size_t count) {
  std::ranges::sort(pairs, [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : a.second > b.second;
  });
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  Reach reach(count);
  ComponentEdges kept;
  for (const auto& [from, to] : pairs) {
    if (!reach.has(from, to)) {
      kept.emplace_back(from, to);
      reach.add(from, to);
    }
  }
  std::ranges::sort(kept);
  return kept;
}

}  // namespace

Reduction transitive_reduction(const LineageGraph& graph, const Selection& selection) {
  const Components components = strong_components(graph, selection);
  const auto component = [&](WorkId id) {
    const auto at = std::ranges::lower_bound(selection.works, id);
    return components.of[static_cast<std::size_t>(at - selection.works.begin())];
  };
  ComponentEdges joined;  // of each edge of the selection, in its order
  joined.reserve(selection.edges.size());
  for (const EdgeId id : selection.edges) {
    joined.emplace_back(component(graph.edge(id).source), component(graph.edge(id).target));
  }
  ComponentEdges between = joined;
  std::erase_if(between, [](const auto& pair) { return pair.first == pair.second; });
  const ComponentEdges needed = reduced_pairs(std::move(between), components.count);

  Reduction reduction;
  reduction.kept.works = selection.works;
  for (std::size_t i = 0; i < joined.size(); ++i) {
    if (joined[i].first == joined[i].second || std::ranges::binary_search(needed, joined[i])) {
      reduction.kept.edges.push_back(selection.edges[i]);
    }
  }
  reduction.hidden = selection.edges.size() - reduction.kept.edges.size();
  return reduction;
}

}  // namespace lineage::analysis
