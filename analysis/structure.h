// The Boost.Graph face of a View, for .cc files of analysis/: a filtered view of the compressed
// graph. Headers never include this file.
#pragma once

#include <boost/graph/filtered_graph.hpp>
#include <boost/range/iterator_range.hpp>

#include "analysis/view.h"
#include "graph/structure.h"

namespace lineage::analysis {

using Vertex = CompressedGraph::vertex_descriptor;
using Arc = CompressedGraph::edge_descriptor;

// Of the edges of a pair, which stand behind one another, the first of a relation that the view
// shows. Named and default-constructible, as iterators of filtered_graph demand.
struct ShownPair {
  const View* view = nullptr;

  [[nodiscard]] bool operator()(const Arc& arc) const {
    const CompressedGraph& graph = view->structure().graph;
    if (!view->has(graph[arc].relation)) {
      return false;
    }
    const Vertex to = target(arc, graph);
    const auto first = out_edges(arc.src, graph).first->idx;
    for (auto before = arc.idx; before > first; --before) {
      const Arc other(arc.src, before - 1);
      if (target(other, graph) != to) {
        return true;
      }
      if (view->has(graph[other].relation)) {
        return false;
      }
    }
    return true;
  }
};

struct ShownWork {
  const View* view = nullptr;

  [[nodiscard]] bool operator()(Vertex id) const { return view->has(id); }
};

using ViewGraph = boost::filtered_graph<CompressedGraph, ShownPair, ShownWork>;

// Its num_vertices and num_edges are those of the whole graph, as Boost has them. Keep the view.
[[nodiscard]] inline ViewGraph graph_of(const View& view) {
  return {view.structure().graph, ShownPair{&view}, ShownWork{&view}};
}

// Calls `visit(WorkId)` for each work that an edge of one of the structure's two graphs leads to
// from `id`, each once, ascending.
template <typename Visit>
void for_each_next(const View& view, const CompressedGraph& graph, WorkId id, Visit&& visit) {
  const auto none = static_cast<WorkId>(view.size());
  WorkId last = none;
  for (const Arc arc : boost::make_iterator_range(out_edges(id, graph))) {
    const WorkId to = target(arc, graph);
    if (to != last && view.has(graph[arc].relation) && view.has(to)) {
      last = to;
      visit(to);
    }
  }
}
// The same for each work that `id` cites, and for each that cites it.
template <typename Visit>
void for_each_cited(const View& view, WorkId id, Visit&& visit) {
  for_each_next(view, view.structure().graph, id, visit);
}
template <typename Visit>
void for_each_citing(const View& view, WorkId id, Visit&& visit) {
  for_each_next(view, view.structure().citing, id, visit);
}

}  // namespace lineage::analysis
