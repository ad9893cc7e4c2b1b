// The Boost.Graph face of a LineageGraph, for .cc files of analysis/ and the tests: a compressed
// sparse row graph of what cites what and one of the same edges turned round, each with the
// relation as its edge property: ten bytes a citation, both directions. Boost's bidirectional
// compressed graph takes 13, as its entering edges keep the place of the leaving one, which nothing
// here asks for. Headers of other folders never include this file (Boost.Graph costs some three
// seconds a translation unit).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <boost/graph/compressed_sparse_row_graph.hpp>

#include "graph/lineage_graph.h"

namespace lineage {

struct EdgeData {
  Relation relation = Relation::Cites;
};

using CompressedGraph = boost::compressed_sparse_row_graph<boost::directedS,
                                                           boost::no_property,
                                                           EdgeData,
                                                           boost::no_property,
                                                           std::uint32_t,
                                                           std::uint32_t>;

struct Structure {
  // Vertices are WorkIds, edge indices EdgeIds: the edges that leave a work are what it cites.
  CompressedGraph graph;
  // The edges that leave a work are those from what cites it, ascending; their indices mean nothing
  // outside.
  CompressedGraph citing;
  // The works that cite themselves or one of a higher id, ascending: few, as ids are in the order
  // of dates. Without them a graph has no circles.
  std::vector<WorkId> forward;
};

// REQUIRES: edges in the order of a graph: by source, target and relation.
[[nodiscard]] Structure structure_of(std::span<const Edge> edges, std::size_t work_count);

}  // namespace lineage
