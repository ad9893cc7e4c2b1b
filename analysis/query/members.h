// What a graph and a library hold of each sort, and what of it a condition lets through. Private to
// analysis/query/.
#pragma once

#include <cstddef>
#include <span>

#include "analysis/query/expression.h"
#include "analysis/query/reachability.h"
#include "analysis/query/work_set.h"

namespace lineage::query {

// The edges that a node of the expression follows, and the works that it may see.
[[nodiscard]] inline Follow follow_of(const Expression& expression) {
  return {expression.relations, expression.visible.get()};
}

// The sources must outlive it.
class Members {
 public:
  explicit Members(const Sources& sources) : graph_(*sources.graph), library_(sources.library) {}

  // Those of the library; none without one, or where it cannot be read.
  [[nodiscard]] std::span<const ClauseEntry> clauses() const;
  // How many members of a sort there are, seen or not.
  [[nodiscard]] std::size_t count(Sort sort) const;

  // Every member of the sort that an asof(...) lets through.
  [[nodiscard]] WorkSet all(const Expression& expression) const;
  // The works for which the node's `holds`, seen or not.
  [[nodiscard]] WorkSet where(const Expression& expression) const;
  // The edges for which its `edge_holds`, of those that an asof(...) lets through.
  [[nodiscard]] WorkSet edges_where(const Expression& expression) const;

 private:
  const LineageGraph& graph_;
  const Library* library_;
};

}  // namespace lineage::query
