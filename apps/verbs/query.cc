#include <algorithm>
#include <memory>
#include <utility>

#include <CLI/App.hpp>

#include "analysis/exporters/json_values.h"
#include "analysis/query/scores.h"
#include "analysis/suggest.h"
#include "apps/drawing.h"
#include "apps/phrases.h"
#include "apps/query_run.h"
#include "apps/verbs/query_rows.h"
#include "apps/verbs/verb.h"

namespace lineage::cli {
namespace {

struct QueryOptions {
  std::string expression;
  std::string sort;
  std::size_t limit = static_cast<std::size_t>(-1);
  bool explain = false;
};

// The format: --format, else what stands behind "=>", else table.
tl::expected<std::string, Failure> format_of(const QueryRun& run, const Context& context) {
  const std::string& written = run.query.output;
  const std::span<const std::string_view> formats = verb_named("query")->formats;
  if (!written.empty() && std::ranges::find(formats, written) == formats.end()) {
    Failure failure(kUsage, "'query' has no output " + in_quotes(written) +
                                analysis::did_you_mean(analysis::nearest(written, formats)));
    failure.picture = query::picture(run.text, run.query.output_span);
    return tl::unexpected(std::move(failure));
  }
  if (!written.empty() && !context.format.empty() && written != context.format) {
    return refuse(kUsage, "the query says '=> " + written + "' and --format says '" +
                              context.format + "'; leave one of them out");
  }
  return !context.format.empty() ? context.format : written.empty() ? "table" : written;
}

tl::expected<Ranking, Failure> ranked(const LineageGraph& graph,
                                      const QueryRun& run,
                                      const QueryOptions& options) {
  Ranking ranking{run.result.works.ids(), {}};
  std::vector<double> scores;
  if (!options.sort.empty() && options.sort != "date") {
    const query::Score* score = query::find_score(options.sort);
    if (score == nullptr) {
      std::vector<std::string_view> names = query::score_names();
      names.insert(names.begin(), "date");
      std::string all;
      for (const std::string_view name : names) {
        all += (all.empty() ? "" : ", ") + std::string(name);
      }
      return refuse(kUsage, "cannot sort by " + in_quotes(options.sort) + "; --sort takes " + all);
    }
    scores = score->compute(graph);
    std::ranges::stable_sort(ranking.works,
                             [&](WorkId a, WorkId b) { return scores[a] > scores[b]; });
  }
  ranking.works.resize(std::min(options.limit, ranking.works.size()));
  for (const WorkId id : ranking.works) {
    if (!scores.empty()) {
      ranking.scores.push_back(scores[id]);
    }
  }
  return ranking;
}

Json answer_value(const LineageGraph& graph, const QueryRun& run, const Ranking& ranking) {
  const std::size_t count = run.result.works.count();
  return {{"lineage", analysis::envelope("query", 1)},
          {"query", run.text},
          {"count", count},
          {"works", work_rows(graph, ranking)},
          {"empty_because",
           analysis::text_or_null(
               count == 0 ? query::why_empty(run.expression, run.result, run.text) : "")}};
}

// Fills the answer in one format; a failure for a drawing that is too large.
tl::expected<void, Failure> fill(const LineageGraph& graph,
                                 const QueryRun& run,
                                 const Ranking& ranking,
                                 const std::string& format,
                                 Answer& answer) {
  const auto bytes = [&](std::string text) { answer.document = Document{"", std::move(text)}; };
  if (format == "table" && !ranking.works.empty()) {
    answer.blocks.emplace_back(work_table(graph, ranking));
  } else if (format == "symbols") {
    bytes(symbol_lines(graph, ranking.works));
  } else if (format == "quote") {
    answer.blocks =
        quotes(graph, shown_edges(graph, ranking.works, query::named_works(run.expression)));
  } else if (format == "count") {
    bytes(std::to_string(ranking.works.size()) + "\n");
  } else if (format == "json") {
    bytes(analysis::printed(answer.json));
  } else if (format == "ndjson") {
    bytes(json_lines(work_rows(graph, ranking)));
  } else if (format == "csv") {
    bytes(work_csv(graph, ranking));
  } else if (format == "dot") {
    auto dot = dot_of(graph, part_of(graph, ranking.works, false), run.title);
    if (!dot) {
      return tl::unexpected(dot.error());
    }
    bytes(std::move(*dot));
  }
  return {};
}

// Each part of the query, indented by its depth, with the number of its texts.
Answer explanation(const LineageGraph& graph, const QueryRun& run) {
  constexpr std::size_t kColumn = 6;
  Answer answer;
  Lines lines{{{{" texts  part", Style::Heading}}}, true};
  answer.json = {{"lineage", analysis::envelope("query-explanation", 1)},
                 {"query", run.text},
                 {"parts", Json::array()}};
  for (const query::Part& part : query::explained(run.expression, run.result)) {
    const std::string words = run.text.substr(part.span.begin, part.span.end - part.span.begin);
    const std::string number = std::to_string(part.count);
    const std::string lead(kColumn - std::min(kColumn, number.size()), ' ');
    lines.lines.push_back({{lead + number + std::string(2 + 2 * part.depth, ' ') + words}});
    answer.json["parts"].push_back({{"depth", part.depth}, {"texts", part.count}, {"part", words}});
  }
  answer.blocks.emplace_back(std::move(lines));
  add_notes(graph, run, answer);
  return answer;
}

Outcome run_verb(const QueryOptions& options, const Context& context) {
  const LineageGraph& graph = *context.graph;
  const auto run = run_query(graph, options.expression);
  if (!run) {
    return tl::unexpected(run.error());
  }
  const auto format = format_of(*run, context);
  if (!format) {
    return tl::unexpected(format.error());
  }
  if (options.explain && *format != "table" && *format != "json") {
    return refuse(kUsage, "--explain is shown as table or json, not as " + *format);
  }
  if (options.explain) {
    return explanation(graph, *run);
  }
  const auto ranking = ranked(graph, *run, options);
  if (!ranking) {
    return tl::unexpected(ranking.error());
  }
  Answer answer;
  answer.json = answer_value(graph, *run, *ranking);
  const std::size_t count = run->result.works.count();
  answer.exit = count == 0 ? kNo : kFine;
  if (ranking->works.size() < count) {
    answer.notes.push_back("shown are " + std::to_string(ranking->works.size()) + " of " +
                           counted(count, "text") + " (--limit)");
  }
  add_notes(graph, *run, answer);
  if (const auto filled = fill(graph, *run, *ranking, *format, answer); !filled) {
    return tl::unexpected(filled.error());
  }
  return answer;
}

}  // namespace

Run declare_query(CLI::App& app) {
  auto options = std::make_shared<QueryOptions>();
  app.add_option("EXPR", options->expression,
                 "such as 'references(78/16) & kind(resolution)'; '=> csv' behind it sets the "
                 "format")
      ->required();
  app.add_option("--sort", options->sort, "date, or the score to rank by, such as indegree");
  app.add_option("--limit", options->limit, "show no more than this many texts");
  app.add_flag("--explain", options->explain, "show how many texts each part of the query has");
  app.footer(
      "Examples:\n"
      "  lineage query 'references(78/16) ~ references(78/237)'\n"
      "  lineage query 'mergepoint(75/32, 75/240) => symbols'\n"
      "  lineage query '::78/16 & kind(report)' --format csv");
  return [options](const Context& context) { return run_verb(*options, context); };
}

}  // namespace lineage::cli
