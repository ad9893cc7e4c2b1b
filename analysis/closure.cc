#include "analysis/closure.h"

#include <algorithm>

#include "analysis/structure.h"

namespace lineage::analysis {
namespace {

// Calls `visit(Relative) -> Walk` once for each work that is reached, the nearest first.
template <typename Visit>
void walk(const View& view, WorkId start, Direction direction, Visit&& visit) {
  if (!view.has(start)) {
    return;
  }
  std::vector<bool> seen(view.size(), false);
  std::vector<Relative> queue{{start, 0}};
  seen[start] = true;
  for (std::size_t next = 0; next < queue.size(); ++next) {
    const Relative here = queue[next];
    const Walk verdict = visit(here);
    if (verdict == Walk::Stop) {
      return;
    }
    const auto reach = [&](WorkId far) {
      if (!seen[far]) {
        seen[far] = true;
        queue.push_back({far, here.depth + 1});
      }
    };
    if (verdict == Walk::Continue) {
      direction == Direction::ToCited ? for_each_cited(view, here.id, reach)
                                      : for_each_citing(view, here.id, reach);
    }
  }
}

std::vector<Relative> closure(const View& view,
                              WorkId work,
                              Direction direction,
                              std::uint32_t max_depth) {
  std::vector<Relative> found;
  walk(view, work, direction, [&](const Relative& here) {
    found.push_back(here);
    return here.depth < max_depth ? Walk::Continue : Walk::Prune;
  });
  std::ranges::sort(found, {}, &Relative::id);
  return found;
}

}  // namespace

std::vector<Relative> ancestors(const View& view, WorkId work, std::uint32_t max_depth) {
  return closure(view, work, Direction::ToCited, max_depth);
}

std::vector<Relative> descendants(const View& view, WorkId work, std::uint32_t max_depth) {
  return closure(view, work, Direction::ToCiting, max_depth);
}

std::vector<WorkId> ids_of(const std::vector<Relative>& relatives) {
  std::vector<WorkId> ids;
  ids.reserve(relatives.size());
  for (const Relative& relative : relatives) {
    ids.push_back(relative.id);
  }
  return ids;
}

bool reaches(const View& view, WorkId from, WorkId to) {
  bool found = false;
  walk(view, from, Direction::ToCited, [&](const Relative& here) {
    found = here.id == to;
    return found ? Walk::Stop : Walk::Continue;
  });
  return found;
}

}  // namespace lineage::analysis
