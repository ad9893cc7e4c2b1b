// Cut sets: the fewest texts without which one end of a lineage no longer leads to the other.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "analysis/view.h"
#include "graph/lineage_graph.h"

namespace lineage::analysis {

// A smallest set of texts, ends left out, that every path from a member of `younger` to a member of
// `older` meets; as many paths share no text but their ends (Menger 1927, "Zur allgemeinen
// Kurventheorie"). Of several the one nearest to the younger end; ascending. Empty where there is
// no path. Nothing where no set can part the ends: one cites the other, or they have a text in
// common. Dominators are the cut sets of one text, and tell all of them.
//
// By the greatest flow in which a text between the ends carries 1 (Ford and Fulkerson 1956,
// "Maximal flow through a network"; Edmonds and Karp 1972), as Boost.Graph has it, on the texts
// between the ends alone. Circles need no care. Cost: a pass over the citations between the ends
// for each text of the set.
[[nodiscard]] std::optional<std::vector<WorkId>> smallest_cut(const View& view,
                                                              std::span<const WorkId> older,
                                                              std::span<const WorkId> younger);

}  // namespace lineage::analysis
