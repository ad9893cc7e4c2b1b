// The edges of each work. Private to graph/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <vector>

#include "graph/lineage_graph.h"

namespace lineage {

struct Adjacency {
  std::vector<EdgeId> edges;
  std::vector<std::uint32_t> begin;  // one more than there are works
};

// The edges of each work, ascending, by counting. `end` gives the end of an edge that is meant.
template <typename End>
Adjacency adjacency(std::span<const Edge> edges, std::size_t work_count, End end) {
  Adjacency lists{std::vector<EdgeId>(edges.size()), std::vector<std::uint32_t>(work_count + 1)};
  for (const Edge& edge : edges) {
    ++lists.begin[end(edge) + 1];
  }
  std::partial_sum(lists.begin.begin(), lists.begin.end(), lists.begin.begin());
  std::vector<std::uint32_t> next(lists.begin);
  for (std::size_t id = 0; id < edges.size(); ++id) {
    lists.edges[next[end(edges[id])]++] = static_cast<EdgeId>(id);
  }
  return lists;
}

}  // namespace lineage
