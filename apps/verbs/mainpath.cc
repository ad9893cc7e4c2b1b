#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include <CLI/App.hpp>

#include "analysis/exporters/json_values.h"
#include "analysis/knowledge.h"
#include "analysis/main_path.h"
#include "analysis/selection.h"
#include "apps/answers/phrases.h"
#include "apps/answers/sheet.h"
#include "apps/query/outline_queries.h"
#include "apps/query/query_run.h"
#include "apps/terminal/drawing.h"
#include "apps/verbs/query_rows.h"
#include "apps/verbs/verb.h"
#include "apps/view_options.h"

namespace lineage::cli {
namespace {

using analysis::MainPath;
using analysis::PathCount;
using analysis::PathWeight;

struct MainPathOptions {
  std::string first;
  std::string second;
  std::string weight = "spc";
  double basket = 0;
  bool excel = false;
  ViewOptions view;
};

constexpr std::array<std::string_view, 3> kWeights{"spc", "splc", "spnp"};

tl::expected<analysis::MainPathOptions, Failure> path_options(const MainPathOptions& options) {
  const auto* weight = std::ranges::find(kWeights, options.weight);
  if (weight == kWeights.end()) {
    return refuse(kUsage, "no path count " + in_quotes(options.weight) +
                              "; --weight takes spc, splc or spnp");
  }
  if (!(options.basket >= 0 && options.basket <= 1)) {
    return refuse(kUsage, "a basket is a part between 0 and 1, such as 0.05");
  }
  return analysis::MainPathOptions{static_cast<PathWeight>(weight - kWeights.begin()),
                                   options.basket};
}

// A main path, and the lists that it hangs on.
struct Found {
  MainPath path;
  std::vector<WorkId> open;
};

// From the heads of a set to its roots, within it.
Found within(const LineageGraph& graph,
             const analysis::View& view,
             const std::vector<WorkId>& works,
             const analysis::MainPathOptions& options) {
  return {analysis::main_path(view.among(works), options), analysis::open_among(graph, works)};
}

// Between two sets, whichever of them is the older.
Found between(const LineageGraph& graph,
              const analysis::View& view,
              const std::vector<WorkId>& one,
              const std::vector<WorkId>& other,
              analysis::RelationSet relations,
              const analysis::MainPathOptions& options) {
  MainPath path = analysis::main_path_between(view, one, other, options);
  if (!path.works.empty()) {
    return {std::move(path), analysis::open_towards(graph, other, one, relations)};
  }
  return {analysis::main_path_between(view, other, one, options),
          analysis::open_towards(graph, one, other, relations)};
}

Sheet sheet_of(const LineageGraph& graph,
               const analysis::RelationSet& shown,
               const MainPath& path) {
  Sheet sheet;
  for (const char* prefix : {"citing_", "cited_"}) {
    for (Column& column : work_columns(prefix)) {
      column.heading = column.name.ends_with("_title") ? "" : column.heading;
      sheet.columns.push_back(std::move(column));
    }
  }
  sheet.columns.push_back({"relations", "relations"});
  sheet.columns.push_back({"share", "share of paths"});
  sheet.columns.push_back({"paths", ""});
  for (auto tie = path.citations.rbegin(); tie != path.citations.rend(); ++tie) {
    std::vector<Cell> row = work_cells(graph.work(tie->citing));
    for (Cell& cell : work_cells(graph.work(tie->cited))) {
      row.push_back(std::move(cell));
    }
    std::string relations;
    for (const EdgeId id : analysis::edges_between(graph, tie->citing, tie->cited)) {
      const Relation relation = graph.edge(id).relation;
      if (shown.contains(relation)) {
        relations += (relations.empty() ? "" : "|") + std::string(lineage::name_of(relation));
      }
    }
    row.push_back({relations, Style::Relation});
    row.push_back(score_cell(PathCount::share(tie->weight, path.total)));
    row.push_back({tie->weight.text()});
    sheet.rows.push_back(std::move(row));
  }
  return sheet;
}

tl::expected<std::string, Failure> drawing(const LineageGraph& graph,
                                           const MainPath& path,
                                           const std::string& title) {
  Part part;
  part.kept.works = path.works;
  for (const analysis::WeightedCitation& tie : path.citations) {
    const auto edges = analysis::edges_between(graph, tie.citing, tie.cited);
    part.kept.edges.insert(part.kept.edges.end(), edges.begin(), edges.end());
  }
  std::ranges::sort(part.kept.edges);
  part.pairs = path.citations.size();
  return dot_of(graph, part, title);
}

Json answer_value(const LineageGraph& graph,
                  const MainPathOptions& options,
                  const MainPath& path,
                  const Sheet& sheet) {
  Json works = Json::array();
  for (const WorkId id : path.works) {
    works.push_back(analysis::work_summary(graph.work(id)));
  }
  return {{"lineage", analysis::envelope("mainpath", 1)},
          {"first", options.first},
          {"second", analysis::text_or_null(options.second)},
          {"weight", options.weight},
          {"basket", options.basket},
          {"paths", path.total.text()},
          {"works", std::move(works)},
          {"citations", sheet_rows(sheet)}};
}

tl::expected<Found, Failure> find(const Context& context, const MainPathOptions& options) {
  const LineageGraph& graph = *context.graph;
  const auto how = path_options(options);
  const auto view = view_of(graph, options.view);
  const auto first = run_query(context, options.first);
  if (!how || !view || !first) {
    return tl::unexpected(!how ? how.error() : !view ? view.error() : first.error());
  }
  if (options.second.empty()) {
    return within(graph, *view, first->result.works.ids(), *how);
  }
  const auto second = run_query(context, options.second);
  if (!second) {
    return tl::unexpected(second.error());
  }
  return between(graph, *view, first->result.works.ids(), second->result.works.ids(),
                 *relations_of(options.view.over), *how);
}

Outcome mainpath(const MainPathOptions& options, const Context& context) {
  const LineageGraph& graph = *context.graph;
  const auto found = find(context, options);
  if (!found) {
    return tl::unexpected(found.error());
  }
  const MainPath& path = found->path;
  const Sheet sheet = sheet_of(graph, *relations_of(options.view.over), path);
  Answer answer;
  answer.exit = path.works.empty() ? kNo : kFine;
  answer.json = answer_value(graph, options, path, sheet);
  if (path.works.empty()) {
    answer.notes.emplace_back(options.second.empty() ? "no citations between these texts"
                                                     : "no path of citations between the two");
  } else {
    answer.notes.push_back(counted(path.works.size(), "text") + " and " +
                           counted(path.citations.size(), "citation") + " of " + path.total.text() +
                           " paths");
  }
  add_knowledge(graph, found->open, answer);
  if (context.format == "symbols") {
    answer.document = Document{"", symbol_lines(graph, path.works)};
  } else if (context.format == "dot") {
    auto dot = drawing(graph, path, "The main path");
    if (!dot) {
      return tl::unexpected(dot.error());
    }
    answer.document = Document{"", std::move(*dot)};
  } else {
    put_sheet(sheet, context.format, options.excel ? Formulas::Guarded : Formulas::Faithful,
              answer);
  }
  return answer;
}

}  // namespace

Run declare_mainpath(CLI::App& app) {
  auto options = std::make_shared<MainPathOptions>();
  app.add_option("A", options->first, "a text, or the query of a set")->required();
  app.add_option("B", options->second,
                 "the other end; without it, from the heads of A to its roots");
  app.add_option("--basket", options->basket,
                 "take paths that carry this much less than the best: 0.05")
      ->capture_default_str();
  app.add_option("--weight", options->weight, "what a citation carries: spc, splc or spnp")
      ->capture_default_str();
  add_view_options(app, options->view);
  app.add_flag("--excel", options->excel, "guard formulas in csv");
  app.footer(
      "Examples:\n"
      "  lineage mainpath 53/70 79/237\n"
      "  lineage mainpath 53/70 79/237 --basket 0.05 --format dot\n"
      "  lineage mainpath '::78/16 & kind(resolution)' --weight spnp");
  return [options](const Context& context) -> Outcome {
    const bool outline_will_do =
        outline_answers(context, options->first) && outline_answers(context, options->second);
    const auto enough = with_whole_unless(outline_will_do, context);
    return enough ? mainpath(*options, *enough) : tl::unexpected(enough.error());
  };
}

}  // namespace lineage::cli
