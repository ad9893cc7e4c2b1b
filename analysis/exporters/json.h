// The lineage JSON: a selection with all that is known of its works and every passage of its edges
// (docs/json-output.md, format "graph").
#pragma once

#include <string>

#include "analysis/selection.h"
#include "graph/lineage_graph.h"

namespace lineage::analysis {

// `hidden_edges` is how many edges a reduction left out, 0 for the whole selection. Works and edges
// stand in the order of the graph, so that equal content prints equal bytes.
[[nodiscard]] std::string to_json(const LineageGraph& graph,
                                  const Selection& selection,
                                  std::size_t hidden_edges = 0);

}  // namespace lineage::analysis
