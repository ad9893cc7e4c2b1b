#include "analysis/mandates.h"

#include <algorithm>
#include <memory>

#include <CLI/App.hpp>

#include "analysis/exporters/json_values.h"
#include "analysis/tracks.h"
#include "apps/answers/phrases.h"
#include "apps/verbs/verb.h"

namespace lineage::cli {
namespace {

using analysis::Mandate;
using analysis::MandateAct;
using analysis::MandateStep;

std::string_view words_of(MandateAct act) {
  switch (act) {
    case MandateAct::Established:
      return "established by";
    case MandateAct::Renewed:
      return "renewed by";
    case MandateAct::Requested:
      return "report requested by";
    case MandateAct::Reported:
      return "reports";
    case MandateAct::Received:
      return "received by";
    case MandateAct::FedInto:
      return "draws on";
    case MandateAct::Succeeds:
      return "succeeds";
    case MandateAct::Ended:
      return "passes into";
  }
  return "";
}

// "welcomes A/78/265", with the verb as it stands in the text.
std::string what(const LineageGraph& graph, const MandateStep& step) {
  if (!step.report) {
    return "";
  }
  const Passage& proof = graph.passages(step.proof).front();
  return std::string(name_of(graph.edge(step.proof).relation)) + " " +
         name_of(graph.work(*step.report)) + (proof.verb.empty() ? "" : " (" + proof.verb + ")") +
         ", ";
}

Span proof_of(const Passage& passage) {
  return passage.quote.empty() ? Span{catalogue_line(passage), Style::Faint}
                               : Span{"\"" + passage.quote + "\"", Style::Quote};
}

bool is_shown(const LineageGraph& graph, const MandateStep& step, bool all) {
  return all || step.act != MandateAct::Received ||
         analysis::is_reception(graph.edge(step.proof).relation);
}

void add_mandate(const LineageGraph& graph, const Mandate& mandate, bool all, Answer& answer) {
  const Work& body = graph.work(mandate.body);
  const auto* years = body.facts.find(BodyFact::Years);
  const auto* outcome = body.facts.find(BodyFact::Outcome);
  answer.blocks.emplace_back(Lines{{{{name_of(body), Style::Symbol},
                                     {years == nullptr ? "" : "  " + years->value, Style::Date},
                                     {outcome == nullptr ? "" : "  " + outcome->value}}},
                                   true});
  if (body.facts.title) {
    answer.blocks.emplace_back(Paragraph{body.facts.title->value, 2});
  }
  Table table{{"step", "with", "dated", "place", "proof"}, {}, 2};
  std::size_t hidden = 0;
  for (const MandateStep& step : mandate.steps) {
    if (!is_shown(graph, step, all)) {
      ++hidden;
      continue;
    }
    const Passage& proof = graph.passages(step.proof).front();
    table.rows.push_back({{std::string(words_of(step.act)), Style::Relation},
                          {name_of(graph.work(step.with)), Style::Symbol},
                          {step.date ? step.date->iso() : "-", Style::Date},
                          {proof.place.empty() ? "-" : proof.place},
                          {what(graph, step) + proof_of(proof).text, proof_of(proof).style}});
  }
  answer.blocks.emplace_back(std::move(table));
  if (hidden > 0) {
    answer.blocks.emplace_back(
        Paragraph{std::to_string(hidden) +
                      " further citations of its reports recall them or act under them (--all)",
                  2, Style::Faint});
  }
}

Json mandate_value(const LineageGraph& graph, const Mandate& mandate) {
  Json steps = Json::array();
  for (const MandateStep& step : mandate.steps) {
    steps.push_back(
        {{"step", std::string(words_of(step.act))},
         {"with", graph.work(step.with).symbol().canonical()},
         {"date", step.date ? Json(step.date->iso()) : Json()},
         {"report", step.report ? Json(graph.work(*step.report).symbol().canonical()) : Json()},
         {"proof", analysis::edge_value(graph, step.proof)}});
  }
  return {{"body", analysis::work_value(graph.work(mandate.body))}, {"steps", std::move(steps)}};
}

std::vector<WorkId> all_bodies(const LineageGraph& graph) {
  std::vector<WorkId> bodies;
  for (WorkId id = 0; id < graph.work_count(); ++id) {
    if (graph.work(id).symbol().kind() == WorkKind::Body) {
      bodies.push_back(id);
    }
  }
  return bodies;
}

// A body, those of a track, those that a text sets up or renews, or all.
tl::expected<std::vector<WorkId>, Failure> bodies_of(const LineageGraph& graph,
                                                     const std::string& typed) {
  if (typed.empty()) {
    return all_bodies(graph);
  }
  std::string lower = typed;
  std::ranges::transform(lower, lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  const Result<Symbol> track = Symbol::parse("track:" + lower);
  const std::optional<WorkId> named = track ? graph.find(*track) : std::nullopt;
  std::vector<WorkId> bodies;
  if (named) {
    for (const EdgeId id : analysis::edges_in(graph, *named, Relation::BelongsTo)) {
      if (graph.work(graph.edge(id).source).symbol().kind() == WorkKind::Body) {
        bodies.push_back(graph.edge(id).source);
      }
    }
    return bodies;
  }
  const auto id = look_up(graph, typed);
  if (!id) {
    return tl::unexpected(id.error());
  }
  if (graph.work(*id).symbol().kind() == WorkKind::Body) {
    return std::vector<WorkId>{*id};
  }
  for (const Relation relation : {Relation::Establishes, Relation::Renews}) {
    for (const EdgeId edge : analysis::edges_out(graph, *id, relation)) {
      bodies.push_back(graph.edge(edge).target);
    }
  }
  return bodies;
}

Outcome mandates(const std::string& typed, bool all, const Context& context) {
  const LineageGraph& graph = *context.graph;
  const auto bodies = bodies_of(graph, typed);
  if (!bodies) {
    return tl::unexpected(bodies.error());
  }
  if (bodies->empty()) {
    return refuse(kNo, typed.empty()
                           ? "the store has no bodies; a catalogue states them "
                             "(docs/catalogue-format.md)"
                           : "no body is known that " + in_quotes(typed) + " sets up or renews");
  }
  Answer answer;
  Json list = Json::array();
  for (const WorkId body : *bodies) {
    const Mandate mandate = analysis::mandate_of(graph, body);
    if (!list.empty()) {
      answer.blocks.emplace_back(Lines{{{}}});
    }
    add_mandate(graph, mandate, all, answer);
    list.push_back(mandate_value(graph, mandate));
  }
  answer.json = {{"lineage", analysis::envelope("mandates", 1)}, {"mandates", std::move(list)}};
  return answer;
}

}  // namespace

Run declare_mandates(CLI::App& app) {
  auto typed = std::make_shared<std::string>();
  auto all = std::make_shared<bool>(false);
  app.add_option("OF", *typed, "a body (@oewg2021-2025), a track (gge) or a text; all without it");
  app.add_flag("--all", *all, "also citations of reports that only recall them");
  app.footer(
      "Examples:\n"
      "  lineage mandates @oewg2021-2025\n"
      "  lineage mandates gge\n"
      "  lineage mandates 75/240 --format json");
  return [typed, all](const Context& context) { return mandates(*typed, *all, context); };
}

}  // namespace lineage::cli
