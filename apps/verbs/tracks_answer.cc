#include "apps/verbs/tracks_answer.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "analysis/exporters/timeline.h"
#include "apps/answers/phrases.h"
#include "apps/answers/ties.h"
#include "apps/answers/timeline_text.h"

namespace lineage::cli {
namespace {

using analysis::Fork;
using analysis::Merge;
using analysis::Rivalry;
using analysis::Subject;
using analysis::Track;

std::string title_of(const Work& work) {
  return work.facts.title ? work.facts.title->value : name_of(work);
}

void add_heading(Answer& answer, const std::string& text) {
  answer.blocks.emplace_back(Lines{{{}, {{text, Style::Heading}}}});
}

std::string other_end(const LineageGraph& graph, WorkId id, Relation relation, bool outgoing) {
  std::vector<std::string> names;
  for (const EdgeId edge : outgoing ? analysis::edges_out(graph, id, relation)
                                    : analysis::edges_in(graph, id, relation)) {
    names.push_back(
        name_of(graph.work(outgoing ? graph.edge(edge).target : graph.edge(edge).source)));
  }
  return names.empty() ? "-" : listed(names);
}

std::string stated(const WorkFacts& facts, BodyFact fact) {
  const auto* said = facts.find(fact);
  return said == nullptr ? "-" : said->value;
}

void add_lanes(const LineageGraph& graph, const Subject& subject, Answer& answer) {
  for (const Track& track : subject.tracks) {
    add_heading(answer,
                title_of(graph.work(track.id)) + " (" + name_of(graph.work(track.id)) + ")");
    Table table{{"body", "set up by", "years", "reports", "outcome"}, {}, 2};
    for (const WorkId body : track.bodies) {
      const WorkFacts& facts = graph.work(body).facts;
      table.rows.push_back({{name_of(graph.work(body)), Style::Symbol},
                            {other_end(graph, body, Relation::Establishes, false)},
                            {stated(facts, BodyFact::Years), Style::Date},
                            {other_end(graph, body, Relation::Reports, true)},
                            {stated(facts, BodyFact::Outcome)}});
    }
    if (!table.rows.empty()) {
      answer.blocks.emplace_back(std::move(table));
    }
    if (!track.texts.empty()) {
      answer.blocks.emplace_back(Paragraph{names_of(graph, track.texts), 2, Style::Plain, "texts"});
    }
  }
}

std::string rivalry_words(const LineageGraph& graph, const Rivalry& rivalry) {
  return "session " + std::to_string(rivalry.session.number) + ", agenda item " +
         rivalry.agenda_item + ": " + names_of(graph, rivalry.texts);
}

void add_fork(const LineageGraph& graph, const Fork& fork, Answer& answer) {
  const int year = graph.work(fork.rivalry.texts.front()).date
                       ? graph.work(fork.rivalry.texts.front()).date->year()
                       : 0;
  add_heading(answer,
              "fork of " + std::to_string(year) + ": " + names_of(graph, fork.rivalry.texts));
  answer.blocks.emplace_back(Paragraph{rivalry_words(graph, fork.rivalry), 2});
  if (fork.before) {
    const std::string before = name_of(graph.work(*fork.before));
    if (!fork.open.empty()) {
      answer.blocks.emplace_back(Paragraph{"whether they build on " + before +
                                               ", the last text before, is not established "
                                               "for " +
                                               names_of(graph, fork.open) +
                                               ": the citation list is not known",
                                           2, Style::Warning});
    } else {
      answer.blocks.emplace_back(Paragraph{"they part from " + before, 2});
    }
  }
  add_ties(graph, fork.cites, answer);
  if (!fork.facts.empty()) {
    answer.blocks.emplace_back(Paragraph{"stated by the catalogue:", 2});
    add_ties(graph, fork.facts, answer);
  }
  if (fork.first_of_all) {
    answer.blocks.emplace_back(
        Paragraph{"first text that cites " + names_of(graph, fork.rivalry.texts) +
                      " alike: " + name_of(graph.work(*fork.first_of_all)) +
                      (fork.open_between.empty()
                           ? ""
                           : "; not established, the lists of " +
                                 names_of(graph, fork.open_between) + " before it are not known"),
                  2});
    add_ties(graph, fork.cites_all, answer);
  } else {
    answer.blocks.emplace_back(
        Paragraph{"no text that cites all of them is known" +
                      std::string(fork.open_between.empty() ? "" : "; not established"),
                  2});
  }
}

void add_merge(const LineageGraph& graph, const Merge& merge, Answer& answer) {
  add_heading(answer, "merge: " + name_of(graph.work(merge.text)) + ", " +
                          date_or_dash(graph.work(merge.text)));
  for (const Rivalry& rivalry : merge.ended) {
    answer.blocks.emplace_back(Paragraph{"ends " + rivalry_words(graph, rivalry), 2});
  }
  if (merge.joins_by_citation(graph)) {
    answer.blocks.emplace_back(
        Paragraph{"it stands alone in its session and cites both sides:", 2});
  } else {
    const bool known = graph.work(merge.text).facts.list_status == ListStatus::Known;
    answer.blocks.emplace_back(
        Paragraph{std::string("it stands alone in its session; ") +
                      (known ? "it does not cite both sides"
                             : "whether it cites both sides is not established"),
                  2});
  }
  add_ties(graph, merge.cites, answer);
  if (!merge.facts.empty()) {
    answer.blocks.emplace_back(Paragraph{"bodies that pass into one, stated by the catalogue:", 2});
    add_ties(graph, merge.facts, answer);
  }
}

Json rivalry_value(const LineageGraph& graph, const Rivalry& rivalry) {
  return {{"session", rivalry.session.number},
          {"agenda_item", rivalry.agenda_item},
          {"texts", symbols_value(graph, rivalry.texts)}};
}

Json symbol_or_null(const LineageGraph& graph, std::optional<WorkId> id) {
  return id ? Json(graph.work(*id).symbol().canonical()) : Json();
}

}  // namespace

void add_subject(const LineageGraph& graph,
                 const Subject& subject,
                 std::size_t width,
                 Answer& answer) {
  const analysis::Timeline timeline = analysis::timeline_of(graph, subject);
  Lines lines;
  for (const std::string& line : timeline_lines(timeline, width)) {
    lines.lines.push_back({{line}});
  }
  answer.blocks.emplace_back(std::move(lines));
  answer.blocks.emplace_back(Paragraph{timeline_key(), 0, Style::Faint});
  add_lanes(graph, subject, answer);
  for (const Fork& fork : subject.forks) {
    add_fork(graph, fork, answer);
  }
  for (const Merge& merge : subject.merges) {
    add_merge(graph, merge, answer);
  }
  if (!subject.without_item.empty()) {
    answer.blocks.emplace_back(Lines{{{}}});
    answer.blocks.emplace_back(
        Paragraph{"Whether these had a rival in their session is not established, since their "
                  "agenda item is not known: " +
                      names_of(graph, subject.without_item),
                  0, Style::Faint});
  }
}

Json subject_value(const LineageGraph& graph, const Subject& subject) {
  Json tracks = Json::array();
  for (const Track& track : subject.tracks) {
    tracks.push_back({{"track", graph.work(track.id).symbol().canonical()},
                      {"name", title_of(graph.work(track.id))},
                      {"bodies", symbols_value(graph, track.bodies)},
                      {"texts", symbols_value(graph, track.texts)}});
  }
  Json rivalries = Json::array();
  for (const Rivalry& rivalry : subject.rivalries) {
    rivalries.push_back(rivalry_value(graph, rivalry));
  }
  Json forks = Json::array();
  for (const Fork& fork : subject.forks) {
    forks.push_back({{"texts", symbols_value(graph, fork.rivalry.texts)},
                     {"before", symbol_or_null(graph, fork.before)},
                     {"cites", ties_value(graph, fork.cites)},
                     {"not_established", symbols_value(graph, fork.open)},
                     {"facts", ties_value(graph, fork.facts)},
                     {"first_of_all", symbol_or_null(graph, fork.first_of_all)},
                     {"cites_all", ties_value(graph, fork.cites_all)}});
  }
  Json merges = Json::array();
  for (const Merge& merge : subject.merges) {
    Json ended = Json::array();
    for (const Rivalry& rivalry : merge.ended) {
      ended.push_back(rivalry_value(graph, rivalry));
    }
    merges.push_back({{"text", graph.work(merge.text).symbol().canonical()},
                      {"ended", std::move(ended)},
                      {"cites_both_sides", merge.joins_by_citation(graph)},
                      {"cites", ties_value(graph, merge.cites)},
                      {"facts", ties_value(graph, merge.facts)}});
  }
  return {{"tracks", std::move(tracks)},
          {"rivalries", std::move(rivalries)},
          {"forks", std::move(forks)},
          {"merges", std::move(merges)},
          {"agenda_item_unknown", symbols_value(graph, subject.without_item)}};
}

}  // namespace lineage::cli
