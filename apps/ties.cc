#include "apps/ties.h"

#include "analysis/exporters/json_values.h"
#include "apps/phrases.h"

namespace lineage::cli {

void add_ties(const LineageGraph& graph, const std::vector<EdgeId>& edges, Answer& answer) {
  Table table{{"from", "relation", "to", "place", "proof"}, {}, 4};
  for (const EdgeId id : edges) {
    const Edge& edge = graph.edge(id);
    const std::span<const Passage> passages = graph.passages(id);
    const Passage& first = passages.front();
    const std::string more =
        passages.size() > 1 ? " (and " + std::to_string(passages.size() - 1) + " more)" : "";
    table.rows.push_back(
        {{name_of(graph.work(edge.source)), Style::Symbol},
         {std::string(lineage::name_of(edge.relation)), Style::Relation},
         {name_of(graph.work(edge.target)), Style::Symbol},
         {first.place.empty() ? "-" : first.place},
         first.quote.empty() ? Span{catalogue_line(first) + more, Style::Faint}
                             : Span{"\"" + first.quote + "\"" + more, Style::Quote}});
  }
  if (!table.rows.empty()) {
    answer.blocks.emplace_back(std::move(table));
  }
}

Json ties_value(const LineageGraph& graph, const std::vector<EdgeId>& edges) {
  Json list = Json::array();
  for (const EdgeId id : edges) {
    list.push_back(analysis::edge_value(graph, id));
  }
  return list;
}

}  // namespace lineage::cli
