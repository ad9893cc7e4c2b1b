#include "apps/answers/lanes.h"

#include <algorithm>
#include <utility>

namespace lineage::cli {
namespace {

// Column i stands at character 2 * i, the strands between columns at the odd characters.
class Canvas {
 public:
  void put(std::size_t at, char c) {
    if (line_.size() <= at) {
      line_.resize(at + 1, ' ');
    }
    line_[at] = c;
  }
  // A horizontal strand, drawn behind whatever stands there.
  void run(std::size_t first, std::size_t last) {
    for (std::size_t at = first; at <= last; ++at) {
      if (at >= line_.size() || line_[at] == ' ') {
        put(at, '_');
      }
    }
  }
  [[nodiscard]] std::string take() { return std::move(line_); }

 private:
  std::string line_;
};

class Lanes {
 public:
  [[nodiscard]] std::vector<LaneLine> take() { return std::move(lines_); }

  // `parents` has no repetition; the first that is new goes straight on.
  void row(std::size_t row, char mark, const std::vector<std::size_t>& parents) {
    const std::size_t column = take_column(row);
    node(row, column, mark);
    lanes_[column].reset();
    connect(column, targets(column, parents));
    while (!lanes_.empty() && !lanes_.back()) {
      lanes_.pop_back();
    }
  }

 private:
  // The lane that leads to the row, or a free one.
  std::size_t take_column(std::size_t row) {
    const auto waiting = std::ranges::find(lanes_, std::optional(row));
    const std::size_t column = waiting != lanes_.end()
                                   ? static_cast<std::size_t>(waiting - lanes_.begin())
                                   : free_column(0);
    lanes_[column] = row;
    return column;
  }

  // The free column nearest to `column`, of two the right one; a new one where none is nearer.
  std::size_t free_column(std::size_t column) {
    for (std::size_t away = 0; column + away < lanes_.size(); ++away) {
      if (!lanes_[column + away]) {
        return column + away;
      }
      if (away <= column && !lanes_[column - away]) {
        return column - away;
      }
    }
    lanes_.emplace_back();
    return lanes_.size() - 1;
  }

  void node(std::size_t row, std::size_t column, char mark) {
    Canvas canvas;
    for (std::size_t i = 0; i < lanes_.size(); ++i) {
      if (lanes_[i]) {
        canvas.put(2 * i, i == column ? mark : '|');
      }
    }
    lines_.push_back({canvas.take(), row});
  }

  // The columns that strands lead to. The nearest new row goes straight on, so that a series is one
  // lane.
  std::vector<std::size_t> targets(std::size_t column, const std::vector<std::size_t>& parents) {
    std::vector<std::size_t> columns;
    std::vector<std::size_t> fresh;
    for (const std::size_t parent : parents) {
      const auto waiting = std::ranges::find(lanes_, std::optional(parent));
      if (waiting != lanes_.end()) {
        columns.push_back(static_cast<std::size_t>(waiting - lanes_.begin()));
      } else {
        fresh.push_back(parent);
      }
    }
    for (const std::size_t parent : fresh) {
      const std::size_t free = free_column(column);
      lanes_[free] = parent;
      columns.push_back(free);
    }
    return columns;
  }

  void connect(std::size_t column, const std::vector<std::size_t>& columns) {
    const auto straight = [column](std::size_t target) { return target == column; };
    if (std::ranges::all_of(columns, straight)) {
      return;
    }
    Canvas canvas;
    for (std::size_t i = 0; i < lanes_.size(); ++i) {
      const bool begins = std::ranges::find(columns, i) != columns.end() && i != column;
      if (lanes_[i] && !(begins && began_here(i))) {
        canvas.put(2 * i, '|');
      }
    }
    for (const std::size_t target : columns) {
      if (target > column) {
        canvas.put(2 * target - 1, '\\');
      } else if (target < column) {
        canvas.put(2 * target + 1, '/');
      }
    }
    const auto [least, most] = std::ranges::minmax(columns);
    if (most > column) {
      canvas.run(2 * column + 1, 2 * most - 1);
    }
    if (least < column) {
      canvas.run(2 * least + 1, 2 * column - 1);
    }
    lines_.push_back({canvas.take(), std::nullopt});
  }

  // True when no lane stood in the column on the node's own line.
  [[nodiscard]] bool began_here(std::size_t column) const {
    const std::string& above = lines_.back().drawing;
    return 2 * column >= above.size() || above[2 * column] == ' ';
  }

  std::vector<std::optional<std::size_t>> lanes_;  // the row that each lane leads to
  std::vector<LaneLine> lines_;
};

}  // namespace

std::vector<LaneLine> draw_lanes(const std::vector<std::vector<std::size_t>>& parents,
                                 const std::string& marks) {
  Lanes lanes;
  for (std::size_t row = 0; row < parents.size(); ++row) {
    std::vector<std::size_t> below = parents[row];
    std::erase_if(below, [row](std::size_t parent) { return parent <= row; });
    // A row that leads on comes before one that ends: so a series is one straight lane, and the
    // reports that each text of it cites stand beside it.
    std::ranges::sort(
        below, {}, [&](std::size_t parent) { return std::pair(parents[parent].empty(), parent); });
    below.erase(std::unique(below.begin(), below.end()), below.end());
    lanes.row(row, marks[row], below);
  }
  return lanes.take();
}

}  // namespace lineage::cli
