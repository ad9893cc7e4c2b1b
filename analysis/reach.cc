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
        if (seen_[id]) {
          expand(id);
        }
      }
    } else {
      for (WorkId id = lowest; id < view_.size(); ++id) {
        if (seen_[id]) {
          expand(id);
        }
      }
    }
    is_swept_ = true;
    // The sweep is past what citations against its direction led to.
    while (!behind_.empty()) {
      const WorkId id = behind_.back();
      behind_.pop_back();
      expand(id);
    }
    return std::move(seen_);
  }

 private:
  // Whether the text is seen is asked first: nearly all are, and the rest of the question is saved.
  void expand(WorkId id) {
    const CompressedGraph& graph = view_.structure().graph;
    if constexpr (to_cited) {
      for (const Arc arc : boost::make_iterator_range(out_edges(id, graph))) {
        add(target(arc, graph), id, graph[arc].relation);
      }
    } else {
      for (const Arc arc : boost::make_iterator_range(in_edges(id, graph))) {
        if (!seen_[source(arc, graph)]) {
          add(source(arc, graph), id, graph[arc].relation);
        }
      }
    }
  }
  void add(WorkId far, WorkId from, const Relation& relation) {
    if (!seen_[far] && view_.has(relation) && view_.has(far)) {
      seen_[far] = true;
      if (is_swept_ || (to_cited ? far > from : far < from)) {
        behind_.push_back(far);
      }
    }
  }

  const View& view_;
  std::vector<bool> seen_;
  bool is_swept_ = false;
  std::vector<WorkId> behind_;  // seen when the sweep was past them, not expanded
};

}  // namespace

std::vector<bool> reached(const View& view, std::span<const WorkId> starts, Direction direction) {
  return direction == Direction::ToCited ? Sweep<true>(view).from(starts)
                                         : Sweep<false>(view).from(starts);
}

}  // namespace lineage::analysis
