#include "analysis/reach.h"

#include <algorithm>

#include "analysis/structure.h"

namespace lineage::analysis {
namespace {

// Goes over the ids in the direction in which nearly all edges point. At first every text that is
// seen shows what it leads to. Where the half of a block of texts is seen, this is turned round:
// every text looks for one that is seen among those that lead to it, and finds it at the first or
// second.
template <bool to_cited>
class Sweep {
 public:
  explicit Sweep(const View& view)
      : view_(view),
        along_(to_cited ? view.structure().graph : view.structure().citing),
        against_(to_cited ? view.structure().citing : view.structure().graph),
        seen_(view.size(), false) {}

  std::vector<bool> from(std::span<const WorkId> starts) && {
    auto first = static_cast<WorkId>(view_.size());  // in the order of the sweep
    for (const WorkId id : starts) {
      if (view_.has(id)) {
        seen_[id] = true;
        first = std::min(first, place_of(id));
      }
    }
    sweep(first);
    follow_edges_against_the_sweep();
    return std::move(seen_);
  }

 private:
  static constexpr WorkId kBlock = 4096;

  // The n-th text of the sweep, and its n: each is the other's inverse.
  [[nodiscard]] WorkId place_of(WorkId id) const {
    return to_cited ? static_cast<WorkId>(view_.size()) - 1 - id : id;
  }

  void sweep(WorkId place) {
    WorkId seen_in_block = 0;
    bool turned = false;
    for (; place < view_.size(); ++place) {
      const WorkId id = place_of(place);
      if (turned) {
        seen_[id] = seen_[id] || (view_.has(id) && is_led_to(id));
      } else if (seen_[id]) {
        ++seen_in_block;
        expand<true>(id, [](WorkId) {});
      }
      if (place % kBlock == kBlock - 1) {
        turned = turned || seen_in_block >= kBlock / 2;
        seen_in_block = 0;
      }
    }
  }

  // Whether a text that the sweep has been at is seen and leads to this one.
  [[nodiscard]] bool is_led_to(WorkId id) const {
    for (const Arc arc : boost::make_iterator_range(out_edges(id, against_))) {
      const WorkId other = target(arc, against_);
      if (seen_[other] && (to_cited ? other > id : other < id) &&
          view_.has(against_[arc].relation)) {
        return true;
      }
    }
    return false;
  }

  // The sweep marks nothing that it is past: nobody would go on from there.
  template <bool in_sweep, typename Found>
  void expand(WorkId id, Found&& found) {
    for (const Arc arc : boost::make_iterator_range(out_edges(id, along_))) {
      const WorkId other = target(arc, along_);
      const bool ahead = !in_sweep || (to_cited ? other < id : other > id);
      if (!seen_[other] && ahead && view_.has(along_[arc].relation) && view_.has(other)) {
        seen_[other] = true;
        found(other);
      }
    }
  }

  // The sweep is past what these lead to; what it did not see is walked as usual.
  void follow_edges_against_the_sweep() {
    std::vector<WorkId> open;
    const auto push = [&](WorkId id) { open.push_back(id); };
    for (const WorkId citing : view_.structure().forward) {
      if constexpr (to_cited) {
        if (seen_[citing]) {
          expand<false>(citing, push);
        }
      } else if (view_.has(citing) && !seen_[citing]) {
        bool leads = false;
        for_each_cited(view_, citing, [&](WorkId cited) { leads = leads || seen_[cited]; });
        if (leads) {
          seen_[citing] = true;
          open.push_back(citing);
        }
      }
      while (!open.empty()) {
        const WorkId id = open.back();
        open.pop_back();
        expand<false>(id, push);
      }
    }
  }

  const View& view_;
  const CompressedGraph& along_;
  const CompressedGraph& against_;
  std::vector<bool> seen_;
};

}  // namespace

std::vector<bool> reached(const View& view, std::span<const WorkId> starts, Direction direction) {
  return direction == Direction::ToCited ? Sweep<true>(view).from(starts)
                                         : Sweep<false>(view).from(starts);
}

}  // namespace lineage::analysis
