// The timeline of tracks in the terminal: a lane a track, years across.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "analysis/exporters/timeline.h"

namespace lineage::cli {

// Lines of ASCII letters, none wider than `width` where the years fit into it at one column each:
// bodies as bars ('=' consensus or in being, '-' no consensus, '.' a proposal), 'o' a resolution,
// 'x' one with a rival, '*' one that joins tracks, '+' a decision, 'r' a report.
[[nodiscard]] std::vector<std::string> timeline_lines(const analysis::Timeline& timeline,
                                                      std::size_t width);

// What the letters mean, in one line.
[[nodiscard]] std::string timeline_key();

}  // namespace lineage::cli
