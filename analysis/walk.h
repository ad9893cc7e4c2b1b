// Breadth-first walks over the edges of a graph: the one loop that ancestors, descendants,
// routes and every later reachability question share. Own code because Boost.Graph's search has no
// early exit but a thrown exception, and no depth.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "graph/lineage_graph.h"

namespace lineage::analysis {

// What the walk does after a visit.
enum class Walk : std::uint8_t {
  Continue,  // goes on to the neighbours of the work
  Prune,     // does not go on from this work
  Stop,      // ends the walk at once
};

enum class Direction : std::uint8_t {
  ToCited,   // towards what a text builds on: its ancestors
  ToCiting,  // towards what builds on it: its descendants
};

// The edge is drawn from words or from a catalogue's citation list. Institutional edges may point
// forward in time, so no closure follows them.
[[nodiscard]] inline bool is_citation(const Edge& edge) {
  return row(edge.relation).edge_class == EdgeClass::Citation;
}

// The edges that leave `id` in a direction, and the work at the other end of one.
[[nodiscard]] inline std::span<const EdgeId> edges_from(const LineageGraph& graph,
                                                        WorkId id,
                                                        Direction direction) {
  return direction == Direction::ToCited ? graph.cites(id) : graph.cited_by(id);
}
[[nodiscard]] inline WorkId far_end(const Edge& edge, Direction direction) {
  return direction == Direction::ToCited ? edge.target : edge.source;
}

// Calls `visit(WorkId, std::uint32_t depth) -> Walk` once for each work that edges for which
// `follows(const Edge&)` holds reach from `starts`, the starts first at depth 0, nearest first,
// works of one depth in the order in which edges list them. The depth is the length of the shortest
// route, so a cycle ends by itself. Cost: linear in the works and edges reached, plus one bit for
// each work of the graph.
template <typename Follows, typename Visit>
void walk(const LineageGraph& graph,
          std::span<const WorkId> starts,
          Direction direction,
          Follows&& follows,
          Visit&& visit) {
  struct Reached {
    WorkId id;
    std::uint32_t depth;
  };
  std::vector<bool> seen(graph.work_count(), false);
  std::vector<Reached> queue;
  for (const WorkId start : starts) {
    if (!seen[start]) {
      seen[start] = true;
      queue.push_back({start, 0});
    }
  }
  for (std::size_t next = 0; next < queue.size(); ++next) {
    const Reached here = queue[next];
    const Walk verdict = visit(here.id, here.depth);
    if (verdict == Walk::Stop) {
      return;
    }
    if (verdict == Walk::Prune) {
      continue;
    }
    for (const EdgeId id : edges_from(graph, here.id, direction)) {
      const Edge& edge = graph.edge(id);
      const WorkId far = far_end(edge, direction);
      if (!seen[far] && follows(edge)) {
        seen[far] = true;
        queue.push_back({far, here.depth + 1});
      }
    }
  }
}

// The same along citation edges.
template <typename Visit>
void walk(const LineageGraph& graph,
          std::span<const WorkId> starts,
          Direction direction,
          Visit&& visit) {
  walk(graph, starts, direction, is_citation, std::forward<Visit>(visit));
}

}  // namespace lineage::analysis
