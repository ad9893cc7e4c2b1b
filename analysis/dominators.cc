#include "analysis/dominators.h"

#include <algorithm>
#include <cstddef>
#include <limits>

namespace lineage::analysis {
namespace {

constexpr WorkId kNone = std::numeric_limits<WorkId>::max();

// A shortest path from a member of `younger` to the first work for which `is_end` holds.
std::vector<WorkId> shortest_path(const LineageGraph& graph,
                                  const std::vector<bool>& is_end,
                                  std::span<const WorkId> younger,
                                  const std::function<bool(const Edge&)>& follow) {
  std::vector<WorkId> before(graph.work_count(), kNone);
  std::vector<WorkId> queue;
  for (const WorkId start : younger) {
    if (before[start] == kNone) {
      before[start] = start;
      queue.push_back(start);
    }
  }
  for (std::size_t next = 0; next < queue.size(); ++next) {
    if (is_end[queue[next]]) {
      std::vector<WorkId> path{queue[next]};
      while (before[path.back()] != path.back()) {
        path.push_back(before[path.back()]);
      }
      std::ranges::reverse(path);
      return path;
    }
    for (const EdgeId id : graph.cites(queue[next])) {
      const WorkId target = graph.edge(id).target;
      if (follow(graph.edge(id)) && before[target] == kNone) {
        before[target] = queue[next];
        queue.push_back(target);
      }
    }
  }
  return {};
}

// Goes from the works of the path into everything beside it and keeps the furthest place on the
// path that it comes back to. Places count from 1; the one behind the last stands for any end.
class Sweep {
 public:
  Sweep(const LineageGraph& graph,
        const std::vector<bool>& is_end,
        const std::vector<WorkId>& path,
        const std::function<bool(const Edge&)>& follow)
      : graph_(graph),
        is_end_(is_end),
        follow_(follow),
        place_(graph.work_count(), 0),
        seen_(graph.work_count(), false),
        behind_(path.size() + 1) {
    for (std::size_t i = 0; i < path.size(); ++i) {
      place_[path[i]] = i + 1;
    }
  }

  // A work that something before the current place leads to, and all that follows from it.
  void touch(WorkId id) {
    reach(id);
    drain();
  }
  void leave(WorkId id) {
    reach_cited(id);
    drain();
  }
  [[nodiscard]] std::size_t furthest() const { return furthest_; }

 private:
  void reach(WorkId id) {
    if (place_[id] != 0) {
      furthest_ = std::max(furthest_, place_[id]);
    } else if (is_end_[id]) {
      furthest_ = behind_;
    } else if (!seen_[id]) {
      seen_[id] = true;
      beside_.push_back(id);
    }
  }
  void drain() {
    while (!beside_.empty()) {
      const WorkId next = beside_.back();
      beside_.pop_back();
      reach_cited(next);
    }
  }
  void reach_cited(WorkId id) {
    for (const EdgeId edge : graph_.cites(id)) {
      if (follow_(graph_.edge(edge))) {
        reach(graph_.edge(edge).target);
      }
    }
  }

  const LineageGraph& graph_;
  const std::vector<bool>& is_end_;
  const std::function<bool(const Edge&)>& follow_;
  std::vector<std::size_t> place_;  // on the path, 0 for works beside it
  std::vector<bool> seen_;
  std::vector<WorkId> beside_;
  std::size_t behind_;
  std::size_t furthest_ = 0;
};

}  // namespace

std::vector<WorkId> dominators(const LineageGraph& graph,
                               std::span<const WorkId> older,
                               std::span<const WorkId> younger,
                               const std::function<bool(const Edge&)>& follow) {
  std::vector<bool> is_end(graph.work_count(), false);
  for (const WorkId id : older) {
    is_end[id] = true;
  }
  const std::vector<WorkId> path = shortest_path(graph, is_end, younger, follow);
  Sweep sweep(graph, is_end, path, follow);
  for (const WorkId start : younger) {
    sweep.touch(start);
  }
  std::vector<WorkId> found;
  for (std::size_t i = 0; i < path.size(); ++i) {
    // What lies before place i + 1 leads no further than to it.
    if (sweep.furthest() == i + 1) {
      found.push_back(path[i]);
    }
    sweep.leave(path[i]);
  }
  return found;
}

}  // namespace lineage::analysis
