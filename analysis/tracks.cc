#include "analysis/tracks.h"

#include <algorithm>
#include <iterator>

namespace lineage::analysis {

std::optional<WorkId> track_of(const LineageGraph& graph, WorkId member) {
  const std::vector<EdgeId> edges = edges_out(graph, member, Relation::BelongsTo);
  return edges.empty() ? std::nullopt : std::optional(graph.edge(edges.front()).target);
}

std::vector<EdgeId> edges_out(const LineageGraph& graph, WorkId id, Relation relation) {
  std::vector<EdgeId> edges;
  std::ranges::copy_if(graph.cites(id), std::back_inserter(edges),
                       [&](EdgeId edge) { return graph.edge(edge).relation == relation; });
  return edges;
}

std::vector<EdgeId> edges_in(const LineageGraph& graph, WorkId id, Relation relation) {
  std::vector<EdgeId> edges;
  std::ranges::copy_if(graph.cited_by(id), std::back_inserter(edges),
                       [&](EdgeId edge) { return graph.edge(edge).relation == relation; });
  return edges;
}

}  // namespace lineage::analysis
