// The Boost.Graph face of a LineageGraph, for .cc files of analysis/ and the tests: a compressed
// sparse row graph whose vertices are WorkIds, whose edge indices are EdgeIds and whose edge
// property is the relation: 13 bytes a citation, both directions. Headers of other folders never
// include this file (Boost.Graph costs some three seconds a translation unit).
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <boost/graph/compressed_sparse_row_graph.hpp>

#include "graph/lineage_graph.h"

namespace lineage {

struct VertexData {};
struct EdgeData {
  Relation relation = Relation::Cites;
};

using CompressedGraph = boost::compressed_sparse_row_graph<boost::bidirectionalS,
                                                           VertexData,
                                                           EdgeData,
                                                           boost::no_property,
                                                           std::uint32_t,
                                                           std::uint32_t>;

struct Structure {
  CompressedGraph graph;
};

// REQUIRES: edges in the order of a graph: by source, target and relation.
[[nodiscard]] Structure structure_of(const std::vector<Edge>& edges, std::size_t work_count);

// Boost 1.74's bidirectional compressed graph lacks `degree`, which its dominator tree calls;
// argument dependent lookup finds this one through the bundles above.
inline std::uint32_t degree(CompressedGraph::vertex_descriptor v, const CompressedGraph& g) {
  return static_cast<std::uint32_t>(out_degree(v, g) + in_degree(v, g));
}

}  // namespace lineage
