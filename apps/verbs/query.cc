#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include <CLI/App.hpp>

#include "analysis/suggest.h"
#include "apps/answers/phrases.h"
#include "apps/query/outline_queries.h"
#include "apps/query/query_run.h"
#include "apps/verbs/query_answer.h"
#include "apps/verbs/verb.h"

namespace lineage::cli {
namespace {

struct QueryOptions {
  std::optional<std::string> expression;
  std::string sort;
  std::size_t limit = static_cast<std::size_t>(-1);
  bool explain = false;
  bool functions = false;
  bool excel = false;
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

Outcome answer_from(const QueryOptions& options, const Context& context) {
  const auto run = run_any_query(context, *options.expression);
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
    return explanation(context, *run);
  }
  const QueryView view{*format, options.sort, options.limit,
                       options.excel ? Formulas::Guarded : Formulas::Faithful};
  return run->result.sort == query::Sort::Works ? answer_with_works(context, *run, view)
                                                : answer_with_others(context, *run, view);
}

// An outline will do for the texts, their titles and dates, and what follows from who cites whom.
bool outline_will_do(const QueryOptions& options, const Context& context) {
  return !options.explain && outline_shows(context.format) && outline_scores(options.sort) &&
         outline_answers(context, *options.expression);
}

Outcome run_verb(const QueryOptions& options, const Context& context) {
  if (options.functions) {
    return vocabulary(context);
  }
  if (!options.expression) {
    return refuse(kUsage, "EXPR is missing; the simplest one is a symbol: 'lineage query 78/16'");
  }
  const auto enough = with_whole_unless(outline_will_do(options, context), context);
  return enough ? answer_from(options, *enough) : tl::unexpected(enough.error());
}

}  // namespace

Run declare_query(CLI::App& app) {
  auto options = std::make_shared<QueryOptions>();
  app.add_option("EXPR", options->expression,
                 "such as 'references(78/16) & kind(resolution)'; '=> csv' behind it sets the "
                 "format");
  app.add_option("--sort", options->sort, "date, or the score to rank by, such as indegree");
  app.add_option("--limit", options->limit, "show no more than this many texts");
  app.add_flag("--explain", options->explain, "show how many texts each part of the query has");
  app.add_flag("--functions", options->functions, "list the functions, scores and aliases");
  app.add_flag("--excel", options->excel, "in csv, keep spreadsheets from running cells");
  app.footer(
      "Examples:\n"
      "  lineage query 'references(78/16) ~ references(78/237)'\n"
      "  lineage query 'mergepoint(75/32, 75/240) => symbols'\n"
      "  lineage query 'from(78/16) & verb(welcomes|takes_note)'\n"
      "  lineage query '::78/16 & kind(report)' --format csv");
  return [options](const Context& context) { return run_verb(*options, context); };
}

}  // namespace lineage::cli
