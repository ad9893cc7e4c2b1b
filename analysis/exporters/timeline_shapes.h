// What stands for a body, a text and a report in the picture of a timeline, and the legend that
// says so.
#pragma once

#include <string>

#include "analysis/exporters/svg_shapes.h"
#include "analysis/exporters/timeline.h"

namespace lineage::analysis {

inline constexpr double kBarHeight = 19;

// From `at`, its upper left corner, to the `to` of its right side.
[[nodiscard]] std::string drawn_bar(const TimelineBar& bar, svg::Point at, double to);
// Of a resolution or a decision, around `at`.
[[nodiscard]] std::string drawn_mark(bool decision, svg::Point at);
// A little page, `at` its upper left corner.
[[nodiscard]] std::string drawn_page(svg::Point at);

// Two lines, the first at `y`.
[[nodiscard]] std::string drawn_legend(double y);

}  // namespace lineage::analysis
