#include "apps/answers/ties.h"

#include "analysis/exporters/json_values.h"
#include "apps/answers/phrases.h"

namespace lineage::cli {

void add_ties(const LineageGraph& graph, const std::vector<EdgeId>& edges, Answer& answer) {
  Table table{{"from", "relation", "to", "place", "proof"}, {}, 4};
  for (const EdgeId id : edges) {
    const Edge& edge = graph.edge(id);
    const std::span<const Passage> passages = graph.passages(id);
    const Passage& first = passages.front();
    const std::string more =
        passages.size() > 1 ? " (and " + std::to_string(passages.size() - 1) + " more)" : "";
    table.rows.push_back({{name_of(graph.work(edge.source)), Style::Symbol},
                          {std::string(lineage::name_of(edge.relation)), Style::Relation},
                          {name_of(graph.work(edge.target)), Style::Symbol},
                          {first.place.empty() ? "-" : first.place},
                          first.quote.empty()
                              ? Span{catalogue_line(first) + more, Style::Faint}
                              : Span{"\"" + first.quote + "\"" + more, Style::Quote}});
  }
  if (!table.rows.empty()) {
    answer.blocks.emplace_back(std::move(table));
  }
}

std::string names_of(const LineageGraph& graph, const std::vector<WorkId>& ids) {
  constexpr std::size_t kMost = 40;
  std::vector<std::string> names;
  for (const WorkId id : ids) {
    names.push_back(name_of(graph.work(id)));
  }
  return names.empty() ? "none" : listed(names, kMost);
}

Json symbols_value(const LineageGraph& graph, const std::vector<WorkId>& ids) {
  Json list = Json::array();
  for (const WorkId id : ids) {
    list.push_back(graph.work(id).symbol().canonical());
  }
  return list;
}

Json ties_value(const LineageGraph& graph, const std::vector<EdgeId>& edges) {
  Json list = Json::array();
  for (const EdgeId id : edges) {
    list.push_back(analysis::edge_value(graph, id));
  }
  return list;
}

}  // namespace lineage::cli
