// Transitive reduction: the citations that are left when every one that a longer route already
// implies is hidden. A late text of a series cites all its forebears; the reduction shows the line
// that they form.
#pragma once

#include <cstddef>

#include "analysis/selection.h"
#include "graph/lineage_graph.h"

namespace lineage::analysis {

struct Reduction {
  Selection kept;          // the same works, fewer edges
  std::size_t hidden = 0;  // edges of the selection that are not kept
};

// Reduces on the condensation of the strong components (Aho, Garey and Ullman 1972, "The transitive
// reduction of a directed graph"): which components reach which stays as it was. Edges inside a
// component are all kept, since no choice among them would be better than another, and so are all
// edges between two components where one is kept: several relations of one pair are shown or hidden
// together. Cost: one bit for each pair of components (about 25 MB at 20,000), and components times
// edges / 64 steps.
[[nodiscard]] Reduction transitive_reduction(const LineageGraph& graph, const Selection& selection);

}  // namespace lineage::analysis
