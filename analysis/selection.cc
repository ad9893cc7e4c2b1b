#include "analysis/selection.h"

#include <algorithm>
#include <utility>

#include "analysis/walk.h"

namespace lineage::analysis {

Selection induced(const LineageGraph& graph, std::vector<WorkId> works) {
  std::ranges::sort(works);
  works.erase(std::unique(works.begin(), works.end()), works.end());
  std::vector<bool> chosen(graph.work_count(), false);
  for (const WorkId id : works) {
    chosen[id] = true;
  }
  Selection selection;
  for (const WorkId id : works) {
    for (const EdgeId edge : graph.cites(id)) {
      if (chosen[graph.edge(edge).target] && is_citation(graph.edge(edge))) {
        selection.edges.push_back(edge);
      }
    }
  }
  selection.works = std::move(works);
  return selection;
}

std::span<const EdgeId> edges_between(const LineageGraph& graph, WorkId source, WorkId target) {
  const std::span<const EdgeId> leaving = graph.cites(source);
  const auto target_of = [&](EdgeId id) { return graph.edge(id).target; };
  // Two searches: clang 14 does not compile the subrange of ranges::equal_range.
  return {std::ranges::lower_bound(leaving, target, {}, target_of),
          std::ranges::upper_bound(leaving, target, {}, target_of)};
}

std::size_t pair_count(const LineageGraph& graph, std::span<const EdgeId> edges) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < edges.size(); ++i) {
    const Edge& edge = graph.edge(edges[i]);
    const bool same = i > 0 && graph.edge(edges[i - 1]).source == edge.source &&
                      graph.edge(edges[i - 1]).target == edge.target;
    count += same ? 0 : 1;
  }
  return count;
}

bool drawn_before(const LineageGraph& graph, WorkId a, WorkId b) {
  const auto placed = [&](WorkId id) {
    return graph.work(id).date.has_value() || graph.work(id).symbol().year().has_value();
  };
  return placed(a) == placed(b) ? a < b : !placed(a);
}

}  // namespace lineage::analysis
