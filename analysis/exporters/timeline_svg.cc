// The picture of a timeline: a lane a track, years across. All sizes are in units of three quarters
// of a point, 1122 of them across: a landscape A4 page.
#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

#include "analysis/exporters/svg_shapes.h"
#include "analysis/exporters/text_layout.h"
#include "analysis/exporters/timeline.h"
#include "analysis/exporters/timeline_shapes.h"
#include "analysis/exporters/xml_text.h"
#include "analysis/exporters/year_scale.h"

namespace lineage::analysis {
namespace {

using svg::curve;
using svg::line;
using svg::number;
using svg::Point;
using svg::text;
using svg::width_of;

constexpr double kWidth = 1122;
constexpr double kLeft = 142;
constexpr double kRight = 24;
constexpr double kTop = 74;
constexpr double kRow = 13;  // between lines of labels

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
  explicit Picture(const Timeline& timeline)
      : timeline_(timeline), scale_(timeline, kLeft, kWidth - kRight) {}

  std::string draw(const std::string& title) {
    place_lanes();
    const double bottom = next_y_;
    const double height = bottom + 74;
    std::string out =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + number(kWidth) + " " +
        number(height) +
        "\" width=\"297mm\" font-family=\"Helvetica, Arial, sans-serif\">\n<title>" +
        xml_text(title) + "</title>\n<defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"7\" " +
        "refY=\"4\" markerWidth=\"5\" markerHeight=\"5\" orient=\"auto-start-reverse\">" +
        "<path d=\"M0 0L8 4L0 8z\"/></marker></defs>\n<rect width=\"100%\" height=\"100%\" " +
        "fill=\"#fff\"/>\n";
    out += text({kLeft, 26}, title, 17, "start", true);
    out += axis(bottom);
    out += bands_;
    out += strands();
    out += facings();
    out += body_;
    out += drawn_legend(bottom + 22);
    return out + "</svg>\n";
  }

 private:
  std::string axis(double bottom) const {
    std::string out;
    const int years = timeline_.last_year + 1 - timeline_.first_year;
    const int step = std::max(1, static_cast<int>(std::ceil(26.0 / ((kWidth - kLeft) / years))));
    for (int year = timeline_.first_year; year <= timeline_.last_year; ++year) {
      const double x = scale_.x_of(year);
      out += line({x, kTop - 14}, {x, bottom}, "stroke=\"#ddd\"");
      if ((year - timeline_.first_year) % step == 0) {
        out += text({(scale_.x_of(year) + scale_.x_of(year + 1.0)) / 2, kTop - 18},
                    std::to_string(year), 11, "middle");
      }
    }
    return out;
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
      const double from = scale_.x_of(bar.first);
      const double to = scale_.x_of(bar.last + 1);
      const double y = top + static_cast<double>(rows.take(from - 3, to)) * (kBarHeight + 4);
      body_ += drawn_bar(bar, {from, y}, to);
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

  // A little page on a stalk from its body, its number behind it. Returns where it ends below.
  double draw_report(const TimelineMark& mark, double top, LabelRows& labels) {
    const double x = scale_.x_of(mark.year);
    const double row = static_cast<double>(labels.take(x - 4, x + 10 + width_of(mark.label)));
    const double y = top + 5 + row * kRow;
    const auto bar = mark.body ? ends_.find(*mark.body) : ends_.end();
    const double stalk = bar == ends_.end() ? top - 6 : bar->second.first.y + kBarHeight / 2 - 3;
    body_ += line({x, stalk}, {x, y + 10}, "stroke=\"#000\"");
    body_ += drawn_page({x, y + 1});
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
          at_[mark.work] = {scale_.x_of(mark.year), y - 14};
        }
        continue;
      }
      const Point at{scale_.x_of(mark.year), y};
      at_[mark.work] = at;
      body_ += drawn_mark(mark.decision, at);
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
      const double x = scale_.x_of(mark.year);
      const double row = static_cast<double>(rows.take(x - 6, x + 10 + width_of(mark.label)));
      const Point at{x, next_y_ + 8 + row * (kRow + 1)};
      at_[mark.work] = at;
      body_ += drawn_mark(mark.decision, at);
      body_ += text({x + 8, at.y + 4}, mark.label, 11, "start");
    }
    return static_cast<double>(rows.count()) * (kRow + 1) + (rows.count() > 0 ? 3 : 0);
  }

  static bool has_votes(const TimelineLane& lane) {
    return std::ranges::any_of(lane.marks, [](const TimelineMark& m) { return !m.vote.empty(); });
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
    std::string out;
    for (const TimelineStrand& strand : timeline_.strands) {
      const Point from = end_of(strand.earlier, false);
      const Point to = end_of(strand.later, true);
      const std::string dash = strand.cited ? "" : " stroke-dasharray=\"4 4\"";
      switch (strand.kind) {
        case Kind::Along:
          out += line(from, to, "stroke=\"#000\" stroke-width=\"2\"" + dash);
          break;
        case Kind::Forks:
        case Kind::Merges:
          out += curve(from, to, "stroke=\"#000\" stroke-width=\"3.4\"" + dash);
          break;
        case Kind::SetsUp:
          out += curve(from, to, "stroke=\"#666\" stroke-width=\"1\" marker-end=\"url(#tip)\"");
          break;
        case Kind::Passes:
          if (from.y != to.y) {
            out += curve(from, to, "stroke=\"#666\" stroke-width=\"1\" stroke-dasharray=\"1.5 3\"");
          }
          break;
      }
    }
    return out;
  }

  // A double arrow between the rival texts of a session.
  std::string facings() const {
    std::string out;
    for (const Rivalry& rivalry : timeline_.rivalries) {
      for (std::size_t i = 1; i < rivalry.texts.size(); ++i) {
        Point a = end_of(rivalry.texts[i - 1], true);
        Point b = end_of(rivalry.texts[i], true);
        if (a.y > b.y) {
          std::swap(a, b);
        }
        a.y += 6;
        b.y -= 6;
        out += line(a, b,
                    "stroke=\"#000\" stroke-width=\"1.3\" stroke-dasharray=\"1 3\" "
                    "marker-start=\"url(#tip)\" marker-end=\"url(#tip)\"");
      }
    }
    return out;
  }

  const Timeline& timeline_;
  YearScale scale_;
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
