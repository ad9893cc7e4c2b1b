// A part of a graph: the works and the edges that a picture, an export or a reduction is about. Ids are
// those of the graph that it was taken from; keep that graph alive and at hand.
#pragma once

#include <span>
#include <vector>

#include "graph/lineage_graph.h"

namespace lineage::analysis {

// Both lists ascend without repetition, and every edge has both ends among the works.
struct Selection {
  std::vector<WorkId> works;
  std::vector<EdgeId> edges;

  friend bool operator==(const Selection&, const Selection&) = default;
};

// `works` (in any order) with every citation edge between two of them; an edge from a work to itself, which
// no graph of the builder holds, would be kept. Cost: linear in the edges that leave the works, plus a sort.
[[nodiscard]] Selection induced(const LineageGraph& graph, std::vector<WorkId> works);

// The edges of all relations from `source` to `target`: a contiguous run, empty where there is none.
[[nodiscard]] std::span<const EdgeId> edges_between(const LineageGraph& graph,
                                                    WorkId source,
                                                    WorkId target);

}  // namespace lineage::analysis
