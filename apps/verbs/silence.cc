#include <map>
#include <memory>

#include <CLI/App.hpp>

#include "analysis/citation_sets.h"
#include "analysis/exporters/json_values.h"
#include "apps/answers/phrases.h"
#include "apps/answers/ties.h"
#include "apps/verbs/verb.h"

namespace lineage::cli {
namespace {

// Works that the same texts cite stand together.
void add(const LineageGraph& graph,
         const std::string& title,
         const std::vector<analysis::Dropped>& dropped,
         Answer& answer) {
  std::vector<std::pair<std::vector<WorkId>, std::vector<WorkId>>> groups;
  std::map<std::vector<WorkId>, std::size_t> at;
  for (const analysis::Dropped& gone : dropped) {
    const auto [group, is_new] = at.emplace(gone.cited_by, groups.size());
    if (is_new) {
      groups.push_back({gone.cited_by, {}});
    }
    groups[group->second].second.push_back(gone.work);
  }
  answer.blocks.emplace_back(Lines{{{}, {{title, Style::Heading}}}});
  for (const auto& [citers, works] : groups) {
    answer.blocks.emplace_back(
        Paragraph{names_of(graph, works), 2, Style::Plain,
                  counted(works.size(), "work") + " cited by " + names_of(graph, citers)});
  }
}

Json dropped_value(const LineageGraph& graph, const std::vector<analysis::Dropped>& dropped) {
  Json list = Json::array();
  for (const analysis::Dropped& gone : dropped) {
    list.push_back({{"work", graph.work(gone.work).symbol().canonical()},
                    {"cited_by", symbols_value(graph, gone.cited_by)}});
  }
  return list;
}

Outcome silence(const std::string& symbol, const Context& context) {
  const LineageGraph& graph = *context.graph;
  const auto id = look_up(graph, symbol);
  if (!id) {
    return tl::unexpected(id.error());
  }
  const Work& work = graph.work(*id);
  const analysis::Silence found = analysis::silence_of(graph, *id);
  const bool known = work.facts.list_status == ListStatus::Known;
  Answer answer;
  const auto say = [&](const std::string& label, const std::string& text) {
    answer.blocks.emplace_back(Paragraph{text, 0, Style::Plain, label});
  };
  say("predecessors", names_of(graph, found.predecessors));
  if (!found.passed_over.empty()) {
    say("of the session before and not cited", names_of(graph, found.passed_over));
  }
  if (!known) {
    answer.blocks.emplace_back(Paragraph{
        "What " + name_of(work) + " does not cite is not established: its citation list is " +
            std::string(lineage::name_of(work.facts.list_status)) + ".",
        0, Style::Warning});
  }
  if (!found.dropped.empty()) {
    add(graph, name_of(work) + " does not cite, and predecessors do", found.dropped, answer);
  }
  if (!found.of_rivals.empty()) {
    add(graph, "rivals cite besides", found.of_rivals, answer);
  }
  if (!found.open.empty()) {
    answer.blocks.emplace_back(Lines{{{}}});
    answer.blocks.emplace_back(
        Paragraph{"What else predecessors cite is not established: the lists of " +
                      names_of(graph, found.open) + " are unknown or partial.",
                  0, Style::Faint});
  }
  answer.exit = found.dropped.empty() && found.of_rivals.empty() ? kNo : kFine;
  if (answer.exit == kNo) {
    answer.blocks.emplace_back(Paragraph{"nothing that they cite is left out"});
  }
  answer.json = {{"lineage", analysis::envelope("silence", 1)},
                 {"text", work.symbol().canonical()},
                 {"established", known},
                 {"predecessors", symbols_value(graph, found.predecessors)},
                 {"lists_not_known", symbols_value(graph, found.open)},
                 {"passed_over", symbols_value(graph, found.passed_over)},
                 {"rivals", symbols_value(graph, found.rivals)},
                 {"dropped", dropped_value(graph, found.dropped)},
                 {"of_rivals", dropped_value(graph, found.of_rivals)}};
  return answer;
}

}  // namespace

Run declare_silence(CLI::App& app) {
  auto symbol = std::make_shared<std::string>();
  app.add_option("SYMBOL", *symbol, "the text")->required();
  app.footer(
      "Examples:\n"
      "  lineage silence 79/237\n"
      "  lineage silence 78/237 --format json");
  return [symbol](const Context& context) { return silence(*symbol, context); };
}

}  // namespace lineage::cli
