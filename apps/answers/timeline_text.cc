#include "apps/answers/timeline_text.h"

#include <algorithm>
#include <set>
#include <sstream>

#include "analysis/exporters/text_layout.h"

namespace lineage::cli {
namespace {

constexpr std::size_t kName = 13;  // columns of the names, with a space behind them

using analysis::Timeline;
using analysis::TimelineBar;
using analysis::TimelineLane;
using analysis::TimelineMark;
using analysis::TimelineStrand;

// At words: the columns are too few to fill every line.
std::vector<std::string> name_lines(const std::string& name) {
  std::vector<std::string> lines;
  std::istringstream words(analysis::one_line(name));
  for (std::string word; words >> word;) {
    const bool joins =
        !lines.empty() &&
        analysis::display_width(lines.back()) + 1 + analysis::display_width(word) < kName;
    if (joins) {
      lines.back() += " " + word;
    } else {
      lines.push_back(word);
    }
  }
  return lines;
}

class Canvas {
 public:
  Canvas(const Timeline& timeline, std::size_t width)
      : timeline_(timeline),
        years_(static_cast<std::size_t>(timeline.last_year + 1 - timeline.first_year)),
        step_(std::clamp<std::size_t>((width - std::min(width, kName)) / years_, 1, 6)) {
    for (const analysis::Rivalry& rivalry : timeline.rivalries) {
      rivals_.insert(rivalry.texts.begin(), rivalry.texts.end());
    }
    for (const TimelineStrand& strand : timeline.strands) {
      if (strand.kind == TimelineStrand::Kind::Merges) {
        joins_.insert(strand.later);
      }
    }
  }

  std::vector<std::string> draw() {
    add_years();
    for (const TimelineLane& lane : timeline_.lanes) {
      add_lane(lane);
    }
    return std::move(lines_);
  }

 private:
  [[nodiscard]] std::size_t column(double year) const {
    const double columns = (year - timeline_.first_year) * static_cast<double>(step_);
    return std::min(static_cast<std::size_t>(std::max(columns, 0.0)), years_ * step_ - 1);
  }

  [[nodiscard]] std::string blank() const { return std::string(years_ * step_, ' '); }

  void add(const std::string& name, const std::string& row) {
    std::string line = analysis::shortened(name, kName - 1);
    line.append(kName - std::min(kName, analysis::display_width(line)), ' ');
    line += row;
    while (line.ends_with(' ')) {
      line.pop_back();
    }
    lines_.push_back(line);
  }

  void add_years() {
    std::string row = blank();
    const bool short_form = step_ < 5;
    const std::size_t every = step_ >= 3 ? 1 : 5;
    for (std::size_t i = 0; i < years_; i += every) {
      const std::string year = std::to_string(timeline_.first_year + static_cast<int>(i));
      const std::string shown = short_form && step_ >= 3 ? year.substr(2) : year;
      for (std::size_t c = 0; c < shown.size() && i * step_ + c < row.size(); ++c) {
        row[i * step_ + c] = shown[c];
      }
    }
    add("", row);
  }

  void add_lane(const TimelineLane& lane) {
    std::vector<std::string> rows;
    for (const TimelineBar& bar : lane.bars) {
      draw_bar(bar, rows);
    }
    const auto is_report = [](const TimelineMark& mark) { return mark.report; };
    if (std::ranges::any_of(lane.marks, is_report)) {
      rows.push_back(marks(lane, true));
    }
    if (!std::ranges::all_of(lane.marks, is_report)) {
      rows.push_back(marks(lane, false));
    }
    const std::vector<std::string> name = name_lines(lane.name);
    for (std::size_t i = 0; i < std::max(rows.size(), name.size()); ++i) {
      add(i < name.size() ? name[i] : "", i < rows.size() ? rows[i] : "");
    }
  }

  // In the first row that is free there.
  void draw_bar(const TimelineBar& bar, std::vector<std::string>& rows) const {
    const std::size_t from = column(bar.first);
    const std::size_t to = std::max(column(bar.last + 1.0 - 0.001), from + 1);
    const auto is_free = [&](const std::string& row) {
      return row.find_first_not_of(' ', from) > to || row.find_first_not_of(' ', from) == row.npos;
    };
    auto row = std::ranges::find_if(rows, is_free);
    if (row == rows.end()) {
      row = rows.insert(rows.end(), blank());
    }
    const char fill = bar.outcome == "no consensus" ? '-' : bar.outcome == "proposal" ? '.' : '=';
    for (std::size_t c = from; c <= to && c < row->size(); ++c) {
      (*row)[c] = c == from ? '[' : c == to ? (bar.open ? '>' : ']') : fill;
    }
  }

  [[nodiscard]] char letter(const TimelineMark& mark) const {
    if (mark.report) {
      return 'r';
    }
    if (mark.decision) {
      return '+';
    }
    return joins_.contains(mark.work) ? '*' : rivals_.contains(mark.work) ? 'x' : 'o';
  }

  // Resolutions first, so that decisions of the same days stand beside them.
  [[nodiscard]] std::string marks(const TimelineLane& lane, bool reports) const {
    std::string row = blank();
    for (const bool decisions : {false, true}) {
      for (const TimelineMark& mark : lane.marks) {
        if (mark.report != reports || mark.decision != decisions) {
          continue;
        }
        std::size_t at = column(mark.year);
        while (at > 0 && row[at] != ' ') {
          --at;
        }
        row[at] = letter(mark);
      }
    }
    return row;
  }

  const Timeline& timeline_;
  std::size_t years_;
  std::size_t step_;
  std::set<WorkId> rivals_;
  std::set<WorkId> joins_;
  std::vector<std::string> lines_;
};

}  // namespace

std::vector<std::string> timeline_lines(const Timeline& timeline, std::size_t width) {
  return Canvas(timeline, width).draw();
}

std::string timeline_key() {
  return "[===] body, consensus or in being  [---] no consensus  [...] proposal  r report  "
         "o resolution  x with a rival  * joins tracks  + decision";
}

}  // namespace lineage::cli
