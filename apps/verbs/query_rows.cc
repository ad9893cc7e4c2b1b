#include "apps/verbs/query_rows.h"

#include <array>
#include <cstdio>

#include "analysis/exporters/json_values.h"
#include "analysis/query/scores.h"
#include "analysis/query/work_set.h"
#include "analysis/walk.h"
#include "apps/answers/csv.h"
#include "apps/answers/hops.h"
#include "apps/answers/phrases.h"

namespace lineage::cli {
namespace {

// Ten digits: enough to tell scores apart, few enough that the last one is no noise.
std::string score_text(double score) {
  std::array<char, 32> buffer{};
  const int length = std::snprintf(buffer.data(), buffer.size(), "%.10g", score);
  return {buffer.data(), static_cast<std::size_t>(length)};
}

std::string title_of(const Work& work) { return work.facts.title ? work.facts.title->value : ""; }

}  // namespace

Table work_table(const LineageGraph& graph, const Ranking& ranking) {
  const bool scored = !ranking.scores.empty();
  Table table;
  table.header = {"symbol", "date", "holding", "list", "cites", "cited by"};
  if (scored) {
    table.header.emplace_back("score");
  }
  table.header.emplace_back("title");
  for (std::size_t i = 0; i < ranking.works.size(); ++i) {
    const WorkId id = ranking.works[i];
    const Work& work = graph.work(id);
    std::vector<Span> row{{name_of(work), Style::Symbol},
                          {date_or_dash(work), Style::Date},
                          {std::string(lineage::name_of(work.holding))},
                          {std::string(lineage::name_of(work.facts.list_status))},
                          {std::to_string(query::cited_count(graph, id))},
                          {std::to_string(query::citing_count(graph, id))}};
    if (scored) {
      row.push_back({score_text(ranking.scores[i])});
    }
    row.push_back({title_of(work)});
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::string symbol_lines(const LineageGraph& graph, std::span<const WorkId> works) {
  std::string text;
  for (const WorkId id : works) {
    text += graph.work(id).symbol().canonical() + "\n";
  }
  return text;
}

std::string json_lines(const std::vector<Json>& rows) {
  std::string text;
  for (const Json& row : rows) {
    text += row.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
  }
  return text;
}

std::vector<std::string> summary_fields(const Work& work) {
  return {work.symbol().canonical(),
          work.symbol().short_form(),
          std::string(lineage::name_of(work.symbol().kind())),
          work.date ? work.date->iso() : "",
          title_of(work),
          std::string(lineage::name_of(work.holding)),
          std::string(lineage::name_of(work.facts.list_status)),
          work.symbol().address()};
}

std::string work_csv(const LineageGraph& graph, const Ranking& ranking, Formulas formulas) {
  std::vector<std::string> header{"symbol",  "short",         "kind",    "date",  "title",
                                  "holding", "citation_list", "address", "cites", "cited_by"};
  const bool scored = !ranking.scores.empty();
  if (scored) {
    header.emplace_back("score");
  }
  std::string text = csv_line(header);
  for (std::size_t i = 0; i < ranking.works.size(); ++i) {
    const WorkId id = ranking.works[i];
    std::vector<std::string> row = summary_fields(graph.work(id));
    row.push_back(std::to_string(query::cited_count(graph, id)));
    row.push_back(std::to_string(query::citing_count(graph, id)));
    if (scored) {
      row.push_back(score_text(ranking.scores[i]));
    }
    text += csv_line(row, formulas);
  }
  return text;
}

std::vector<Json> work_rows(const LineageGraph& graph, const Ranking& ranking) {
  std::vector<Json> rows;
  for (std::size_t i = 0; i < ranking.works.size(); ++i) {
    const WorkId id = ranking.works[i];
    Json row = analysis::work_summary(graph.work(id));
    row["cites"] = query::cited_count(graph, id);
    row["cited_by"] = query::citing_count(graph, id);
    if (!ranking.scores.empty()) {
      row["score"] = ranking.scores[i];
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<EdgeId> shown_edges(const LineageGraph& graph,
                                std::span<const WorkId> works,
                                std::span<const WorkId> named) {
  const query::WorkSet in(graph.work_count(), works);
  const query::WorkSet asked(graph.work_count(), named);
  std::vector<EdgeId> edges;
  for (EdgeId id = 0; id < graph.edge_count(); ++id) {
    const Edge& edge = graph.edge(id);
    const bool first = in.contains(edge.source);
    const bool second = in.contains(edge.target);
    if (analysis::is_citation(edge) && ((first && (second || asked.contains(edge.target))) ||
                                        (second && asked.contains(edge.source)))) {
      edges.push_back(id);
    }
  }
  return edges;
}

std::vector<Block> quotes(const LineageGraph& graph, std::span<const EdgeId> edges) {
  std::vector<Block> blocks;
  const Edge* last = nullptr;
  for (const EdgeId id : edges) {
    const Edge& edge = graph.edge(id);
    if (last == nullptr || last->source != edge.source || last->target != edge.target) {
      blocks.emplace_back(Lines{{{{name_of(graph.work(edge.source)), Style::Symbol},
                                  {" cites ", Style::Plain},
                                  {name_of(graph.work(edge.target)), Style::Symbol}}}});
    }
    last = &edge;
    append_proofs(graph, id, blocks);
  }
  return blocks;
}

}  // namespace lineage::cli
