// Topological layers: how many citations stand one behind another below a text.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "analysis/view.h"
#include "graph/lineage_graph.h"

namespace lineage::analysis {

inline constexpr std::uint32_t kNoLayer = std::numeric_limits<std::uint32_t>::max();

struct Layers {
  std::vector<std::uint32_t> of;  // by WorkId, kNoLayer for a hidden work
  std::uint32_t count = 0;        // the highest layer and one
};

// A text that cites nothing is in layer 0, any other in the layer above the highest of those that
// it cites: the length of its longest chain of citations (Kahn 1962, "Topological sorting of large
// networks"). The generations of `ancestors` are the shortest. Texts of a circle share the layer
// above all that the circle cites. A text whose list is unknown counts as citing nothing. Cost:
// linear.
[[nodiscard]] Layers layers(const View& view);

}  // namespace lineage::analysis
