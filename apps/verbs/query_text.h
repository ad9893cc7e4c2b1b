// Works as text for people: a tree of citations, a line of time. Internal to the verb `query`.
#pragma once

#include <span>

#include "analysis/selection.h"
#include "apps/answers/answer.h"
#include "graph/lineage_graph.h"

namespace lineage::cli {

// The works below those that cite them, from the heads down, along the edges of the selection; what
// was shown with its parts above is not shown with them again. Linear in works and edges.
[[nodiscard]] Lines tree_of(const LineageGraph& graph, const analysis::Selection& selection);

// One line a year with the works of it; those without a date last.
[[nodiscard]] Lines timeline_of(const LineageGraph& graph, std::span<const WorkId> works);

}  // namespace lineage::cli
