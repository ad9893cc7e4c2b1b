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
struct Data {
  EdgeData operator()(const Edge& edge) const { return {edge.relation}; }
};

}  // namespace

Structure structure_of(const std::vector<Edge>& edges, std::size_t work_count) {
  return {CompressedGraph(boost::edges_are_unsorted_multi_pass,
                          boost::make_transform_iterator(edges.begin(), Ends{}),
                          boost::make_transform_iterator(edges.end(), Ends{}),
                          boost::make_transform_iterator(edges.begin(), Data{}),
                          static_cast<std::uint32_t>(work_count))};
}

}  // namespace lineage
