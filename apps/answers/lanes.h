// Draws the left-hand side of a terminal graph in the manner of `git log --graph`: one lane for
// each text that is still to come, `*` where it stands, `/` and `\` where lanes join and part.
// Unlike git's, lanes keep their columns, since a late resolution cites thirty texts at once: a
// text and the connectors below it take two lines, however many lanes there are. Knows nothing of
// texts.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace lineage::cli {

struct LaneLine {
  std::string drawing;  // no space at the end
  std::optional<std::size_t>
      row;  // the row whose node stands on this line, nothing for a connector
};

// `parents[r]` are the rows that row `r` leads to, each further down than `r`; others are left out.
// `marks[r]` is drawn as the node of row `r`. A strand from a node to a lane on its side runs along
// `_` and ends in a `/` or `\` that touches the lane; a lane without one on the way is passed.
// Cost: rows times lanes.
[[nodiscard]] std::vector<LaneLine> draw_lanes(const std::vector<std::vector<std::size_t>>& parents,
                                               const std::string& marks);

}  // namespace lineage::cli
