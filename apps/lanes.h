// Draws the left-hand side of a terminal graph, as `git log --graph` does: one lane for each text that is
// still to come, `*` where it stands, `/` and `\` where lanes join and part. Knows nothing of texts.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace lineage::cli {

struct LaneLine {
  std::string drawing;             // no space at the end
  std::optional<std::size_t> row;  // the row whose node stands on this line, nothing for a connector
};

// `parents[r]` are the rows that row `r` leads to, each further down than `r`; others are left out.
// `marks[r]` is drawn as the node of row `r`. One line for each row in order, with the connectors between.
// A lane that passes another is drawn through it, a step a line. Cost: rows times lanes.
[[nodiscard]] std::vector<LaneLine> draw_lanes(const std::vector<std::vector<std::size_t>>& parents,
                                               const std::string& marks);

}  // namespace lineage::cli
