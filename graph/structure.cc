#include "graph/structure.h"

#include <utility>

#include <boost/iterator/transform_iterator.hpp>

namespace lineage {
namespace {

// Named, since iterators hold them and are assigned.
struct Ends {
  std::pair<WorkId, WorkId> operator()(const Edge& edge) const {
    return {edge.source, edge.target};
  }
};
struct Turned {
  std::pair<WorkId, WorkId> operator()(const Edge& edge) const {
    return {edge.target, edge.source};
  }
};
struct Data {
  EdgeData operator()(const Edge& edge) const { return {edge.relation}; }
};

// Sorted by counting, which keeps the order of the edges that leave one vertex.
template <typename EndsOf>
CompressedGraph compressed(std::span<const Edge> edges, std::size_t work_count, EndsOf ends) {
  return {boost::edges_are_unsorted_multi_pass, boost::make_transform_iterator(edges.begin(), ends),
          boost::make_transform_iterator(edges.end(), ends),
          boost::make_transform_iterator(edges.begin(), Data{}),
          static_cast<std::uint32_t>(work_count)};
}

std::vector<WorkId> forward_of(std::span<const Edge> edges) {
  std::vector<WorkId> works;
  for (const Edge& edge : edges) {
    if (edge.target >= edge.source && (works.empty() || works.back() != edge.source)) {
      works.push_back(edge.source);
    }
  }
  return works;
}

}  // namespace

Structure structure_of(std::span<const Edge> edges, std::size_t work_count) {
  return {compressed(edges, work_count, Ends{}), compressed(edges, work_count, Turned{}),
          forward_of(edges)};
}

}  // namespace lineage
