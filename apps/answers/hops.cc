#include "apps/answers/hops.h"

#include <utility>

#include "analysis/exporters/json_values.h"
#include "analysis/selection.h"
#include "apps/answers/phrases.h"

namespace lineage::cli {
namespace {

Line work_line(const Work& work) {
  Line line{{name_of(work), Style::Symbol}, {"  " + date_or_dash(work), Style::Date}};
  if (work.facts.title) {
    line.push_back({"  " + work.facts.title->value});
  }
  return line;
}

}  // namespace

void append_proofs(const LineageGraph& graph, EdgeId id, std::vector<Block>& blocks) {
  constexpr std::size_t kIndent = 2;
  for (const Passage& passage : graph.passages(id)) {
    std::string text = std::string(lineage::name_of(graph.edge(id).relation));
    text += passage.verb.empty() ? "" : " (" + passage.verb + ")";
    text += passage.quote.empty() ? "" : " \"" + passage.quote + "\"";
    blocks.emplace_back(Paragraph{text + " - " + place_of(passage), kIndent, Style::Plain});
  }
}

void append_route(const LineageGraph& graph,
                  const analysis::Route& route,
                  std::vector<Block>& blocks) {
  for (std::size_t i = 0; i < route.size(); ++i) {
    blocks.emplace_back(Lines{{work_line(graph.work(route[i]))}, true});
    if (i + 1 < route.size()) {
      for (const EdgeId id : analysis::edges_between(graph, route[i], route[i + 1])) {
        append_proofs(graph, id, blocks);
      }
    }
  }
}

Json route_value(const LineageGraph& graph, const analysis::Route& route) {
  Json works = Json::array();
  Json hops = Json::array();
  for (std::size_t i = 0; i < route.size(); ++i) {
    works.push_back(analysis::work_summary(graph.work(route[i])));
    if (i + 1 < route.size()) {
      Json hop = Json::array();
      for (const EdgeId id : analysis::edges_between(graph, route[i], route[i + 1])) {
        hop.push_back(analysis::edge_value(graph, id));
      }
      hops.push_back(std::move(hop));
    }
  }
  return {{"works", std::move(works)}, {"hops", std::move(hops)}};
}

}  // namespace lineage::cli
