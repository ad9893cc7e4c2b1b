#include "analysis/comparison.h"

#include <algorithm>
#include <iterator>

namespace lineage::analysis {
namespace {

Compared with_predecessor(const View& view, const SeriesIndex& series, WorkId work) {
  Compared compared{work, series.predecessor(work), {}};
  if (compared.predecessor && view.has(compared.predecessor->work)) {
    compared.lists = carry_over(view, work, compared.predecessor->work);
  } else {
    compared.predecessor.reset();
    compared.lists.fresh = view.cited(work);
  }
  return compared;
}

}  // namespace

Comparison compare(const View& view, const SeriesIndex& series, WorkId a, WorkId b) {
  Comparison result{
      with_predecessor(view, series, a), with_predecessor(view, series, b), {}, {}, {}, 1};
  const std::vector<WorkId> first = view.cited(a);
  const std::vector<WorkId> second = view.cited(b);
  std::ranges::set_difference(first, second, std::back_inserter(result.only_a));
  std::ranges::set_difference(second, first, std::back_inserter(result.only_b));
  std::ranges::set_intersection(first, second, std::back_inserter(result.both));
  const std::size_t all = result.only_a.size() + result.only_b.size() + result.both.size();
  if (all > 0) {
    result.jaccard = static_cast<double>(result.both.size()) / static_cast<double>(all);
  }
  return result;
}

}  // namespace lineage::analysis
