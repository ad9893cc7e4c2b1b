// The picture of a timeline: a lane a track, years across. All sizes are in units of three quarters
// of a point, 1122 of them across: a landscape A4 page.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <vector>

#include "analysis/exporters/text_layout.h"
#include "analysis/exporters/timeline.h"

namespace lineage::analysis {
namespace {

constexpr double kWidth = 1122;
constexpr double kLeft = 142;
constexpr double kRight = 24;
constexpr double kTop = 74;
constexpr double kRow = 13;  // between lines of labels
constexpr double kBarHeight = 19;
constexpr const char* kHalo =
    " paint-order=\"stroke\" stroke=\"#fff\" stroke-width=\"3\" stroke-linejoin=\"round\"";
constexpr double kLetter = 6.2;  // the width of a character of 11 units

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : one_line(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

// One decimal, always with a point.
std::string number(double value) {
  const long tenths = std::lround(value * 10);
  const std::string whole = std::to_string(tenths / 10);
  return tenths % 10 == 0 ? whole : whole + "." + std::to_string(std::labs(tenths % 10));
}

double width_of(const std::string& text) {
  return kLetter * static_cast<double>(display_width(text));
}

struct Point {
  double x = 0;
  double y = 0;
};

// Lines of labels, each filled from the left: a label takes the first line where it has room.
class LabelRows {
 public:
  std::size_t take(double from, double to) {
    for (std::size_t row = 0; row < ends_.size(); ++row) {
      if (ends_[row] + 4 <= from) {
        ends_[row] = to;
        return row;
      }
    }
    ends_.push_back(to);
    return ends_.size() - 1;
  }
  [[nodiscard]] std::size_t count() const { return ends_.size(); }

 private:
  std::vector<double> ends_;
};

class Picture {
 public:
  explicit Picture(const Timeline& timeline) : timeline_(timeline) { set_scale(); }

  std::string draw(const std::string& title) {
    place_lanes();
    const double bottom = next_y_;
    const double height = bottom + 74;
    std::string svg =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + number(kWidth) + " " +
        number(height) +
        "\" width=\"297mm\" font-family=\"Helvetica, Arial, sans-serif\">\n<title>" +
        escaped(title) + "</title>\n<defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"7\" " +
        "refY=\"4\" markerWidth=\"5\" markerHeight=\"5\" orient=\"auto-start-reverse\">" +
        "<path d=\"M0 0L8 4L0 8z\"/></marker></defs>\n<rect width=\"100%\" height=\"100%\" " +
        "fill=\"#fff\"/>\n";
    svg += text({kLeft, 26}, title, 17, "start", true);
    svg += axis(bottom);
    svg += bands_;
    svg += strands();
    svg += facings();
    svg += body_;
    svg += legend(bottom + 22);
    return svg + "</svg>\n";
  }

 private:
  // A year in which more happens than one text a lane is twice as wide.
  void set_scale() {
    const auto years = static_cast<std::size_t>(timeline_.last_year + 1 - timeline_.first_year);
    std::vector<double> wide(years, 1);
    std::vector<std::size_t> marks(years, 0);
    for (const TimelineLane& lane : timeline_.lanes) {
      for (const TimelineMark& mark : lane.marks) {
        const double at = std::floor(mark.year) - timeline_.first_year;
        if (!mark.report && at >= 0 && at < static_cast<double>(years)) {
          ++marks[static_cast<std::size_t>(at)];
        }
      }
    }
    for (std::size_t i = 0; i < years; ++i) {
      if (marks[i] > 1) {
        for (std::size_t j = i; j < std::min(i + 2, years); ++j) {
          wide[j] = 1.8;
        }
      }
    }
    double sum = 0;
    for (const double one : wide) {
      sum += one;
    }
    starts_.push_back(kLeft);
    for (const double one : wide) {
      starts_.push_back(starts_.back() + one * (kWidth - kLeft - kRight) / sum);
    }
  }

  [[nodiscard]] double x_of(double year) const {
    const double last = static_cast<double>(starts_.size()) - 1;
    const double at = std::clamp(year - timeline_.first_year, 0.0, last);
    const auto whole = static_cast<std::size_t>(std::min(std::floor(at), last - 1));
    return starts_[whole] +
           (at - static_cast<double>(whole)) * (starts_[whole + 1] - starts_[whole]);
  }

  static std::string text(
      Point at, const std::string& words, int size, const char* anchor, bool bold = false) {
    return "<text x=\"" + number(at.x) + "\" y=\"" + number(at.y) + "\" font-size=\"" +
           std::to_string(size) + "\" text-anchor=\"" + anchor + "\"" +
           (bold ? " font-weight=\"bold\"" : "") + kHalo + ">" + escaped(words) + "</text>\n";
  }

  static std::string line(Point a, Point b, const std::string& style) {
    return "<path d=\"M" + number(a.x) + " " + number(a.y) + "L" + number(b.x) + " " + number(b.y) +
           "\" fill=\"none\" " + style + "/>\n";
  }

  // An S from one lane to another, level at both ends.
  static std::string curve(Point a, Point b, const std::string& style) {
    const double bend = std::max(14.0, std::abs(b.x - a.x) * 0.55);
    return "<path d=\"M" + number(a.x) + " " + number(a.y) + "C" + number(a.x + bend) + " " +
           number(a.y) + " " + number(b.x - bend) + " " + number(b.y) + " " + number(b.x) + " " +
           number(b.y) + "\" fill=\"none\" " + style + "/>\n";
  }

  std::string axis(double bottom) const {
    std::string svg;
    const int years = timeline_.last_year + 1 - timeline_.first_year;
    const int step = std::max(1, static_cast<int>(std::ceil(26.0 / ((kWidth - kLeft) / years))));
    for (int year = timeline_.first_year; year <= timeline_.last_year; ++year) {
      const double x = x_of(year);
      svg += line({x, kTop - 14}, {x, bottom}, "stroke=\"#ddd\"");
      if ((year - timeline_.first_year) % step == 0) {
        svg += text({(x_of(year) + x_of(year + 1.0)) / 2, kTop - 18}, std::to_string(year), 11,
                    "middle");
      }
    }
    return svg;
  }

  void place_lanes() {
    next_y_ = kTop;
    for (std::size_t i = 0; i < timeline_.lanes.size(); ++i) {
      const double top = next_y_;
      place_bars(timeline_.lanes[i]);
      place_marks(timeline_.lanes[i]);
      next_y_ += 8;
      bands_ += "<rect x=\"8\" y=\"" + number(top) + "\" width=\"" + number(kWidth - 16) +
                "\" height=\"" + number(next_y_ - top) + "\" fill=\"#000\" fill-opacity=\"" +
                (i % 2 == 0 ? "0.055" : "0.015") + "\"/>\n";
      const std::vector<std::string> name = wrapped(timeline_.lanes[i].name, 17, 4);
      for (std::size_t row = 0; row < name.size(); ++row) {
        body_ += text({16, (top + next_y_) / 2 + 15 * (static_cast<double>(row) + 0.8) -
                               7.5 * static_cast<double>(name.size())},
                      name[row], 13, "start", true);
      }
    }
  }

  void place_bars(const TimelineLane& lane) {
    if (lane.bars.empty()) {
      next_y_ += 8;
      return;
    }
    LabelRows rows;
    const double top = next_y_ + 8;
    double bottom = top;
    for (const TimelineBar& bar : lane.bars) {
      const double from = x_of(bar.first);
      const double to = x_of(bar.last + 1);
      const double y = top + static_cast<double>(rows.take(from - 3, to)) * (kBarHeight + 4);
      draw_bar(bar, {from, y}, to);
      ends_[bar.body] = {{from, y + kBarHeight / 2}, {to, y + kBarHeight / 2}};
      bottom = std::max(bottom, y + kBarHeight);
    }
    LabelRows labels;
    double last = bottom;
    for (const TimelineMark& mark : lane.marks) {
      if (mark.report) {
        last = std::max(last, draw_report(mark, bottom, labels));
      }
    }
    next_y_ = last + 4;
  }

  void draw_bar(const TimelineBar& bar, Point at, double to) {
    const bool firm = bar.outcome == "consensus" || bar.outcome == "in being";
    body_ += "<rect x=\"" + number(at.x) + "\" y=\"" + number(at.y) + "\" width=\"" +
             number(to - at.x - 2) + "\" height=\"" + number(kBarHeight) + "\" rx=\"3\" fill=\"" +
             (firm ? "#bcc7d6" : "#fff") + "\" stroke=\"#000\" stroke-width=\"1.2\"" +
             (firm ? "" : " stroke-dasharray=\"5 3\"") + "/>\n";
    const bool fits = width_of(bar.label) < to - at.x - 4;
    body_ += fits ? text({(at.x + to) / 2, at.y + 13.5}, bar.label, 11, "middle", true)
                  : text({at.x - 5, at.y + 13.5}, bar.label, 11, "end", true);
  }

  // A little page on a stalk, its number behind it. Returns where it ends below.
  double draw_report(const TimelineMark& mark, double top, LabelRows& labels) {
    const double x = x_of(mark.year);
    const double row = static_cast<double>(labels.take(x - 4, x + 10 + width_of(mark.label)));
    const double y = top + 5 + row * kRow;
    body_ += line({x, top - 6}, {x, y + 10}, "stroke=\"#000\"");
    draw_page({x, y + 1});
    body_ += text({x + 11, y + 11}, mark.label, 11, "start");
    return y + kRow;
  }

  void place_marks(const TimelineLane& lane) {
    const bool any = std::any_of(lane.marks.begin(), lane.marks.end(),
                                 [](const TimelineMark& mark) { return !mark.report; });
    const double y = next_y_ + 12 + place_decisions(lane);
    LabelRows labels;
    double last = any ? y + 8 : next_y_;
    for (const TimelineMark& mark : lane.marks) {
      if (mark.decision) {
        continue;
      }
      if (mark.report) {
        if (!at_.contains(mark.work)) {
          at_[mark.work] = {x_of(mark.year), y - 14};
        }
        continue;
      }
      const Point at{x_of(mark.year), y};
      at_[mark.work] = at;
      draw_mark(mark, at);
      const double wide = std::max(width_of(mark.label), width_of(mark.vote) * 0.92);
      const double row = static_cast<double>(labels.take(at.x - wide / 2, at.x + wide / 2));
      const double lines = mark.vote.empty() ? 1 : 2;
      const double base = y + 18 + row * (has_votes(lane) ? 2 * kRow + 1 : kRow);
      if (row > 0) {
        body_ += line({at.x, y + 5}, {at.x, base - 10}, "stroke=\"#999\" stroke-width=\"0.7\"");
      }
      body_ += text({at.x, base}, mark.label, 11, "middle", true);
      if (!mark.vote.empty()) {
        body_ += text({at.x, base + 12}, mark.vote, 11, "middle");
      }
      last = std::max(last, base + (lines - 1) * 12);
    }
    next_y_ = last + 4;
  }

  // Decisions stand above the texts of their lane, their numbers behind them. Returns how much
  // room they take.
  double place_decisions(const TimelineLane& lane) {
    LabelRows rows;
    for (const TimelineMark& mark : lane.marks) {
      if (!mark.decision) {
        continue;
      }
      const double x = x_of(mark.year);
      const double row = static_cast<double>(rows.take(x - 6, x + 10 + width_of(mark.label)));
      const Point at{x, next_y_ + 8 + row * (kRow + 1)};
      at_[mark.work] = at;
      draw_mark(mark, at);
      body_ += text({x + 8, at.y + 4}, mark.label, 11, "start");
    }
    return static_cast<double>(rows.count()) * (kRow + 1) + (rows.count() > 0 ? 3 : 0);
  }

  static bool has_votes(const TimelineLane& lane) {
    return std::ranges::any_of(lane.marks, [](const TimelineMark& m) { return !m.vote.empty(); });
  }

  void draw_mark(const TimelineMark& mark, Point at) {
    if (mark.decision) {
      body_ += "<path d=\"M" + number(at.x) + " " + number(at.y - 5) +
               "l5 5l-5 5l-5 -5z\" fill=\"#fff\" stroke=\"#000\" stroke-width=\"1.3\"/>\n";
    } else {
      body_ += "<circle cx=\"" + number(at.x) + "\" cy=\"" + number(at.y) +
               "\" r=\"4.6\" fill=\"#000\" stroke=\"#fff\" stroke-width=\"1.2\"/>\n";
    }
  }

  [[nodiscard]] Point end_of(WorkId id, bool later) const {
    if (const auto bar = ends_.find(id); bar != ends_.end()) {
      return later ? bar->second.first : bar->second.second;
    }
    const auto mark = at_.find(id);
    return mark == at_.end() ? Point{} : mark->second;
  }

  std::string strands() const {
    using Kind = TimelineStrand::Kind;
    std::string svg;
    for (const TimelineStrand& strand : timeline_.strands) {
      const Point from = end_of(strand.earlier, false);
      const Point to = end_of(strand.later, true);
      const std::string dash = strand.cited ? "" : " stroke-dasharray=\"4 4\"";
      switch (strand.kind) {
        case Kind::Along:
          svg += line(from, to, "stroke=\"#000\" stroke-width=\"2\"" + dash);
          break;
        case Kind::Forks:
        case Kind::Merges:
          svg += curve(from, to, "stroke=\"#000\" stroke-width=\"3.4\"" + dash);
          break;
        case Kind::SetsUp:
          svg += curve(from, to, "stroke=\"#666\" stroke-width=\"1\" marker-end=\"url(#tip)\"");
          break;
        case Kind::Passes:
          if (from.y != to.y) {
            svg += curve(from, to, "stroke=\"#666\" stroke-width=\"1\" stroke-dasharray=\"1.5 3\"");
          }
          break;
      }
    }
    return svg;
  }

  // A double arrow between the rival texts of a session.
  std::string facings() const {
    std::string svg;
    for (const Rivalry& rivalry : timeline_.rivalries) {
      for (std::size_t i = 1; i < rivalry.texts.size(); ++i) {
        Point a = end_of(rivalry.texts[i - 1], true);
        Point b = end_of(rivalry.texts[i], true);
        if (a.y > b.y) {
          std::swap(a, b);
        }
        a.y += 6;
        b.y -= 6;
        svg += line(a, b,
                    "stroke=\"#000\" stroke-width=\"1.3\" stroke-dasharray=\"1 3\" "
                    "marker-start=\"url(#tip)\" marker-end=\"url(#tip)\"");
      }
    }
    return svg;
  }

  std::string legend(double y) {
    body_.clear();
    double x = 16;
    const auto entry = [&](const std::string& words) {
      body_ += text({x + 42, y + 4}, words, 11, "start");
      x += 58 + width_of(words);
    };
    draw_mark({0, 0, "", "", false, false}, {x + 28, y});
    entry("resolution, with its vote");
    draw_mark({0, 0, "", "", false, true}, {x + 28, y});
    entry("decision");
    draw_page({x + 26, y - 5});
    entry("report");
    body_ += line({x + 4, y}, {x + 38, y}, "stroke=\"#000\" stroke-width=\"3.4\"");
    entry("tracks part or join, by citation");
    body_ += line({x + 4, y}, {x + 38, y},
                  "stroke=\"#000\" stroke-width=\"3.4\" stroke-dasharray=\"4 4\"");
    entry("the same, no citation known");
    y += 20;
    x = 16;
    body_ += line({x + 4, y}, {x + 38, y},
                  "stroke=\"#000\" stroke-width=\"1.3\" stroke-dasharray=\"1 3\" "
                  "marker-start=\"url(#tip)\" marker-end=\"url(#tip)\"");
    entry("rival texts of one session");
    body_ += line({x + 4, y}, {x + 36, y}, "stroke=\"#666\" marker-end=\"url(#tip)\"");
    entry("sets up");
    body_ += line({x + 4, y}, {x + 38, y}, "stroke=\"#666\" stroke-dasharray=\"1.5 3\"");
    entry("passes on to");
    draw_bar({0, 0, 0, false, "", "consensus"}, {x + 6, y - 9}, x + 38);
    entry("body, consensus or in being");
    draw_bar({0, 0, 0, false, "", "no consensus"}, {x + 6, y - 9}, x + 38);
    entry("body without consensus, or a proposal");
    return body_;
  }
  void draw_page(Point at) {
    body_ += "<path d=\"M" + number(at.x) + " " + number(at.y) +
             "h5l3 3v7h-8z\" fill=\"#000\" stroke=\"#000\"/>\n";
  }

  const Timeline& timeline_;
  std::vector<double> starts_;  // where each year begins, and where the last ends
  double next_y_ = kTop;
  std::string bands_;
  std::string body_;
  std::map<WorkId, Point> at_;                      // marks
  std::map<WorkId, std::pair<Point, Point>> ends_;  // of bars
};

}  // namespace

std::string to_svg(const Timeline& timeline, const std::string& title) {
  return Picture(timeline).draw(title);
}

}  // namespace lineage::analysis
