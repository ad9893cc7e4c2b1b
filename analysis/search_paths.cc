#include "analysis/search_paths.h"

#include "analysis/structure.h"

namespace lineage::analysis {

SearchPaths::SearchPaths(const View& view, PathWeight weight, PathEnds ends)
    : parts_(view), starts_(parts_.count(), false), ends_(parts_.count(), false) {
  mark_ends(view, ends);
  count(view, weight);
}

void SearchPaths::mark_ends(const View& view, PathEnds ends) {
  for (const WorkId id : ends.starts) {
    starts_[parts_.of(id)] = true;
  }
  for (const WorkId id : ends.ends) {
    ends_[parts_.of(id)] = true;
  }
  std::vector<bool> is_cited(ends.starts.empty() ? parts_.count() : 0, false);
  std::vector<bool> cites(ends.ends.empty() ? parts_.count() : 0, false);
  if (is_cited.empty() && cites.empty()) {
    return;
  }
  for (const WorkId id : parts_.works()) {
    for_each_cited(view, id, [&](WorkId cited) {
      const std::uint32_t from = parts_.of(id);
      const std::uint32_t to = parts_.of(cited);
      if (from != to && !is_cited.empty()) {
        is_cited[to] = true;
      }
      if (from != to && !cites.empty()) {
        cites[from] = true;
      }
    });
  }
  for (std::uint32_t part = 0; part < parts_.count(); ++part) {
    starts_[part] = is_cited.empty() ? starts_[part] : !is_cited[part];
    ends_[part] = cites.empty() ? ends_[part] : !cites[part];
  }
}

void SearchPaths::count(const View& view, PathWeight weight) {
  const PathCount one(1);
  const bool from_any = weight == PathWeight::Spnp;
  const bool to_any = weight != PathWeight::Spc;
  below_.resize(parts_.count());
  for (std::uint32_t part = 0; part < parts_.count(); ++part) {
    PathCount below = to_any || ends_[part] ? one : PathCount();
    for (const WorkId id : parts_.works(part)) {
      for_each_cited(view, id, [&](WorkId cited) {
        if (parts_.of(cited) != part) {
          below = below + below_[parts_.of(cited)];
        }
      });
    }
    below_[part] = below;
  }
  above_.resize(parts_.count());
  for (std::uint32_t part = parts_.count(); part-- > 0;) {
    const PathCount begins = from_any || starts_[part] ? one : PathCount();
    above_[part] = above_[part] + begins;
    total_ = total_ + begins * below_[part];
    for (const WorkId id : parts_.works(part)) {
      for_each_cited(view, id, [&](WorkId cited) {
        if (parts_.of(cited) != part) {
          above_[parts_.of(cited)] = above_[parts_.of(cited)] + above_[part];
        }
      });
    }
  }
}

PathCount SearchPaths::through(WorkId citing, WorkId cited) const {
  const std::uint32_t from = parts_.of(citing);
  const std::uint32_t to = parts_.of(cited);
  return from == to ? PathCount() : above_[from] * below_[to];
}

PathCount SearchPaths::through(WorkId work) const {
  return above_[parts_.of(work)] * below_[parts_.of(work)];
}

}  // namespace lineage::analysis
