// The operations of the query language on citations, on mentions that name no single work and on
// clauses. Internal to analysis/query.
#pragma once

#include <span>

#include "analysis/query/library.h"
#include "analysis/query/reachability.h"
#include "analysis/query/work_set.h"

namespace lineage::query {

// The edges that `follow` lets through from a member of `citing` to one of `cited`.
[[nodiscard]] WorkSet edges_from_to(const LineageGraph& graph,
                                    const WorkSet& citing,
                                    const WorkSet& cited,
                                    const Follow& follow);
// The citing works of the edges, or the cited ones.
[[nodiscard]] WorkSet edge_ends(const LineageGraph& graph, const WorkSet& edges, Direction end);
// Mentions in texts of members that name no single work, by their place in graph.unresolved().
[[nodiscard]] WorkSet unresolved_in(const LineageGraph& graph, const WorkSet& works);
[[nodiscard]] WorkSet clauses_of(std::span<const ClauseEntry> clauses, const WorkSet& works);
[[nodiscard]] WorkSet works_of(const LineageGraph& graph,
                               std::span<const ClauseEntry> clauses,
                               const WorkSet& members);
// The edges that `follow` lets through with a passage in one of the clauses, or in a note of one.
[[nodiscard]] WorkSet edges_of(const LineageGraph& graph,
                               std::span<const ClauseEntry> clauses,
                               const WorkSet& members,
                               const Follow& follow);

}  // namespace lineage::query
