// Dominators between two ends of a lineage: the works that no path can avoid.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "graph/lineage_graph.h"

namespace lineage::analysis {

// The works through which every path of edges that `follow` lets through, from a member of
// `younger` to a member of `older` goes, in the order of the paths; the ends are among them where
// no path has another. Empty where there is no path. Taking any one of them away leaves none: each
// is a cut of one work.
//
// These are the dominators of the far end in the flow graph of the near one (Lowry and Medlock
// 1969, "Object code optimization"). As only those of one end are asked for, one shortest path and
// one sweep along it are enough: a work of it is avoided when what lies before it leads past it.
// Holds on graphs with circles. Cost: linear in the works and edges reached, plus two words for
// each work of the graph.
[[nodiscard]] std::vector<WorkId> dominators(const LineageGraph& graph,
                                             std::span<const WorkId> older,
                                             std::span<const WorkId> younger,
                                             const std::function<bool(const Edge&)>& follow);

}  // namespace lineage::analysis
