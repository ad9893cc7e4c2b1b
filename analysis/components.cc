#include "analysis/components.h"

#include <algorithm>
#include <utility>

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/strong_components.hpp>

namespace lineage::analysis {
namespace {

using Subgraph = boost::compressed_sparse_row_graph<boost::directedS,
                                                    boost::no_property,
                                                    boost::no_property,
                                                    boost::no_property,
                                                    std::uint32_t,
                                                    std::uint32_t>;

// The selection as a graph of its own, its vertices numbered by their place in selection.works: a
// filtered view of the whole would cost every small question the size of the whole graph.
Subgraph subgraph(const LineageGraph& graph, const Selection& selection) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  pairs.reserve(selection.edges.size());
  const auto place = [&](WorkId id) {
    const auto at = std::ranges::lower_bound(selection.works, id);
    return static_cast<std::uint32_t>(at - selection.works.begin());
  };
  for (const EdgeId id : selection.edges) {
    pairs.emplace_back(place(graph.edge(id).source), place(graph.edge(id).target));
  }
  return Subgraph(boost::edges_are_unsorted_multi_pass, pairs.begin(), pairs.end(),
                  static_cast<std::uint32_t>(selection.works.size()));
}

}  // namespace

Components strong_components(const LineageGraph& graph, const Selection& selection) {
  Components components;
  components.of.resize(selection.works.size());
  if (selection.works.empty()) {
    return components;
  }
  const Subgraph part = subgraph(graph, selection);
  components.count = boost::strong_components(
      part,
      boost::make_iterator_property_map(components.of.begin(), get(boost::vertex_index, part)));
  return components;
}

std::vector<std::vector<WorkId>> cycles(const LineageGraph& graph, const Selection& selection) {
  const Components components = strong_components(graph, selection);
  std::vector<std::vector<WorkId>> members(components.count);
  for (std::size_t i = 0; i < selection.works.size(); ++i) {
    members[components.of[i]].push_back(selection.works[i]);
  }
  std::erase_if(members, [](const std::vector<WorkId>& knot) { return knot.size() < 2; });
  std::ranges::sort(members);
  return members;
}

}  // namespace lineage::analysis
