// Ancestors and descendants: what a text builds on, directly or through others, and what builds on
// it.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "analysis/view.h"
#include "analysis/walk.h"
#include "graph/lineage_graph.h"

namespace lineage::analysis {

struct Relative {
  WorkId id = 0;
  std::uint32_t depth = 0;  // generations: the length of the shortest route of citations

  friend bool operator==(const Relative&, const Relative&) = default;
};

inline constexpr std::uint32_t kAnyDepth = std::numeric_limits<std::uint32_t>::max();

// The works that `work` reaches by the citations of the view within `max_depth` generations,
// ascending by id; `work` itself stands among them at depth 0. On a cycle every work of it is an
// ancestor of every other, each once, at its shortest distance. Only what the texts at hand say is
// followed: below a work whose citation list is unknown nothing is found, which does not mean that
// there is nothing. Empty where the view hides `work`. Cost: linear in what is reached, plus the
// sort.
[[nodiscard]] std::vector<Relative> ancestors(const View& view,
                                              WorkId work,
                                              std::uint32_t max_depth = kAnyDepth);

// The same against the direction of the edges.
[[nodiscard]] std::vector<Relative> descendants(const View& view,
                                                WorkId work,
                                                std::uint32_t max_depth = kAnyDepth);

// The ids alone, in the same order.
[[nodiscard]] std::vector<WorkId> ids_of(const std::vector<Relative>& relatives);

// True when citations of the view lead from `from` to `to`; every work that it shows reaches
// itself. Stops at the first proof.
[[nodiscard]] bool reaches(const View& view, WorkId from, WorkId to);

}  // namespace lineage::analysis
