#include <algorithm>
#include <memory>
#include <utility>

#include <CLI/App.hpp>

#include "analysis/comparison.h"
#include "analysis/exporters/json_values.h"
#include "analysis/knowledge.h"
#include "analysis/selection.h"
#include "apps/answers/phrases.h"
#include "apps/answers/sheet.h"
#include "apps/verbs/verb.h"
#include "apps/view_options.h"

namespace lineage::cli {
namespace {

using analysis::Compared;
using analysis::Comparison;

struct CompareOptions {
  std::string a;
  std::string b;
  bool excel = false;
  ViewOptions view;
};

// Where and how `citing` cites `cited`: "pp1 recalls, op4 pursuant_to"; "" where it does not.
std::string places(const LineageGraph& graph, WorkId citing, WorkId cited) {
  std::vector<std::string> all;
  for (const EdgeId id : analysis::edges_between(graph, citing, cited)) {
    for (const Passage& passage : graph.passages(id)) {
      const std::string relation(lineage::name_of(graph.edge(id).relation));
      const std::string place = (passage.place.empty() ? "" : passage.place + " ") + relation;
      if (std::ranges::find(all, place) == all.end()) {
        all.push_back(place);
      }
    }
  }
  return listed(all, all.size());
}

// What became of a citation since the predecessor: "fresh", "carried", "dropped", "" where there is
// nothing to say.
std::string_view since(const Compared& text, WorkId cited) {
  const auto holds = [&](const std::vector<WorkId>& list) {
    return std::ranges::binary_search(list, cited);
  };
  if (!text.predecessor) {
    return "";
  }
  return holds(text.lists.fresh)     ? "fresh"
         : holds(text.lists.carried) ? "carried"
         : holds(text.lists.dropped) ? "dropped"
                                     : "";
}

class Rows {
 public:
  Rows(const LineageGraph& graph, const Comparison& comparison)
      : graph_(graph), comparison_(comparison) {
    sheet_.columns = {{"cited_in", "cited in"}};
    for (Column& column : work_columns()) {
      column.heading = column.name == "title" ? "" : column.heading;
      sheet_.columns.push_back(std::move(column));
    }
    add_columns("a", comparison.a);
    add_columns("b", comparison.b);
  }

  void add(std::string_view group, const std::vector<WorkId>& works) {
    for (const WorkId id : works) {
      std::vector<Cell> row{Cell{std::string(group)}};
      for (Cell& cell : work_cells(graph_.work(id))) {
        row.push_back(std::move(cell));
      }
      for (const Compared* text : {&comparison_.a, &comparison_.b}) {
        row.push_back({places(graph_, text->work, id), Style::Relation});
        row.push_back({std::string(since(*text, id))});
      }
      sheet_.rows.push_back(std::move(row));
    }
  }
  void add_columns(const std::string& prefix, const Compared& text) {
    sheet_.columns.push_back({prefix + "_places", "in " + name_of(graph_.work(text.work))});
    const std::string before =
        text.predecessor ? "since " + name_of(graph_.work(text.predecessor->work)) : "";
    sheet_.columns.push_back({prefix + "_since", before});
  }
  [[nodiscard]] Sheet take() && { return std::move(sheet_); }

 private:
  const LineageGraph& graph_;
  const Comparison& comparison_;
  Sheet sheet_;
};

Json symbols(const LineageGraph& graph, const std::vector<WorkId>& works) {
  Json list = Json::array();
  for (const WorkId id : works) {
    list.push_back(graph.work(id).symbol().canonical());
  }
  return list;
}

Json text_value(const LineageGraph& graph, const Compared& text) {
  Json value = analysis::work_summary(graph.work(text.work));
  value["predecessor"] = nullptr;
  if (text.predecessor) {
    value["predecessor"] = {{"symbol", graph.work(text.predecessor->work).symbol().canonical()},
                            {"basis", std::string(analysis::name_of(text.predecessor->basis))},
                            {"fresh", symbols(graph, text.lists.fresh)},
                            {"carried", symbols(graph, text.lists.carried)},
                            {"dropped", symbols(graph, text.lists.dropped)}};
  }
  return value;
}

std::string predecessor_sentence(const LineageGraph& graph, const Compared& text) {
  const std::string name = name_of(graph.work(text.work));
  if (!text.predecessor) {
    return name + ": no predecessor is known, so nothing is said of what it carried over";
  }
  std::vector<std::string> dropped;
  for (const WorkId id : text.lists.dropped) {
    dropped.push_back(name_of(graph.work(id)));
  }
  return name + " follows " + name_of(graph.work(text.predecessor->work)) + " (" +
         std::string(analysis::name_of(text.predecessor->basis)) +
         "): " + std::to_string(text.lists.fresh.size()) + " fresh, " +
         std::to_string(text.lists.carried.size()) + " carried over, " +
         std::to_string(text.lists.dropped.size()) + " dropped" +
         (dropped.empty() ? "" : " (" + listed(dropped) + ")");
}

// The lists of both texts, and of the predecessors that they are measured by.
std::vector<WorkId> asked(const Comparison& comparison) {
  std::vector<WorkId> works;
  for (const Compared* text : {&comparison.a, &comparison.b}) {
    works.push_back(text->work);
    if (text->predecessor) {
      works.push_back(text->predecessor->work);
    }
  }
  return works;
}

Outcome compare(const CompareOptions& options, const Context& context) {
  const LineageGraph& graph = *context.graph;
  const auto a = look_up(graph, options.a);
  const auto b = look_up(graph, options.b);
  const auto view = view_of(graph, options.view);
  if (!a || !b || !view) {
    return tl::unexpected(!a ? a.error() : !b ? b.error() : view.error());
  }
  const analysis::SeriesIndex series(graph);
  const Comparison found = analysis::compare(*view, series, *a, *b);
  Rows rows(graph, found);
  rows.add(name_of(graph.work(*a)), found.only_a);
  rows.add(name_of(graph.work(*b)), found.only_b);
  rows.add("both", found.both);
  const Sheet sheet = std::move(rows).take();

  Answer answer;
  answer.json = {{"lineage", analysis::envelope("compare", 1)},
                 {"a", text_value(graph, found.a)},
                 {"b", text_value(graph, found.b)},
                 {"only_a", symbols(graph, found.only_a)},
                 {"only_b", symbols(graph, found.only_b)},
                 {"both", symbols(graph, found.both)},
                 {"jaccard", found.jaccard},
                 {"citations", sheet_rows(sheet)}};
  add_knowledge(graph, analysis::open_among(graph, asked(found)), answer);
  put_sheet(sheet, context.format, options.excel ? Formulas::Guarded : Formulas::Faithful, answer);
  if (!answer.document) {
    answer.blocks.emplace_back(Paragraph{predecessor_sentence(graph, found.a)});
    answer.blocks.emplace_back(Paragraph{predecessor_sentence(graph, found.b)});
  }
  return answer;
}

}  // namespace

Run declare_compare(CLI::App& app) {
  auto options = std::make_shared<CompareOptions>();
  app.add_option("A", options->a, "a text")->required();
  app.add_option("B", options->b, "another")->required();
  add_view_options(app, options->view);
  app.add_flag("--excel", options->excel, "guard formulas in csv");
  app.footer(
      "Examples:\n"
      "  lineage compare 78/16 78/237\n"
      "  lineage compare 78/16 77/37 --format csv");
  return [options](const Context& context) { return compare(*options, context); };
}

}  // namespace lineage::cli
