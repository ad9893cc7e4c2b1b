#include <memory>

#include <CLI/App.hpp>

#include "analysis/exporters/json_values.h"
#include "analysis/routes.h"
#include "analysis/selection.h"
#include "apps/answers/hops.h"
#include "apps/answers/phrases.h"
#include "apps/answers/teacher.h"
#include "apps/verbs/verb.h"

namespace lineage::cli {
namespace {

struct WhyOptions {
  std::string citing;
  std::string cited;
};

void add_proof(const Passage& passage, std::vector<Block>& blocks) {
  constexpr std::size_t kIndent = 2;
  const auto line = [&](const std::string& text, Style style) {
    if (!text.empty()) {
      blocks.emplace_back(Paragraph{text, kIndent, style});
    }
  };
  std::string words = passage.verb.empty() ? "" : "verb: " + passage.verb;
  if (!passage.quote.empty()) {
    words += (words.empty() ? "quote: " : "; quote: ") + passage.quote;
  }
  line(place_of(passage), Style::Faint);
  if (passage.clause != passage.place && !passage.clause.empty()) {
    line("belongs to " + passage.clause, Style::Faint);
  }
  line(words, Style::Quote);
  line(passage.pinpoint.empty() ? "" : "cites " + passage.pinpoint + " of it", Style::Plain);
  if (passage.quote.empty()) {
    line("a line of a catalogue: the sentence itself was not read", Style::Plain);
  }
  line(passage.sentence, Style::Plain);
}

// What tells that the words are a name of the cited text.
void add_teacher(const Teacher& teacher, Answer& answer) {
  constexpr std::size_t kIndent = 2;
  answer.blocks.emplace_back(Paragraph{teacher_line(teacher), kIndent, Style::Plain});
  if (!teacher.sentence.empty()) {
    answer.blocks.emplace_back(
        Paragraph{"the words there: " + teacher.sentence, kIndent, Style::Quote});
  }
  answer.json["names"].push_back(teacher_value(teacher));
}

void add_edges(const LineageGraph& graph, std::span<const EdgeId> edges, Answer& answer) {
  for (const EdgeId id : edges) {
    const Edge& edge = graph.edge(id);
    answer.blocks.emplace_back(
        Lines{{{{name_of(graph.work(edge.source)), Style::Symbol},
                {" " + std::string(lineage::name_of(edge.relation)) + " ", Style::Relation},
                {name_of(graph.work(edge.target)), Style::Symbol}}}});
    for (const Passage& passage : graph.passages(id)) {
      add_proof(passage, answer.blocks);
      if (const auto teacher = teacher_of(graph, edge, passage)) {
        add_teacher(*teacher, answer);
      }
    }
    answer.json["edges"].push_back(analysis::edge_value(graph, id));
  }
}

// That there is no edge can only be said where the citing text's list is known.
std::string denial(const Work& citing, const Work& cited) {
  const std::string claim = name_of(citing) + " cites " + name_of(cited);
  switch (citing.facts.list_status) {
    case ListStatus::Known:
      return "no: the citation list of " + name_of(citing) + " is known and " + name_of(cited) +
             " is not in it";
    case ListStatus::Partial:
      return "not established: whether " + claim + "; its citation list is partial";
    case ListStatus::Unknown:
      return "not established: whether " + claim + "; its citation list is unknown";
  }
  return "";
}

void add_indirect(const LineageGraph& graph, WorkId citing, WorkId cited, Answer& answer) {
  const Work& a = graph.work(citing);
  const Work& b = graph.work(cited);
  const bool known = a.facts.list_status == ListStatus::Known;
  answer.blocks.emplace_back(Paragraph{denial(a, b)});
  answer.json["not_established"] = !known;
  if (const auto route = analysis::shortest_route(graph, citing, cited)) {
    answer.blocks.emplace_back(Lines{{{{"It builds on it through others:", Style::Heading}}}});
    append_route(graph, *route, answer.blocks);
    answer.json["route"] = route_value(graph, *route);
    return;
  }
  answer.exit = kNo;
  if (!analysis::edges_between(graph, cited, citing).empty()) {
    answer.notes.push_back(name_of(b) + " cites " + name_of(a) +
                           ": try 'lineage why' the other way round");
  }
}

Outcome why(const WhyOptions& options, const Context& context) {
  const LineageGraph& graph = *context.graph;
  const auto citing = look_up(graph, options.citing);
  const auto cited = look_up(graph, options.cited);
  if (!citing || !cited) {
    return tl::unexpected(citing ? cited.error() : citing.error());
  }
  if (*citing == *cited) {
    return refuse(kUsage, "both symbols name " + name_of(graph.work(*citing)));
  }
  Answer answer;
  answer.json = {{"lineage", analysis::envelope("why", 1)},
                 {"source", graph.work(*citing).symbol().canonical()},
                 {"target", graph.work(*cited).symbol().canonical()},
                 {"edges", Json::array()},
                 {"not_established", false},
                 {"route", nullptr},
                 {"names", Json::array()}};
  const std::span<const EdgeId> edges = analysis::edges_between(graph, *citing, *cited);
  if (edges.empty()) {
    add_indirect(graph, *citing, *cited, answer);
  } else {
    add_edges(graph, edges, answer);
  }
  return answer;
}

}  // namespace

Run declare_why(CLI::App& app) {
  auto options = std::make_shared<WhyOptions>();
  app.add_option("CITING", options->citing, "the text that cites")->required();
  app.add_option("CITED", options->cited, "the text that is cited")->required();
  app.footer(
      "Examples:\n"
      "  lineage why 78/16 53/70\n"
      "  lineage why 78/16 A/78/404\n"
      "  lineage why --format json 78/16 77/37");
  return [options](const Context& context) { return why(*options, context); };
}

}  // namespace lineage::cli
