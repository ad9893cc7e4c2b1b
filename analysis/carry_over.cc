#include "analysis/carry_over.h"

#include <algorithm>
#include <iterator>

namespace lineage::analysis {

CarryOver carry_over(const View& view, WorkId work, WorkId predecessor) {
  const std::vector<WorkId> now = view.cited(work);
  const std::vector<WorkId> before = view.cited(predecessor);
  CarryOver result;
  std::ranges::set_difference(now, before, std::back_inserter(result.fresh));
  std::ranges::set_intersection(now, before, std::back_inserter(result.carried));
  std::ranges::set_difference(before, now, std::back_inserter(result.dropped));
  return result;
}

std::vector<std::optional<double>> freshness(const View& view, const SeriesIndex& series) {
  std::vector<std::optional<double>> shares(view.size());
  for (WorkId id = 0; id < view.size(); ++id) {
    const std::optional<Predecessor> before = series.predecessor(id);
    if (!view.has(id) || !before || !view.has(before->work)) {
      continue;
    }
    const CarryOver lists = carry_over(view, id, before->work);
    const std::size_t cited = lists.fresh.size() + lists.carried.size();
    if (cited > 0) {
      shares[id] = static_cast<double>(lists.fresh.size()) / static_cast<double>(cited);
    }
  }
  return shares;
}

}  // namespace lineage::analysis
