#include "graph/lineage_graph.h"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <tuple>
#include <utility>

#include <boost/range/iterator_range.hpp>

#include "graph/adjacency.h"
#include "graph/graph_outline.h"
#include "graph/structure.h"
#include "graph/work_order.h"

namespace lineage {
namespace {

template <typename T, typename Begin>
std::span<const T> slice(std::span<const T> items, std::span<const Begin> begin, std::size_t at) {
  return items.subspan(begin[at], begin[at + 1] - begin[at]);
}

auto key(const Edge& edge) { return std::tie(edge.source, edge.target, edge.relation); }

// Collects one line for each breach.
class Breaches {
 public:
  void add(std::string_view what, std::size_t where) {
    lines_.push_back(std::string(what) + " at " + std::to_string(where));
  }
  void require(bool holds, std::string_view what, std::size_t where) {
    if (!holds) {
      add(what, where);
    }
  }
  [[nodiscard]] std::vector<std::string> take() && { return std::move(lines_); }

 private:
  std::vector<std::string> lines_;
};

void check_works(const LineageGraph& graph, Breaches& breaches) {
  for (WorkId id = 0; id < graph.work_count(); ++id) {
    if (id > 0) {
      breaches.require(stands_before(graph.work(id - 1), graph.work(id)), "work out of order", id);
    }
    breaches.require(graph.find(graph.work(id).symbol()) == id, "work not found by its symbol", id);
  }
}

// Returns whether all endpoints are works, without which nothing further can be checked.
bool check_edges(const LineageGraph& graph, Breaches& breaches) {
  bool in_range = true;
  for (EdgeId id = 0; id < graph.edge_count(); ++id) {
    const Edge& edge = graph.edge(id);
    if (edge.source >= graph.work_count() || edge.target >= graph.work_count()) {
      breaches.add("edge without its work", id);
      in_range = false;
    }
    breaches.require(edge.source != edge.target, "work that cites itself, edge", id);
    if (id > 0) {
      breaches.require(key(graph.edge(id - 1)) < key(edge), "edge out of order", id);
    }
    const std::span<const Passage> passages = graph.passages(id);
    breaches.require(!passages.empty(), "edge without a passage", id);
    const bool sorted = std::ranges::is_sorted(
        passages, [](const Passage& a, const Passage& b) { return stands_before(a, b); });
    breaches.require(sorted, "passages out of order, edge", id);
  }
  return in_range;
}

void check_adjacency(const LineageGraph& graph, Breaches& breaches) {
  std::size_t out = 0;
  std::size_t in = 0;
  for (WorkId id = 0; id < graph.work_count(); ++id) {
    for (const EdgeId edge : graph.cites(id)) {
      breaches.require(graph.edge(edge).source == id, "foreign edge among those that leave", id);
    }
    for (const EdgeId edge : graph.cited_by(id)) {
      breaches.require(graph.edge(edge).target == id, "foreign edge among those that enter", id);
    }
    breaches.require(std::ranges::is_sorted(graph.cites(id)), "leaving edges out of order", id);
    breaches.require(std::ranges::is_sorted(graph.cited_by(id)), "entering edges out of order", id);
    out += graph.cites(id).size();
    in += graph.cited_by(id).size();
  }
  breaches.require(out == graph.edge_count(), "leaving edges are too many or too few", out);
  breaches.require(in == graph.edge_count(), "entering edges are too many or too few", in);
}

void check_turned_structure(const LineageGraph& graph, Breaches& breaches) {
  const CompressedGraph& turned = graph.structure().citing;
  breaches.require(num_edges(turned) == graph.edge_count(), "structure has other turned edges", 0);
  for (WorkId id = 0; id < graph.work_count() && id < num_vertices(turned); ++id) {
    const auto leaving = boost::make_iterator_range(out_edges(id, turned));
    const bool same =
        std::ranges::equal(leaving, graph.cited_by(id), [&](const auto& e, EdgeId edge) {
          return target(e, turned) == graph.edge(edge).source &&
                 turned[e].relation == graph.edge(edge).relation;
        });
    breaches.require(same, "structure disagrees about what cites work", id);
  }
}

void check_structure(const LineageGraph& graph, Breaches& breaches) {
  const CompressedGraph& structure = graph.structure().graph;
  breaches.require(num_vertices(structure) == graph.work_count(), "structure has other works", 0);
  breaches.require(num_edges(structure) == graph.edge_count(), "structure has other edges", 0);
  EdgeId next = 0;
  for (const auto e : boost::make_iterator_range(edges(structure))) {
    const EdgeId id = next++;
    const bool fits = id < graph.edge_count() && graph.edge(id).source == source(e, structure) &&
                      graph.edge(id).target == target(e, structure) &&
                      graph.edge(id).relation == structure[e].relation;
    breaches.require(fits, "structure disagrees about edge", id);
  }
  check_turned_structure(graph, breaches);
}

}  // namespace

LineageGraph::LineageGraph() = default;
LineageGraph::LineageGraph(LineageGraph&&) noexcept = default;
LineageGraph& LineageGraph::operator=(LineageGraph&&) noexcept = default;
LineageGraph::~LineageGraph() = default;

const Work& LineageGraph::outlined(WorkId id) const { return outline_->work(id); }

const Structure& LineageGraph::structure() const {
  return is_outline() ? outline_->structure(edges()) : *structure_;
}

void LineageGraph::set_lists(std::vector<Edge> edges, std::size_t work_count) {
  edges_ = std::move(edges);
  out_begin_ = adjacency(edges_, work_count, [](const Edge& edge) { return edge.source; }).begin;
  Adjacency in = adjacency(edges_, work_count, [](const Edge& edge) { return edge.target; });
  in_ = std::move(in.edges);
  in_begin_ = std::move(in.begin);
  set_lists({edges_, out_begin_, in_, in_begin_});
}

void LineageGraph::set_lists(const EdgeLists& lists) {
  lists_ = lists;
  out_.resize(lists.all.size());
  std::iota(out_.begin(), out_.end(), EdgeId{0});
}

std::span<const Passage> LineageGraph::passages(EdgeId id) const {
  assert(!is_outline());
  return slice<Passage, std::size_t>(passages_, passage_begin_, id);
}

std::optional<WorkId> LineageGraph::find(const Symbol& symbol) const {
  if (is_outline()) {
    return outline_->find(symbol);
  }
  const auto at = std::ranges::lower_bound(
      by_symbol_, symbol, {}, [](const auto& entry) -> const Symbol& { return entry.first; });
  if (at == by_symbol_.end() || at->first != symbol) {
    return std::nullopt;
  }
  return at->second;
}

std::span<const EdgeId> LineageGraph::cites(WorkId id) const {
  return slice(std::span<const EdgeId>(out_), lists_.out_begin, id);
}

std::span<const EdgeId> LineageGraph::cited_by(WorkId id) const {
  return slice(lists_.in, lists_.in_begin, id);
}

std::vector<std::string> broken_invariants(const LineageGraph& graph) {
  Breaches breaches;
  check_works(graph, breaches);
  if (check_edges(graph, breaches)) {
    check_adjacency(graph, breaches);
    check_structure(graph, breaches);
  }
  return std::move(breaches).take();
}

}  // namespace lineage
