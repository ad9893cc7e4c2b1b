// The operations of the query language that follow edges, over sets of works. Each is given by
// reachability, so circles do no harm. Internal to analysis/query.
#pragma once

#include <cstdint>

#include "analysis/query/work_set.h"
#include "analysis/relation_set.h"
#include "analysis/walk.h"

namespace lineage::query {

using analysis::Direction;
using analysis::RelationSet;

// Which edges an operation follows: those of some relations, between works that are visible.
struct Follow {
  RelationSet relations;
  const WorkSet* visible = nullptr;  // null: all

  [[nodiscard]] bool operator()(const Edge& edge) const {
    return relations.contains(edge.relation) &&
           (visible == nullptr ||
            (visible->contains(edge.source) && visible->contains(edge.target)));
  }
};

// The works one edge away from a member; a member is among them where an edge leads to it.
[[nodiscard]] WorkSet step(const LineageGraph& graph,
                           const WorkSet& from,
                           Direction direction,
                           const Follow& follow);

// The members and what they reach within `limit` edges. Cost: linear in what is reached.
[[nodiscard]] WorkSet reached(const LineageGraph& graph,
                              const WorkSet& from,
                              Direction direction,
                              const Follow& follow,
                              std::uint32_t limit = 0xFFFFFFFFU);

// The members that no member of another strong component reaches (`side` ToCiting), or that reach
// no member of another one (ToCited), by edges through any works. Members of one circle that are
// extreme are so together, so that the answer is never empty for a set that is not. Cost: linear in
// the graph.
[[nodiscard]] WorkSet extreme(const LineageGraph& graph,
                              const WorkSet& of,
                              Direction side,
                              const Follow& follow);

// The works on shortest paths from a member of `younger` to a member of `older`, where all paths
// between the two sets are compared. Empty where there is none. Cost: two walks.
[[nodiscard]] WorkSet shortest(const LineageGraph& graph,
                               const WorkSet& older,
                               const WorkSet& younger,
                               const Follow& follow);

// One of these paths: from the smallest start, each time the smallest next work.
[[nodiscard]] WorkSet somepath(const LineageGraph& graph,
                               const WorkSet& older,
                               const WorkSet& younger,
                               const Follow& follow);

}  // namespace lineage::query
