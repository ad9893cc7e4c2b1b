#include "analysis/routes.h"

#include <algorithm>
#include <cstdint>
#include <limits>

#include "analysis/closure.h"

namespace lineage::analysis {
namespace {

constexpr std::uint32_t kUnreached = std::numeric_limits<std::uint32_t>::max();

// The hops from each work to `to`, kUnreached where citations do not lead there.
std::vector<std::uint32_t> hops_to(const View& view, WorkId to) {
  std::vector<std::uint32_t> hops(view.size(), kUnreached);
  for (const Relative& relative : descendants(view, to)) {
    hops[relative.id] = relative.depth;
  }
  return hops;
}

// Depth-first enumeration of the simple routes of one exact length, with its own stack because the
// depth is the user's data.
class RoutesOfLength {
 public:
  RoutesOfLength(const View& view, WorkId to, const RouteOptions& options)
      : view_(view),
        to_(to),
        options_(options),
        hops_(hops_to(view, to)),
        on_route_(view.size(), false) {}

  [[nodiscard]] const std::vector<std::uint32_t>& hops() const { return hops_; }
  // True once the budget of steps is spent.
  [[nodiscard]] bool exhausted() const { return steps_ >= options_.max_steps; }

  // Appends the routes with `length` hops to `found` while there is room in it. Returns whether a
  // search with more hops may find more.
  bool append(WorkId from, std::size_t length, Routes& found);

 private:
  struct Frame {
    std::vector<WorkId> next;
    std::size_t tried = 0;
  };

  [[nodiscard]] bool may_step(WorkId here, WorkId there) const {
    return hops_[there] != kUnreached && !on_route_[there] &&
           (!options_.in_time_order || there < here);
  }
  void push(WorkId id) {
    route_.push_back(id);
    on_route_[id] = true;
    frames_.push_back({view_.cited(id), 0});
  }
  void pop() {
    on_route_[route_.back()] = false;
    route_.pop_back();
    frames_.pop_back();
  }

  const View& view_;
  WorkId to_;
  const RouteOptions& options_;
  std::vector<std::uint32_t> hops_;
  std::vector<bool> on_route_;
  Route route_;
  std::vector<Frame> frames_;
  std::size_t steps_ = 0;
};

bool RoutesOfLength::append(WorkId from, std::size_t length, Routes& found) {
  bool longer = false;
  push(from);
  while (!frames_.empty()) {
    Frame& frame = frames_.back();
    const WorkId here = route_.back();
    const std::size_t left = length - (route_.size() - 1);
    if (here == to_ || frame.tried == frame.next.size() || exhausted() || found.cut) {
      pop();
      continue;
    }
    const WorkId there = frame.next[frame.tried++];
    ++steps_;
    if (!may_step(here, there)) {
      continue;
    }
    if (left == 0 || hops_[there] > left - 1) {
      longer = true;
    } else if (there != to_) {
      push(there);
    } else if (left == 1) {
      if (found.routes.size() == options_.max_routes) {
        found.cut = true;
      } else {
        found.routes.push_back(route_);
        found.routes.back().push_back(to_);
      }
    }
  }
  return longer;
}

}  // namespace

std::optional<Route> shortest_route(const View& view, WorkId from, WorkId to) {
  const std::vector<std::uint32_t> hops = hops_to(view, to);
  if (hops[from] == kUnreached) {
    return std::nullopt;
  }
  Route route{from};
  while (route.back() != to) {
    for (const WorkId next : view.cited(route.back())) {
      if (hops[next] != kUnreached && hops[next] + 1 == hops[route.back()]) {
        route.push_back(next);
        break;
      }
    }
  }
  return route;
}

Routes routes(const View& view, WorkId from, WorkId to, const RouteOptions& options) {
  Routes found;
  if (from == to) {
    found.routes.push_back({from});
    return found;
  }
  RoutesOfLength search(view, to, options);
  if (search.hops()[from] == kUnreached) {
    return found;
  }
  bool more = true;
  const std::size_t most = std::min(options.max_hops, view.size());
  for (std::size_t length = search.hops()[from]; more && length <= most; ++length) {
    more = search.append(from, length, found);
    if (found.cut || search.exhausted()) {
      found.cut = true;
      return found;
    }
  }
  found.cut = more && options.max_hops < view.size();
  return found;
}

std::optional<Route> longest_chain(const View& view, WorkId from, WorkId to) {
  if (from == to) {
    return Route{from};
  }
  if (to > from || !view.has(from) || !view.has(to)) {
    return std::nullopt;
  }
  // best[i]: the hops of the longest chain from work to + i down to `to`, 0 where there is none.
  std::vector<std::uint32_t> best(from - to + 1, 0);
  std::vector<WorkId> via(from - to + 1, 0);
  for (WorkId id = to + 1; id <= from; ++id) {
    if (!view.has(id)) {
      continue;
    }
    for (const WorkId next : view.cited(id)) {
      const bool leads = next == to || (next > to && next < id && best[next - to] > 0);
      if (leads && best[next - to] + 1 >= best[id - to]) {
        best[id - to] = best[next - to] + 1;
        via[id - to] = next;
      }
    }
  }
  if (best[from - to] == 0) {
    return std::nullopt;
  }
  Route chain{from};
  while (chain.back() != to) {
    chain.push_back(via[chain.back() - to]);
  }
  return chain;
}

}  // namespace lineage::analysis
