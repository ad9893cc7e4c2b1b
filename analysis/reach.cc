#include "analysis/reach.h"

#include <algorithm>

#include "analysis/structure.h"

namespace lineage::analysis {
namespace {

template <bool to_cited>
class Sweep {
 public:
  explicit Sweep(const View& view) : view_(view), seen_(view.size(), false) {}

  std::vector<bool> from(std::span<const WorkId> starts) && {
    WorkId lowest = static_cast<WorkId>(view_.size());
    WorkId highest = 0;
    for (const WorkId id : starts) {
      if (view_.has(id)) {
        seen_[id] = true;
        lowest = std::min(lowest, id);
        highest = std::max(highest, id);
      }
    }
    if (to_cited) {
      for (WorkId id = highest + 1; id-- > 0 && lowest < view_.size();) {
        expand(id);
      }
    } else {
      for (WorkId id = lowest; id < view_.size(); ++id) {
        expand(id);
      }
    }
    // The sweep is past what citations against its direction led to.
    while (!behind_.empty()) {
      const WorkId id = behind_.back();
      behind_.pop_back();
      visit(id, [&](WorkId other) { add(other, true); });
    }
    return std::move(seen_);
  }

 private:
  template <typename Visit>
  void visit(WorkId id, Visit&& each) {
    if constexpr (to_cited) {
      for_each_cited(view_, id, each);
    } else {
      for_each_citing(view_, id, each);
    }
  }
  void expand(WorkId id) {
    if (seen_[id]) {
      visit(id, [&](WorkId other) { add(other, to_cited ? other > id : other < id); });
    }
  }
  void add(WorkId id, bool is_behind) {
    if (!seen_[id]) {
      seen_[id] = true;
      if (is_behind) {
        behind_.push_back(id);
      }
    }
  }

  const View& view_;
  std::vector<bool> seen_;
  std::vector<WorkId> behind_;
};

}  // namespace

std::vector<bool> reached(const View& view, std::span<const WorkId> starts, Direction direction) {
  return direction == Direction::ToCited ? Sweep<true>(view).from(starts)
                                         : Sweep<false>(view).from(starts);
}

}  // namespace lineage::analysis
