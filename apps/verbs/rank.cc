#include <algorithm>
#include <memory>

#include <CLI/App.hpp>

#include "analysis/cocitation.h"
#include "analysis/exporters/json_values.h"
#include "analysis/influence.h"
#include "analysis/knowledge.h"
#include "apps/answers/phrases.h"
#include "apps/answers/sheet.h"
#include "apps/query/outline_queries.h"
#include "apps/query/query_run.h"
#include "apps/verbs/query_rows.h"
#include "apps/verbs/verb.h"
#include "apps/view_options.h"

namespace lineage::cli {
namespace {

struct RankOptions {
  std::string expression = "all()";
  std::string by = "pagerank";
  std::string of;
  std::size_t limit = 20;
  bool within = false;
  bool excel = false;
  ViewOptions view;
};

constexpr std::string_view kCocited = "cocited";
constexpr std::string_view kCoupled = "coupled";

std::vector<std::string_view> score_names() {
  std::vector<std::string_view> names;
  for (const analysis::Influence& influence : analysis::influences()) {
    names.push_back(influence.name);
  }
  names.push_back(kCocited);
  names.push_back(kCoupled);
  return names;
}

// How often each text is cited together with those of --of, or cites what they cite.
tl::expected<analysis::Ranked, Failure> companions(const Context& context,
                                                   const analysis::View& view,
                                                   const RankOptions& options) {
  if (options.of.empty()) {
    return refuse(kUsage, "'" + options.by +
                              "' is counted with other texts: name them with --of, "
                              "as in --of 78/16");
  }
  const auto others = run_query(context, options.of);
  if (!others) {
    return tl::unexpected(others.error());
  }
  const std::vector<WorkId> works = others->result.works.ids();
  analysis::Ranked ranked{std::vector<double>(view.size(), 0), {}, ""};
  for (const analysis::Companion& companion :
       options.by == kCocited ? analysis::cocited(view, works) : analysis::coupled(view, works)) {
    ranked.scores[companion.id] = static_cast<double>(companion.shared);
  }
  return ranked;
}

tl::expected<analysis::Ranked, Failure> scores_of(const Context& context,
                                                  const analysis::View& view,
                                                  const RankOptions& options) {
  if (options.by == kCocited || options.by == kCoupled) {
    return companions(context, view, options);
  }
  if (!options.of.empty()) {
    return refuse(kUsage, "--of goes with --by cocited and --by coupled");
  }
  const analysis::Influence* influence = analysis::find_influence(options.by);
  if (influence == nullptr) {
    return refuse(kUsage, "cannot rank by " + in_quotes(options.by) +
                              choices(options.by, score_names(), "--by"));
  }
  return influence->compute(view);
}

Sheet sheet_of(const LineageGraph& graph,
               const std::vector<WorkId>& works,
               const analysis::Ranked& ranked) {
  Sheet sheet;
  const bool estimated = !ranked.errors.empty();
  sheet.columns = work_columns();
  const Column title = sheet.columns.back();
  sheet.columns.pop_back();
  sheet.columns.insert(sheet.columns.begin(), {"rank", "rank"});
  sheet.columns.push_back({"score", "score"});
  if (estimated) {
    sheet.columns.push_back({"error", "error"});
  }
  sheet.columns.push_back(title);
  std::size_t rank = 0;
  for (std::size_t i = 0; i < works.size(); ++i) {
    // Equals share the rank of the first of them.
    const bool equal = i > 0 && ranked.scores[works[i]] == ranked.scores[works[i - 1]];
    rank = equal ? rank : i + 1;
    std::vector<Cell> row = work_cells(graph.work(works[i]));
    Cell last = std::move(row.back());
    row.pop_back();
    row.insert(row.begin(), Cell{rank});
    row.push_back(score_cell(ranked.scores[works[i]]));
    if (estimated) {
      row.push_back(score_cell(ranked.errors[works[i]]));
    }
    row.push_back(std::move(last));
    sheet.rows.push_back(std::move(row));
  }
  return sheet;
}

Outcome rank(const RankOptions& options, const Context& context) {
  const LineageGraph& graph = *context.graph;
  auto view = view_of(graph, options.view);
  if (!view) {
    return tl::unexpected(view.error());
  }
  const auto run = run_query(context, options.expression);
  if (!run) {
    return tl::unexpected(run.error());
  }
  const std::vector<WorkId> asked = run->result.works.ids();
  if (options.within) {
    view = view->among(asked);
  }
  const auto ranked = scores_of(context, *view, options);
  if (!ranked) {
    return tl::unexpected(ranked.error());
  }
  std::vector<WorkId> works = analysis::by_score(*view, asked, ranked->scores);
  if (!options.of.empty()) {
    std::erase_if(works, [&](WorkId id) { return ranked->scores[id] == 0; });  // not together
  }
  const std::size_t count = works.size();
  works.resize(std::min(options.limit, count));
  const Sheet sheet = sheet_of(graph, works, *ranked);

  Answer answer;
  answer.exit = count == 0 ? kNo : kFine;
  answer.json = {{"lineage", analysis::envelope("rank", 1)},
                 {"query", options.expression},
                 {"by", options.by},
                 {"of", analysis::text_or_null(options.of)},
                 {"count", count},
                 {"works", sheet_rows(sheet)},
                 {"remark", analysis::text_or_null(ranked->remark)}};
  if (works.size() < count) {
    answer.notes.push_back("shown are " + std::to_string(works.size()) + " of " +
                           counted(count, "text") + " (--limit)");
  }
  if (!ranked->remark.empty()) {
    answer.notes.push_back(options.by + ": " + ranked->remark);
  }
  std::vector<WorkId> seen;
  for (WorkId id = 0; id < graph.work_count(); ++id) {
    if (view->has(id)) {
      seen.push_back(id);
    }
  }
  // A score counts citations of the whole view; which texts were asked for changes nothing in it.
  add_knowledge(graph, analysis::open_among(graph, seen), answer);
  if (context.format == "symbols") {
    answer.document = Document{"", symbol_lines(graph, works)};
  } else {
    put_sheet(sheet, context.format, options.excel ? Formulas::Guarded : Formulas::Faithful,
              answer);
  }
  return answer;
}

}  // namespace

Run declare_rank(CLI::App& app) {
  auto options = std::make_shared<RankOptions>();
  std::string names;
  for (const std::string_view name : score_names()) {
    names += (names.empty() ? "" : ", ") + std::string(name);
  }
  app.add_option("EXPR", options->expression, "the texts to rank: a query, else all of the store");
  app.add_option("--by", options->by, names)->capture_default_str();
  app.add_option("--of", options->of, "with cocited and coupled: the texts to be together with");
  app.add_option("--limit", options->limit, "show no more than this many texts")
      ->capture_default_str();
  app.add_flag("--within", options->within, "count only citations between the texts of EXPR");
  add_view_options(app, options->view);
  app.add_flag("--excel", options->excel, "guard formulas in csv");
  app.footer(
      "Examples:\n"
      "  lineage rank '::78/16 & kind(resolution)' --by indegree\n"
      "  lineage rank --by cocited --of 73/27\n"
      "  lineage rank '::79/237' --within --by spc --as-of 2020");
  return [options](const Context& context) -> Outcome {
    const bool outline_will_do =
        outline_answers(context, options->expression) && outline_answers(context, options->of);
    const auto enough = with_whole_unless(outline_will_do, context);
    return enough ? rank(*options, *enough) : tl::unexpected(enough.error());
  };
}

}  // namespace lineage::cli
