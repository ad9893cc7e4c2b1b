#include "apps/verbs/query_answer.h"

#include <algorithm>
#include <utility>

#include "analysis/exporters/graph_xml.h"
#include "analysis/exporters/json_values.h"
#include "analysis/exporters/references.h"
#include "analysis/query/scores.h"
#include "apps/answers/phrases.h"
#include "apps/terminal/drawing.h"
#include "apps/verbs/query_rows.h"
#include "apps/verbs/query_sheets.h"
#include "apps/verbs/query_text.h"

namespace lineage::cli {
namespace {

tl::expected<Ranking, Failure> ranked(const LineageGraph& graph,
                                      const QueryRun& run,
                                      const QueryView& view) {
  Ranking ranking{run.result.works.ids(), {}};
  std::vector<double> scores;
  if (!view.sort.empty() && view.sort != "date") {
    const query::Score* score = query::find_score(view.sort);
    if (score == nullptr) {
      std::vector<std::string_view> names = query::score_names();
      names.insert(names.begin(), "date");
      std::string all;
      for (const std::string_view name : names) {
        all += (all.empty() ? "" : ", ") + std::string(name);
      }
      return refuse(kUsage, "cannot sort by " + in_quotes(view.sort) + "; --sort takes " + all);
    }
    scores = score->compute(graph);
    std::ranges::stable_sort(ranking.works,
                             [&](WorkId a, WorkId b) { return scores[a] > scores[b]; });
  }
  ranking.works.resize(std::min(view.limit, ranking.works.size()));
  for (const WorkId id : ranking.works) {
    if (!scores.empty()) {
      ranking.scores.push_back(scores[id]);
    }
  }
  return ranking;
}

void note_limit(std::size_t shown, std::size_t count, std::string_view noun, Answer& answer) {
  answer.exit = count == 0 ? kNo : kFine;
  if (shown < count) {
    answer.notes.push_back("shown are " + std::to_string(shown) + " of " + counted(count, noun) +
                           " (--limit)");
  }
}

tl::expected<std::string, Failure> drawn(const LineageGraph& graph,
                                         const QueryRun& run,
                                         const std::vector<WorkId>& works,
                                         bool svg) {
  auto dot = dot_of(graph, part_of(graph, works, false), run.title);
  return svg ? std::move(dot).and_then(svg_of) : dot;
}

// Formats of bytes; nothing for a format of text.
std::optional<tl::expected<std::string, Failure>> bytes_of(const LineageGraph& graph,
                                                           const QueryRun& run,
                                                           const Ranking& ranking,
                                                           const QueryView& view,
                                                           const Answer& answer) {
  const std::string& format = view.format;
  const auto selection = [&] { return analysis::induced(graph, ranking.works); };
  if (format == "symbols") {
    return symbol_lines(graph, ranking.works);
  }
  if (format == "count") {
    return std::to_string(ranking.works.size()) + "\n";
  }
  if (format == "json") {
    return analysis::printed(answer.json);
  }
  if (format == "ndjson") {
    return json_lines(work_rows(graph, ranking));
  }
  if (format == "csv") {
    return work_csv(graph, ranking, view.formulas);
  }
  if (format == "dot" || format == "svg") {
    return drawn(graph, run, ranking.works, format == "svg");
  }
  if (format == "graphml") {
    return analysis::to_graphml(graph, selection());
  }
  if (format == "gexf") {
    return analysis::to_gexf(graph, selection());
  }
  if (format == "bibtex") {
    return analysis::to_bibtex(graph, ranking.works);
  }
  return format == "ris" ? std::optional(tl::expected<std::string, Failure>(
                               analysis::to_ris(graph, ranking.works)))
                         : std::nullopt;
}

void show(const LineageGraph& graph,
          const QueryRun& run,
          const Ranking& ranking,
          const std::string& format,
          Answer& answer) {
  if (format == "quote") {
    answer.blocks =
        quotes(graph, shown_edges(graph, ranking.works, query::named_works(*run.expression)));
  } else if (format == "tree") {
    answer.blocks.emplace_back(tree_of(graph, part_of(graph, ranking.works, false).kept));
  } else if (format == "timeline") {
    answer.blocks.emplace_back(timeline_of(graph, ranking.works));
  } else if (!ranking.works.empty()) {
    answer.blocks.emplace_back(work_table(graph, ranking));
  }
}

Result<Sheet> sheet_of(const LineageGraph& graph,
                       const QueryRun& run,
                       const std::vector<WorkId>& members) {
  switch (run.result.sort) {
    case query::Sort::Edges:
      return edge_sheet(graph, members);
    case query::Sort::Mentions:
      return mention_sheet(graph, members);
    default:
      return clause_sheet(graph, *run.library, members);
  }
}

// "A/RES/78/16#op1" a clause, "A/RES/78/16 A/RES/53/70 recalls" a citation.
std::string symbol_lines_of(const QueryRun& run, const Sheet& sheet) {
  std::string text;
  std::string last;
  for (const std::vector<Cell>& row : sheet.rows) {
    std::string line = row[0].value.is_null() ? "-" : row[0].value.get<std::string>();
    if (run.result.sort == query::Sort::Edges) {
      line += " " + row[2].value.get<std::string>() + " " + row[1].value.get<std::string>();
    }
    if (line != last) {
      text += line + "\n";
      last = line;
    }
  }
  return text;
}

std::string_view noun_of(query::Sort sort) {
  return sort == query::Sort::Edges      ? "citation"
         : sort == query::Sort::Mentions ? "mention"
                                         : "clause";
}

}  // namespace

Outcome answer_with_works(const Context& context, const QueryRun& run, const QueryView& view) {
  const LineageGraph& graph = *context.graph;
  const auto ranking = ranked(graph, run, view);
  if (!ranking) {
    return tl::unexpected(ranking.error());
  }
  const std::size_t count = run.result.works.count();
  Answer answer;
  answer.json = {{"lineage", analysis::envelope("query", 1)},
                 {"query", run.text},
                 {"count", count},
                 {"works", work_rows(graph, *ranking)},
                 {"empty_because", analysis::text_or_null(empty_because(graph, run))}};
  note_limit(ranking->works.size(), count, "text", answer);
  add_notes(graph, run, answer);
  if (auto bytes = bytes_of(graph, run, *ranking, view, answer)) {
    if (!*bytes) {
      return tl::unexpected(bytes->error());
    }
    answer.document = Document{"", std::move(**bytes)};
  } else {
    show(graph, run, *ranking, view.format, answer);
  }
  return answer;
}

Outcome answer_with_others(const Context& context, const QueryRun& run, const QueryView& view) {
  const LineageGraph& graph = *context.graph;
  const std::string sort(query::name_of(run.result.sort));
  if (!view.sort.empty()) {
    return refuse(kUsage, "--sort orders texts, and these are " + sort);
  }
  const bool rows = view.format == "table" || view.format == "csv" || view.format == "ndjson" ||
                    view.format == "json" || view.format == "symbols" || view.format == "count";
  const bool quoted = view.format == "quote" && run.result.sort == query::Sort::Edges;
  if (!rows && !quoted) {
    return refuse(kUsage, sort + " have no output '" + view.format +
                              "'; they have table, symbols, " +
                              (run.result.sort == query::Sort::Edges ? "quote, " : "") +
                              "count, json, ndjson and csv");
  }
  std::vector<WorkId> members = run.result.works.ids();
  const std::size_t count = members.size();
  members.resize(std::min(view.limit, count));
  const Result<Sheet> sheet = sheet_of(graph, run, members);
  if (!sheet) {
    return tl::unexpected<Failure>(sheet.error());
  }
  Answer answer;
  answer.json = {{"lineage", analysis::envelope("query-rows", 1)},
                 {"query", run.text},
                 {"members", sort},
                 {"count", count},
                 {"rows", sheet_rows(*sheet)},
                 {"empty_because", analysis::text_or_null(empty_because(graph, run))}};
  note_limit(members.size(), count, noun_of(run.result.sort), answer);
  add_notes(graph, run, answer);
  if (view.format == "symbols") {
    answer.document = Document{"", symbol_lines_of(run, *sheet)};
  } else if (view.format == "count") {
    answer.document = Document{"", std::to_string(members.size()) + "\n"};
  } else if (quoted) {
    answer.blocks = quotes(graph, members);
  } else {
    put_sheet(*sheet, view.format, view.formulas, answer);
  }
  return answer;
}

}  // namespace lineage::cli
