// A part of a graph: the works and the edges that a picture, an export or a reduction is about. Ids
// are those of the graph that it was taken from; keep that graph alive and at hand.
#pragma once

#include <cstddef>
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

// `works` (in any order) with every citation edge between two of them; an edge from a work to
// itself, which no graph of the builder holds, would be kept. Cost: linear in the edges that leave
// the works, plus a sort.
[[nodiscard]] Selection induced(const LineageGraph& graph, std::vector<WorkId> works);

// The edges of all relations from `source` to `target`: a contiguous run, empty where there is
// none.
[[nodiscard]] std::span<const EdgeId> edges_between(const LineageGraph& graph,
                                                    WorkId source,
                                                    WorkId target);

// How many pairs of a citing and a cited work `edges` (of a Selection, in its order) tie: relations
// of one pair count once, as one strand or arrow shows them.
[[nodiscard]] std::size_t pair_count(const LineageGraph& graph, std::span<const EdgeId> edges);

// True when `a` is drawn as older than `b`: by the order of the graph, except that a work without
// date and without a year in its symbol (the Charter of a citation without a date) counts as the
// oldest. The graph puts such works last, where a drawing would show them as the youngest of all.
[[nodiscard]] bool drawn_before(const LineageGraph& graph, WorkId a, WorkId b);

}  // namespace lineage::analysis
