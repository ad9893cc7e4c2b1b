#include "analysis/cocitation.h"

#include <algorithm>
#include <cmath>

#include "analysis/structure.h"

namespace lineage::analysis {
namespace {

template <bool to_cited, typename Visit>
void for_each_neighbour(const View& view, WorkId id, Visit&& visit) {
  if constexpr (to_cited) {
    for_each_cited(view, id, visit);
  } else {
    for_each_citing(view, id, visit);
  }
}

// The neighbours of the members in one direction, each once, ascending.
template <bool to_cited>
std::vector<WorkId> ties_of(const View& view, std::span<const WorkId> works) {
  std::vector<WorkId> ties;
  for (const WorkId id : works) {
    if (view.has(id)) {
      for_each_neighbour<to_cited>(view, id, [&](WorkId other) { ties.push_back(other); });
    }
  }
  std::ranges::sort(ties);
  ties.erase(std::unique(ties.begin(), ties.end()), ties.end());
  return ties;
}

// By way of what the members cite, or of what cites them.
template <bool to_cited>
std::vector<Companion> companions(const View& view, std::span<const WorkId> works) {
  const std::vector<WorkId> ties = ties_of<to_cited>(view, works);
  std::vector<std::size_t> shared(view.size(), 0);
  for (const WorkId tie : ties) {
    for_each_neighbour<!to_cited>(view, tie, [&](WorkId other) { ++shared[other]; });
  }
  for (const WorkId id : works) {
    shared[id] = 0;
  }
  std::vector<Companion> found;
  for (WorkId id = 0; id < view.size(); ++id) {
    if (shared[id] > 0) {
      std::size_t own = 0;
      for_each_neighbour<to_cited>(view, id, [&](WorkId) { ++own; });
      const double mean = std::sqrt(static_cast<double>(ties.size()) * static_cast<double>(own));
      found.push_back({id, shared[id], static_cast<double>(shared[id]) / mean});
    }
  }
  return found;
}

}  // namespace

std::vector<Companion> cocited(const View& view, std::span<const WorkId> works) {
  return companions<false>(view, works);
}

std::vector<Companion> coupled(const View& view, std::span<const WorkId> works) {
  return companions<true>(view, works);
}

}  // namespace lineage::analysis
