#include "apps/lanes.h"

#include <algorithm>
#include <utility>

namespace lineage::cli {
namespace {

// A line on its way from one column to another between two rows.
struct Strand {
  std::size_t at;
  std::size_t to;
};

// Column i stands at character 2 * i, the slants between columns at the odd characters.
class Canvas {
 public:
  void put(std::size_t at, char c) {
    if (line_.size() <= at) {
      line_.resize(at + 1, ' ');
    }
    line_[at] = line_[at] == '/' && c == '\\' ? 'X' : c;
  }
  [[nodiscard]] std::string take() { return std::move(line_); }

 private:
  std::string line_;
};

class Lanes {
 public:
  [[nodiscard]] std::vector<LaneLine> take() { return std::move(lines_); }

  void row(std::size_t row, char mark, std::vector<std::size_t> parents) {
    std::size_t column = column_of(row);
    if (column == lanes_.size()) {
      lanes_.push_back(row);
    }
    node(row, column, mark);
    order(parents, column);
    part(column, parents);
    join();
  }

 private:
  [[nodiscard]] std::size_t column_of(std::size_t row) const {
    return static_cast<std::size_t>(std::ranges::find(lanes_, row) - lanes_.begin());
  }

  void node(std::size_t row, std::size_t column, char mark) {
    Canvas canvas;
    for (std::size_t i = 0; i < lanes_.size(); ++i) {
      canvas.put(2 * i, i == column ? mark : '|');
    }
    lines_.push_back({canvas.take(), row});
  }

  // Parents whose lane is further left come first and new ones next, the nearest first, so that strands
  // cross as little as they can.
  void order(std::vector<std::size_t>& parents, std::size_t column) const {
    const auto key = [&](std::size_t parent) {
      const std::size_t lane = column_of(parent);
      const int side = lane < column ? 0 : lane == lanes_.size() ? 1 : 2;
      return std::pair(side, side == 1 ? parent : lane);
    };
    std::ranges::sort(parents, {}, key);
  }

  // The lane of the node becomes one lane for each parent; a text that leads nowhere ends its lane.
  void part(std::size_t column, const std::vector<std::size_t>& parents) {
    std::vector<Strand> strands;
    for (std::size_t i = 0; i < column; ++i) {
      strands.push_back({i, i});
    }
    for (std::size_t i = 0; i < parents.size(); ++i) {
      strands.push_back({column, column + i});
    }
    for (std::size_t i = column + 1; i < lanes_.size(); ++i) {
      strands.push_back({i, i + parents.size() - 1});
    }
    lanes_.erase(lanes_.begin() + static_cast<std::ptrdiff_t>(column));
    lanes_.insert(lanes_.begin() + static_cast<std::ptrdiff_t>(column), parents.begin(), parents.end());
    move(std::move(strands));
  }

  // Lanes that wait for the same text become one, in the leftmost of their columns.
  void join() {
    std::vector<Strand> strands;
    std::vector<std::size_t> joined;
    for (std::size_t i = 0; i < lanes_.size(); ++i) {
      auto at = std::ranges::find(joined, lanes_[i]);
      strands.push_back({i, static_cast<std::size_t>(at - joined.begin())});
      if (at == joined.end()) {
        joined.push_back(lanes_[i]);
      }
    }
    lanes_ = std::move(joined);
    move(std::move(strands));
  }

  // Draws strands a column a line until all have arrived.
  void move(std::vector<Strand> strands) {
    const auto arrived = [](const Strand& strand) { return strand.at == strand.to; };
    while (!std::ranges::all_of(strands, arrived)) {
      Canvas canvas;
      for (Strand& strand : strands) {
        if (strand.at == strand.to) {
          canvas.put(2 * strand.at, '|');
        } else if (strand.at > strand.to) {
          canvas.put(2 * strand.at - 1, '/');
          --strand.at;
        } else {
          canvas.put(2 * strand.at + 1, '\\');
          ++strand.at;
        }
      }
      lines_.push_back({canvas.take(), std::nullopt});
    }
  }

  std::vector<std::size_t> lanes_;  // the row that each lane leads to
  std::vector<LaneLine> lines_;
};

}  // namespace

std::vector<LaneLine> draw_lanes(const std::vector<std::vector<std::size_t>>& parents,
                                 const std::string& marks) {
  Lanes lanes;
  for (std::size_t row = 0; row < parents.size(); ++row) {
    std::vector<std::size_t> below = parents[row];
    std::ranges::sort(below);
    below.erase(std::unique(below.begin(), below.end()), below.end());
    std::erase_if(below, [row](std::size_t parent) { return parent <= row; });
    lanes.row(row, marks[row], std::move(below));
  }
  return lanes.take();
}

}  // namespace lineage::cli
