// What stands behind an outline: the kept arrays, works that are made when they are asked for, and
// the Boost.Graph object, likewise. Private to graph/.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

#include "graph/frozen_graph.h"
#include "graph/lineage_graph.h"

namespace lineage {

// Safe to ask from several threads at once, as the graph that holds it.
class GraphOutline {
 public:
  explicit GraphOutline(FrozenGraph arrays);
  ~GraphOutline();
  GraphOutline(const GraphOutline&) = delete;
  GraphOutline& operator=(const GraphOutline&) = delete;

  [[nodiscard]] const Work& work(WorkId id) const;
  [[nodiscard]] std::optional<WorkId> find(const Symbol& symbol) const;
  [[nodiscard]] const Structure& structure(std::span<const Edge> edges) const;

 private:
  [[nodiscard]] std::unique_ptr<const Work> make(WorkId id) const;

  FrozenGraph arrays_;
  mutable std::vector<std::atomic<const Work*>> made_;  // by id, null until it is asked for
  mutable std::once_flag structure_is_made_;
  mutable std::unique_ptr<const Structure> structure_;
};

}  // namespace lineage
