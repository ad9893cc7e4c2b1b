#include "analysis/exporters/json.h"

#include <utility>

#include "analysis/exporters/json_values.h"

namespace lineage::analysis {

std::string to_json(const LineageGraph& graph,
                    const Selection& selection,
                    std::size_t hidden_edges) {
  Json works = Json::array();
  for (const WorkId id : selection.works) {
    works.push_back(work_value(graph.work(id)));
  }
  Json edges = Json::array();
  for (const EdgeId id : selection.edges) {
    edges.push_back(edge_value(graph, id));
  }
  return printed({{"lineage", envelope("graph", 1)},
                  {"hidden_edges", hidden_edges},
                  {"works", std::move(works)},
                  {"edges", std::move(edges)}});
}

}  // namespace lineage::analysis
