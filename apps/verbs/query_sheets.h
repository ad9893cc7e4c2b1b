// The rows of an answer whose members are no texts: citations, unresolved mentions, clauses.
// Internal to the verb `query`.
#pragma once

#include <span>

#include "analysis/query/library.h"
#include "apps/answers/sheet.h"
#include "graph/lineage_graph.h"

namespace lineage::cli {

// One row a passage: what proves the citation, and where.
[[nodiscard]] Sheet edge_sheet(const LineageGraph& graph, std::span<const EdgeId> edges);
[[nodiscard]] Sheet mention_sheet(const LineageGraph& graph, std::span<const WorkId> mentions);
// With the words of each clause. Errors: of the library.
[[nodiscard]] Result<Sheet> clause_sheet(const LineageGraph& graph,
                                         const query::Library& library,
                                         std::span<const WorkId> clauses);

}  // namespace lineage::cli
