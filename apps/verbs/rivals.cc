#include "analysis/rivals.h"

#include <algorithm>
#include <memory>

#include <CLI/App.hpp>

#include "analysis/citation_sets.h"
#include "analysis/exporters/json_values.h"
#include "analysis/tracks.h"
#include "apps/answers/phrases.h"
#include "apps/answers/ties.h"
#include "apps/verbs/verb.h"

namespace lineage::cli {
namespace {

std::string vote_of(const Work& work) {
  if (work.facts.vote) {
    const Vote& vote = work.facts.vote->value;
    return std::to_string(vote.in_favour) + "-" + std::to_string(vote.against) + "-" +
           std::to_string(vote.abstaining);
  }
  return work.facts.adoption ? work.facts.adoption->value : "not known";
}

std::string sponsors_of(const Work& work) {
  if (!work.facts.sponsors) {
    return "not known";
  }
  std::vector<std::string> names;
  for (const State& state : work.facts.sponsors->value) {
    names.push_back(state.name);
  }
  const std::size_t more =
      work.facts.additional_sponsors ? work.facts.additional_sponsors->value.size() : 0;
  return std::to_string(names.size()) +
         (more > 0 ? " and " + std::to_string(more) + " later" : "") + ": " + listed(names, 6);
}

void add_rows(const Work& a, const Work& b, Answer& answer) {
  Table table{{"", name_of(a), name_of(b)}, {}, 2};
  table.rows.push_back({{"date"}, {date_or_dash(a)}, {date_or_dash(b)}});
  table.rows.push_back({{"vote"}, {vote_of(a)}, {vote_of(b)}});
  table.rows.push_back({{"list"},
                        {std::string(name_of(a.facts.list_status))},
                        {std::string(name_of(b.facts.list_status))}});
  answer.blocks.emplace_back(std::move(table));
  for (const Work* work : {&a, &b}) {
    answer.blocks.emplace_back(
        Paragraph{sponsors_of(*work), 2, Style::Plain, "sponsors of " + name_of(*work)});
  }
}

// A difference is a fact only where the list of the one that leaves the works out is known.
void add_only(const LineageGraph& graph,
              const Work& citing,
              const Work& silent,
              const std::vector<WorkId>& works,
              Answer& answer) {
  const bool known = silent.facts.list_status == ListStatus::Known;
  answer.blocks.emplace_back(Paragraph{
      names_of(graph, works) +
          (known || works.empty()
               ? ""
               : " (that " + name_of(silent) + " does not is not established: its list is " +
                     std::string(name_of(silent.facts.list_status)) + ")"),
      2, Style::Plain, "only " + name_of(citing) + " cites"});
}

Json add_rival(const LineageGraph& graph, WorkId text, WorkId rival, Answer& answer) {
  const Work& a = graph.work(text);
  const Work& b = graph.work(rival);
  answer.blocks.emplace_back(Lines{{{}, {{name_of(a) + " and " + name_of(b), Style::Heading}}}});
  add_rows(a, b, answer);
  const analysis::CitationSplit sets = analysis::split(graph, text, rival);
  answer.blocks.emplace_back(
      Paragraph{counted(sets.both.size(), "work"), 2, Style::Plain, "both cite"});
  add_only(graph, a, b, sets.only_first, answer);
  add_only(graph, b, a, sets.only_second, answer);
  const std::vector<WorkId> joined = analysis::cite_both(graph, text, rival);
  answer.blocks.emplace_back(
      Paragraph{joined.empty() ? "none that is known" : names_of(graph, joined), 2, Style::Plain,
                "later texts that cite both"});
  return {{"rival", b.symbol().canonical()},
          {"both", symbols_value(graph, sets.both)},
          {"only_text", symbols_value(graph, sets.only_first)},
          {"only_rival", symbols_value(graph, sets.only_second)},
          {"cited_by_both", symbols_value(graph, joined)},
          {"text_list", name_of(a.facts.list_status)},
          {"rival_list", name_of(b.facts.list_status)}};
}

// How the rivalry of its tracks ended, where the text is one side of one.
void add_end(const LineageGraph& graph, WorkId text, Answer& answer) {
  for (const analysis::Subject& subject : analysis::subjects(graph)) {
    for (const analysis::Merge& merge : subject.merges) {
      for (const analysis::Rivalry& rivalry : merge.ended) {
        if (std::ranges::count(rivalry.texts, text) == 0) {
          continue;
        }
        answer.blocks.emplace_back(Lines{{{}, {{"who joins them", Style::Heading}}}});
        answer.blocks.emplace_back(Paragraph{
            name_of(graph.work(merge.text)) + ", " + date_or_dash(graph.work(merge.text)) +
                ", stands alone in its session again and " +
                (merge.joins_by_citation(graph) ? "cites both sides" : "does not cite both sides"),
            2});
        add_ties(graph, merge.cites, answer);
        add_ties(graph, merge.facts, answer);
        answer.json["joined_by"] = graph.work(merge.text).symbol().canonical();
      }
    }
  }
}

Outcome rivals(const std::string& symbol, const Context& context) {
  const LineageGraph& graph = *context.graph;
  const auto id = look_up(graph, symbol);
  if (!id) {
    return tl::unexpected(id.error());
  }
  const Work& work = graph.work(*id);
  const auto found = analysis::RivalIndex(graph).of(*id);
  Answer answer;
  answer.json = {{"lineage", analysis::envelope("rivals", 1)},
                 {"text", work.symbol().canonical()},
                 {"established", found.has_value()},
                 {"rivals", Json::array()},
                 {"joined_by", Json()}};
  if (!found) {
    answer.exit = kNo;
    answer.blocks.emplace_back(Paragraph{"whether " + name_of(work) +
                                         " has rivals is not established: its agenda item is not "
                                         "known"});
    return answer;
  }
  if (found->empty()) {
    answer.exit = kNo;
    answer.blocks.emplace_back(Paragraph{
        "no rival of " + name_of(work) + ": the store has no other resolution of session " +
        std::to_string(work.symbol().session().number) + " under agenda item " +
        work.facts.agenda_item->value.number});
    return answer;
  }
  answer.blocks.emplace_back(Paragraph{"session " + std::to_string(work.symbol().session().number) +
                                       ", agenda item " + work.facts.agenda_item->value.number +
                                       (work.facts.agenda_item->value.title.empty()
                                            ? ""
                                            : ", " + work.facts.agenda_item->value.title)});
  for (const WorkId rival : *found) {
    answer.json["rivals"].push_back(add_rival(graph, *id, rival, answer));
  }
  add_end(graph, *id, answer);
  return answer;
}

}  // namespace

Run declare_rivals(CLI::App& app) {
  auto symbol = std::make_shared<std::string>();
  app.add_option("SYMBOL", *symbol, "the text")->required();
  app.footer(
      "Examples:\n"
      "  lineage rivals 78/16\n"
      "  lineage rivals 73/27 --format json");
  return [symbol](const Context& context) { return rivals(*symbol, context); };
}

}  // namespace lineage::cli
