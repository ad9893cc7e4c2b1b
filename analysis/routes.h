// Routes of citations between two works, and the longest chain in time order.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "analysis/view.h"
#include "graph/lineage_graph.h"

namespace lineage::analysis {

// Works, each citing the next; the first is the younger end. The passages of a hop are those of
// edges_between(graph, route[i], route[i + 1]).
using Route = std::vector<WorkId>;

// A route with the fewest hops, along citations of the view; of several the one with the smallest
// ids, so that the answer is stable. `from` alone where both ends are one. On cycles the shortest
// route repeats no work. Cost: one walk.
[[nodiscard]] std::optional<Route> shortest_route(const View& view, WorkId from, WorkId to);

struct RouteOptions {
  std::size_t max_routes = 100;
  std::size_t max_hops = static_cast<std::size_t>(-1);
  // Only hops to a work that stands earlier in the order of the graph (date, then symbol): the
  // chains in time order. A citation of something younger is then no hop.
  bool in_time_order = false;
  // Bounds the search on dense or cyclic graphs, where routes can be exponentially many.
  std::size_t max_steps = 5'000'000;
};

struct Routes {
  std::vector<Route> routes;  // shortest first, then by ids
  bool cut = false;           // a bound of RouteOptions left routes out, or may have
};

// All routes that repeat no work, up to the bounds. Two works on a cycle have routes in both
// directions. Cost: at most max_steps hops looked at; on an acyclic graph about the total length of
// the routes found.
[[nodiscard]] Routes routes(const View& view,
                            WorkId from,
                            WorkId to,
                            const RouteOptions& options = {});

// The longest route from `from` to `to` along hops to works that stand earlier in the graph's
// order, which makes them acyclic whatever the texts say. Of several the one with the largest ids
// (the youngest works). Nothing where no such chain exists. Cost: linear in the works and edges
// between the two.
[[nodiscard]] std::optional<Route> longest_chain(const View& view, WorkId from, WorkId to);

}  // namespace lineage::analysis
