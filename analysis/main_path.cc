#include "analysis/main_path.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "analysis/reach.h"
#include "analysis/structure.h"

namespace lineage::analysis {
namespace {

using Sum = std::optional<PathCount>;  // nothing: no path

Sum greater(Sum a, Sum b) { return !a || (b && *a < *b) ? b : a; }
Sum joined(Sum a, PathCount b) { return a ? Sum(*a + b) : a; }

// The greatest sums of weights from a start to each component, and from each to an end.
struct Best {
  std::vector<Sum> above;
  std::vector<Sum> below;
};

// Calls `visit(citing, cited, weight)` for the citations that leave a component.
template <typename Visit>
void for_each_leaving(const View& view,
                      const SearchPaths& paths,
                      std::uint32_t part,
                      Visit&& visit) {
  for (const WorkId id : paths.parts().works(part)) {
    for_each_cited(view, id, [&](WorkId cited) {
      if (paths.parts().of(cited) != part) {
        visit(id, cited, paths.through(id, cited));
      }
    });
  }
}

Best best_sums(const View& view, const SearchPaths& paths) {
  const std::uint32_t count = paths.parts().count();
  Best best{std::vector<Sum>(count), std::vector<Sum>(count)};
  for (std::uint32_t part = 0; part < count; ++part) {
    Sum below = paths.is_end(part) ? Sum(PathCount()) : Sum();
    for_each_leaving(view, paths, part, [&](WorkId, WorkId cited, PathCount weight) {
      below = greater(below, joined(best.below[paths.parts().of(cited)], weight));
    });
    best.below[part] = below;
  }
  for (std::uint32_t part = count; part-- > 0;) {
    best.above[part] = greater(best.above[part], paths.is_start(part) ? Sum(PathCount()) : Sum());
    for_each_leaving(view, paths, part, [&](WorkId, WorkId cited, PathCount weight) {
      Sum& there = best.above[paths.parts().of(cited)];
      there = greater(there, joined(best.above[part], weight));
    });
  }
  return best;
}

MainPath basket_of(const View& view, const SearchPaths& paths, double basket) {
  constexpr double kEqual = 1e-12;
  const Best best = best_sums(view, paths);
  const std::uint32_t count = paths.parts().count();
  MainPath found;
  found.total = paths.total();
  for (std::uint32_t part = 0; part < count; ++part) {
    if (best.above[part] && best.below[part]) {
      found.best = std::max(found.best, *best.above[part] + *best.below[part]);
    }
  }
  if (found.best.is_zero()) {
    return found;
  }
  const PathCount least = found.best * PathCount::fraction(1 - basket - kEqual);
  for (std::uint32_t part = 0; part < count; ++part) {
    if (!best.above[part] || !best.below[part] || *best.above[part] + *best.below[part] < least) {
      continue;
    }
    const auto works = paths.parts().works(part);
    found.works.insert(found.works.end(), works.begin(), works.end());
    for_each_leaving(view, paths, part, [&](WorkId citing, WorkId cited, PathCount weight) {
      const Sum below = best.below[paths.parts().of(cited)];
      if (below && least <= *best.above[part] + weight + *below) {
        found.citations.push_back({citing, cited, weight});
      }
    });
  }
  std::ranges::sort(found.works);
  std::ranges::sort(found.citations, {},
                    [](const WeightedCitation& tie) { return std::pair(tie.citing, tie.cited); });
  return found;
}

}  // namespace

MainPath main_path(const View& view, const MainPathOptions& options) {
  return basket_of(view, SearchPaths(view, options.weight), options.basket);
}

MainPath main_path_between(const View& view,
                           std::span<const WorkId> older,
                           std::span<const WorkId> younger,
                           const MainPathOptions& options) {
  const std::vector<bool> above = reached(view, older, Direction::ToCiting);
  const std::vector<bool> below = reached(view, younger, Direction::ToCited);
  std::vector<WorkId> between;
  for (WorkId id = 0; id < view.size(); ++id) {
    if (above[id] && below[id]) {
      between.push_back(id);
    }
  }
  if (between.empty()) {
    return {};
  }
  std::vector<WorkId> starts;
  std::vector<WorkId> ends;
  const auto on_path = [&](WorkId id) { return above[id] && below[id]; };
  std::ranges::copy_if(younger, std::back_inserter(starts), on_path);
  std::ranges::copy_if(older, std::back_inserter(ends), on_path);
  const View part = view.among(between);
  MainPath found =
      basket_of(part, SearchPaths(part, options.weight, {starts, ends}), options.basket);
  if (found.works.empty()) {  // no citation between two circles: the texts are their own paths
    found.works = std::move(between);
  }
  return found;
}

}  // namespace lineage::analysis
