// A selection as a Graphviz drawing: time runs down the page, one row of nodes a year.
#pragma once

#include <cstddef>
#include <string>

#include "analysis/selection.h"
#include "graph/lineage_graph.h"

namespace lineage::analysis {

struct DotOptions {
  std::string title;             // above the drawing, "" for none
  std::size_t hidden_pairs = 0;  // that a reduction left out; named above the drawing
  bool legend = true;
};

// The drawing tells kinds by shape, what is at hand by the outline and relations by the line, so
// that it reads without colour. An arrow points from the citing to the cited text, as edges do;
// there is one for each pair, drawn as the strongest of its relations and naming them all when
// pointed at. Node ids are Symbol::file_stem(), every label is escaped, and equal selections print
// equal bytes. Cost: linear; `dot` itself needs seconds at 500 nodes.
[[nodiscard]] std::string to_dot(const LineageGraph& graph,
                                 const Selection& selection,
                                 const DotOptions& options = {});

}  // namespace lineage::analysis
