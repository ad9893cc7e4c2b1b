// What an analysis sees of a graph: the edges of some relations, the works of some set, the works
// that there were on a day. A view copies nothing of the graph; it holds the conditions, and keeps
// a pointer to a graph that must outlive it.
//
// Analyses count pairs: however many relations a citing text has with a cited one, a view shows one
// tie, where at least one of them is of the view.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "analysis/relation_set.h"
#include "graph/lineage_graph.h"

namespace lineage::analysis {

class View {
 public:
  // All works, and all citations between them.
  // NOLINTNEXTLINE(google-explicit-constructor): the whole of a graph is the view most asked for
  View(const LineageGraph& graph);
  // The same of a graph that has no facts, as benchmarks make them.
  explicit View(const Structure& structure);

  // Each narrows what the view shows; views narrowed twice show what both conditions let through.
  [[nodiscard]] View over(RelationSet relations) const;
  [[nodiscard]] View among(std::span<const WorkId> works) const;
  // Without the works that are known to be younger than `day`: dated after it, or undated with a
  // symbol all of whose possible days are. `graph` is the one that the view is of. Cost: a pass
  // over the works.
  [[nodiscard]] View as_of(const LineageGraph& graph, const Date& day) const;

  // The works of the graph, also those that the view hides: results by WorkId have this size.
  [[nodiscard]] std::size_t size() const { return size_; }
  // The works that it shows. Cost: linear where some are hidden.
  [[nodiscard]] std::size_t work_count() const;
  [[nodiscard]] bool has(WorkId id) const { return shown_.empty() || shown_[id]; }
  [[nodiscard]] bool has(Relation relation) const { return relations_.contains(relation); }
  [[nodiscard]] const Structure& structure() const { return *structure_; }

  // The works that `id` cites, or that cite it, each once, ascending. REQUIRES: has(id).
  [[nodiscard]] std::vector<WorkId> cited(WorkId id) const;
  [[nodiscard]] std::vector<WorkId> citing(WorkId id) const;

 private:
  const Structure* structure_;
  std::size_t size_;
  RelationSet relations_;
  std::vector<bool> shown_;  // empty: all
};

}  // namespace lineage::analysis
