#include "analysis/exporters/timeline_shapes.h"

namespace lineage::analysis {

using svg::line;
using svg::number;
using svg::Point;
using svg::text;
using svg::width_of;

std::string drawn_bar(const TimelineBar& bar, Point at, double to) {
  const bool firm = bar.outcome == "consensus" || bar.outcome == "in being";
  std::string out = "<rect x=\"" + number(at.x) + "\" y=\"" + number(at.y) + "\" width=\"" +
                    number(to - at.x - 2) + "\" height=\"" + number(kBarHeight) +
                    "\" rx=\"3\" fill=\"" + (firm ? "#bcc7d6" : "#fff") +
                    "\" stroke=\"#000\" stroke-width=\"1.2\"" +
                    (firm ? "" : " stroke-dasharray=\"5 3\"") + "/>\n";
  const bool fits = width_of(bar.label) < to - at.x - 4;
  return out + (fits ? text({(at.x + to) / 2, at.y + 13.5}, bar.label, 11, "middle", true)
                     : text({at.x - 5, at.y + 13.5}, bar.label, 11, "end", true));
}

std::string drawn_mark(bool decision, Point at) {
  if (decision) {
    return "<path d=\"M" + number(at.x) + " " + number(at.y - 5) +
           "l5 5l-5 5l-5 -5z\" fill=\"#fff\" stroke=\"#000\" stroke-width=\"1.3\"/>\n";
  }
  return "<circle cx=\"" + number(at.x) + "\" cy=\"" + number(at.y) +
         "\" r=\"4.6\" fill=\"#000\" stroke=\"#fff\" stroke-width=\"1.2\"/>\n";
}

std::string drawn_page(Point at) {
  return "<path d=\"M" + number(at.x) + " " + number(at.y) +
         "h5l3 3v7h-8z\" fill=\"#000\" stroke=\"#000\"/>\n";
}

std::string drawn_legend(double y) {
  std::string out;
  double x = 16;
  const auto entry = [&](const std::string& words) {
    out += text({x + 42, y + 4}, words, 11, "start");
    x += 58 + width_of(words);
  };
  out += drawn_mark(false, {x + 28, y});
  entry("resolution, its vote: for–against–abstaining");
  out += drawn_mark(true, {x + 28, y});
  entry("decision");
  out += drawn_page({x + 26, y - 5});
  entry("report");
  out += line({x + 4, y}, {x + 38, y}, "stroke=\"#000\" stroke-width=\"3.4\"");
  entry("tracks part or join, by citation");
  out += line({x + 4, y}, {x + 38, y},
              "stroke=\"#000\" stroke-width=\"3.4\" stroke-dasharray=\"4 4\"");
  entry("the same, no citation known");
  y += 20;
  x = 16;
  out += line({x + 4, y}, {x + 38, y},
              "stroke=\"#000\" stroke-width=\"1.3\" stroke-dasharray=\"1 3\" "
              "marker-start=\"url(#tip)\" marker-end=\"url(#tip)\"");
  entry("rival texts of one session");
  out += line({x + 4, y}, {x + 36, y}, "stroke=\"#666\" marker-end=\"url(#tip)\"");
  entry("sets up");
  out += line({x + 4, y}, {x + 38, y}, "stroke=\"#666\" stroke-dasharray=\"1.5 3\"");
  entry("passes on to");
  out += drawn_bar({0, 0, 0, false, "", "consensus"}, {x + 6, y - 9}, x + 38);
  entry("body, consensus or in being");
  out += drawn_bar({0, 0, 0, false, "", "no consensus"}, {x + 6, y - 9}, x + 38);
  entry("body without consensus, or a proposal");
  return out;
}

}  // namespace lineage::analysis
