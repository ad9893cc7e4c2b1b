// Strong components: the knots of texts that cite each other in a circle. Mutual references of
// texts of the same days are usual (a report and the resolution that adopts it), wrong dates make
// others; a cycle is a finding, not an error.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "analysis/selection.h"
#include "graph/lineage_graph.h"

namespace lineage::analysis {

// `of[i]` is the component of selection.works[i]. Components are numbered so that an edge between
// two of them always points from the higher to the lower number.
struct Components {
  std::vector<std::uint32_t> of;
  std::size_t count = 0;
};

// Tarjan's algorithm as Boost.Graph has it (Tarjan 1972, "Depth-first search and linear graph
// algorithms"), over the edges of the selection only. Cost: linear.
[[nodiscard]] Components strong_components(const LineageGraph& graph, const Selection& selection);

// The components with more than one work, each ascending, in the order of their first works.
[[nodiscard]] std::vector<std::vector<WorkId>> cycles(const LineageGraph& graph,
                                                      const Selection& selection);

}  // namespace lineage::analysis
