// "Did you mean": the names nearest to what was typed.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/lineage_graph.h"

namespace lineage::analysis {

// Letters inserted, removed, replaced or swapped with their neighbour, up to `limit`; limit + 1 for
// more. Cost: linear in the longer text where the lengths differ by more than the limit, else the
// product of both lengths; texts over 200 bytes count as unlike everything.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

// The names within a distance of `typed` that grows with its length (1 to 3), nearest first, at
// most three.
[[nodiscard]] std::vector<std::string> nearest(std::string_view typed,
                                               std::span<const std::string_view> names);

// The short forms of the works nearest to a symbol: its parts and its whole first, then by
// distance.
[[nodiscard]] std::vector<std::string> nearest_works(const Symbol& symbol,
                                                     const LineageGraph& graph);

// "; did you mean 'a', 'b' or 'c'?", empty for no names.
[[nodiscard]] std::string did_you_mean(const std::vector<std::string>& names);

}  // namespace lineage::analysis
