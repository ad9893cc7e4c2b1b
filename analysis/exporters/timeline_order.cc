#include "analysis/exporters/timeline_order.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <numeric>
#include <utility>
#include <vector>

namespace lineage::analysis {
namespace {

class LaneOrder {
 public:
  explicit LaneOrder(const Timeline& timeline) : timeline_(timeline) {
    for (std::size_t i = 0; i < timeline.lanes.size(); ++i) {
      for (const TimelineMark& mark : timeline.lanes[i].marks) {
        lane_.emplace(mark.work, i);
      }
      for (const TimelineBar& bar : timeline.lanes[i].bars) {
        lane_.emplace(bar.body, i);
      }
    }
  }

  [[nodiscard]] std::vector<std::size_t> best() const {
    constexpr std::size_t kMostTried = 7;
    std::vector<std::size_t> order(timeline_.lanes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::vector<std::size_t> best = order;
    if (order.size() > kMostTried) {
      return best;
    }
    std::size_t least = length(order);
    while (std::next_permutation(order.begin(), order.end())) {
      if (const std::size_t found = length(order); found < least) {
        least = found;
        best = order;
      }
    }
    return best;
  }

 private:
  [[nodiscard]] std::size_t length(const std::vector<std::size_t>& order) const {
    std::vector<std::size_t> place(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
      place[order[i]] = i;
    }
    const auto between = [&](WorkId a, WorkId b) {
      const std::size_t x = place[lane_.at(a)];
      const std::size_t y = place[lane_.at(b)];
      return x < y ? y - x : x - y;
    };
    std::size_t sum = 0;
    for (const TimelineStrand& strand : timeline_.strands) {
      sum += between(strand.later, strand.earlier);
    }
    for (const Rivalry& rivalry : timeline_.rivalries) {
      sum += between(rivalry.texts.front(), rivalry.texts.back());
    }
    return sum;
  }

  const Timeline& timeline_;
  std::map<WorkId, std::size_t> lane_;
};

}  // namespace

void order_lanes(Timeline& timeline) {
  std::vector<TimelineLane> lanes;
  for (const std::size_t i : LaneOrder(timeline).best()) {
    lanes.push_back(std::move(timeline.lanes[i]));
  }
  timeline.lanes = std::move(lanes);
}

}  // namespace lineage::analysis
