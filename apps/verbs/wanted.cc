#include <algorithm>
#include <memory>

#include <CLI/App.hpp>

#include "analysis/exporters/json_values.h"
#include "analysis/knowledge.h"
#include "apps/answers/csv.h"
#include "apps/answers/phrases.h"
#include "apps/query/query_run.h"
#include "apps/verbs/query_rows.h"
#include "apps/verbs/verb.h"

namespace lineage::cli {
namespace {

struct WantedOptions {
  std::string expression = "all()";
  std::size_t limit = 20;
  bool excel = false;
};

struct WantedWork {
  WorkId id = 0;
  std::uint32_t unlocks = 0;
  bool hung_on = false;  // the answer hangs on its list
};

// The texts that are not held and are in the answer, or whose lists it hangs on: first those that
// it hangs on, then by what they unlock, the older first.
std::vector<WantedWork> wanted_works(const LineageGraph& graph, const query::Evaluated& result) {
  query::WorkSet asked = result.works;
  asked |= result.open_lists;
  const std::vector<std::uint32_t> unlocks = analysis::unlocks(graph);
  std::vector<WantedWork> found;
  for (const WorkId id : asked.ids()) {
    if (graph.work(id).holding != Holding::Held) {
      found.push_back({id, unlocks[id], result.open_lists.contains(id)});
    }
  }
  std::ranges::stable_sort(found, [](const WantedWork& a, const WantedWork& b) {
    return a.hung_on != b.hung_on ? a.hung_on : a.unlocks > b.unlocks;
  });
  return found;
}

Table table_of(const LineageGraph& graph, const std::vector<WantedWork>& works) {
  Table table;
  table.header = {"symbol", "date", "holding", "list", "answer", "unlocks", "address"};
  for (const WantedWork& wanted : works) {
    const Work& work = graph.work(wanted.id);
    table.rows.push_back({{name_of(work), Style::Symbol},
                          {date_or_dash(work), Style::Date},
                          {std::string(lineage::name_of(work.holding))},
                          {std::string(lineage::name_of(work.facts.list_status))},
                          {wanted.hung_on ? "hangs on it" : "-"},
                          {std::to_string(wanted.unlocks)},
                          {work.symbol().address()}});
  }
  return table;
}

std::vector<Json> rows_of(const LineageGraph& graph, const std::vector<WantedWork>& works) {
  std::vector<Json> rows;
  for (const WantedWork& wanted : works) {
    Json row = analysis::work_summary(graph.work(wanted.id));
    row["answer_hangs_on_it"] = wanted.hung_on;
    row["unlocks"] = wanted.unlocks;
    rows.push_back(std::move(row));
  }
  return rows;
}

std::string csv_of(const LineageGraph& graph,
                   const std::vector<WantedWork>& works,
                   Formulas formulas) {
  std::string text = csv_line({"symbol", "short", "kind", "date", "title", "holding",
                               "citation_list", "address", "answer_hangs_on_it", "unlocks"});
  for (const WantedWork& wanted : works) {
    std::vector<std::string> row = summary_fields(graph.work(wanted.id));
    row.emplace_back(wanted.hung_on ? "true" : "false");
    row.push_back(std::to_string(wanted.unlocks));
    text += csv_line(row, formulas);
  }
  return text;
}

void fill(const LineageGraph& graph,
          const std::vector<WantedWork>& works,
          Formulas formulas,
          const std::string& format,
          Answer& answer) {
  const auto bytes = [&](std::string text) { answer.document = Document{"", std::move(text)}; };
  if (format == "symbols") {
    std::vector<WorkId> ids;
    for (const WantedWork& wanted : works) {
      ids.push_back(wanted.id);
    }
    bytes(symbol_lines(graph, ids));
  } else if (format == "ndjson") {
    bytes(json_lines(rows_of(graph, works)));
  } else if (format == "csv") {
    bytes(csv_of(graph, works, formulas));
  } else if (format != "json" && !works.empty()) {
    answer.blocks.emplace_back(table_of(graph, works));
  }
}

Outcome wanted(const WantedOptions& options, const Context& context) {
  const LineageGraph& graph = *context.graph;
  const auto run = run_query(context, options.expression);
  if (!run) {
    return tl::unexpected(run.error());
  }
  if (!run->query.output.empty()) {
    return refuse(
        kUsage, "'wanted' takes its format from --format, not from '=> " + run->query.output + "'");
  }
  std::vector<WantedWork> works = wanted_works(graph, run->result);
  const std::size_t count = works.size();
  works.resize(std::min(count, options.limit));
  Answer answer;
  answer.json = {{"lineage", analysis::envelope("wanted", 1)},
                 {"query", run->text},
                 {"count", count},
                 {"works", rows_of(graph, works)}};
  fill(graph, works, options.excel ? Formulas::Guarded : Formulas::Faithful, context.format,
       answer);
  if (works.size() < count) {
    answer.notes.push_back("shown are " + std::to_string(works.size()) + " of " +
                           counted(count, "text") + " (--limit)");
  }
  if (count == 0) {
    answer.notes.emplace_back("nothing is wanted: every text that the answer needs is held");
  }
  return answer;
}

}  // namespace

Run declare_wanted(CLI::App& app) {
  auto options = std::make_shared<WantedOptions>();
  app.add_option("EXPR", options->expression,
                 "a query; without one, every text that the store names and does not hold");
  app.add_option("--limit", options->limit, "show no more than this many texts, else 20");
  app.add_flag("--excel", options->excel, "in csv, keep spreadsheets from running cells");
  app.footer(
      "Examples:\n"
      "  lineage wanted\n"
      "  lineage wanted 'forkpoint(73/27, 73/266)'\n"
      "  lineage wanted ::79/237 --format csv");
  return [options](const Context& context) { return wanted(*options, context); };
}

}  // namespace lineage::cli
