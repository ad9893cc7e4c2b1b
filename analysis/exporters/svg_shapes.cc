#include "analysis/exporters/svg_shapes.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "analysis/exporters/text_layout.h"
#include "analysis/exporters/xml_text.h"

namespace lineage::analysis::svg {
namespace {

constexpr const char* kHalo =
    " paint-order=\"stroke\" stroke=\"#fff\" stroke-width=\"3\" stroke-linejoin=\"round\"";
constexpr double kLetter = 6.2;  // the width of a character of 11 units

}  // namespace

std::string number(double value) {
  const long tenths = std::lround(value * 10);
  const std::string whole = std::to_string(tenths / 10);
  return tenths % 10 == 0 ? whole : whole + "." + std::to_string(std::labs(tenths % 10));
}

double width_of(const std::string& text) {
  return kLetter * static_cast<double>(display_width(text));
}

std::string text(Point at, const std::string& words, int size, const char* anchor, bool bold) {
  return "<text x=\"" + number(at.x) + "\" y=\"" + number(at.y) + "\" font-size=\"" +
         std::to_string(size) + "\" text-anchor=\"" + anchor + "\"" +
         (bold ? " font-weight=\"bold\"" : "") + kHalo + ">" + xml_text(words) + "</text>\n";
}

std::string line(Point a, Point b, const std::string& style) {
  return "<path d=\"M" + number(a.x) + " " + number(a.y) + "L" + number(b.x) + " " + number(b.y) +
         "\" fill=\"none\" " + style + "/>\n";
}

std::string curve(Point a, Point b, const std::string& style) {
  const double bend = std::max(14.0, std::abs(b.x - a.x) * 0.55);
  return "<path d=\"M" + number(a.x) + " " + number(a.y) + "C" + number(a.x + bend) + " " +
         number(a.y) + " " + number(b.x - bend) + " " + number(b.y) + " " + number(b.x) + " " +
         number(b.y) + "\" fill=\"none\" " + style + "/>\n";
}

}  // namespace lineage::analysis::svg
