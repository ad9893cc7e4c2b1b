// The few shapes that the project draws as SVG by itself.
#pragma once

#include <string>

namespace lineage::analysis::svg {

struct Point {
  double x = 0;
  double y = 0;
};

// One decimal, always with a point.
[[nodiscard]] std::string number(double value);

// About the width of the text in letters of 11 units.
[[nodiscard]] double width_of(const std::string& text);

// `anchor` is where the point is of the words: "start", "middle" or "end". The words stand out
// white from lines behind them.
[[nodiscard]] std::string text(
    Point at, const std::string& words, int size, const char* anchor, bool bold = false);

// `style` is of the stroke: "stroke=\"#000\"".
[[nodiscard]] std::string line(Point a, Point b, const std::string& style);
// An S, level at both ends.
[[nodiscard]] std::string curve(Point a, Point b, const std::string& style);

}  // namespace lineage::analysis::svg
