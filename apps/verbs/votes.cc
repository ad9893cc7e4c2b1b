#include <algorithm>
#include <array>
#include <map>
#include <memory>

#include <CLI/App.hpp>

#include "analysis/exporters/json_values.h"
#include "apps/answers/phrases.h"
#include "apps/verbs/verb.h"

namespace lineage::cli {
namespace {

struct VotesOptions {
  std::string symbol;
  std::string other;
};

struct Position {
  const char* name;
  std::vector<State> Vote::*states;
  int Vote::*count;
};
constexpr std::array<Position, 3> kPositions{{{"in favour", &Vote::voted_for, &Vote::in_favour},
                                              {"against", &Vote::voted_against, &Vote::against},
                                              {"abstaining", &Vote::abstained, &Vote::abstaining}}};

// The State's code, or its name where it has none.
std::string key_of(const State& state) { return state.iso.empty() ? state.name : state.iso; }

std::string states_line(const std::vector<State>& states) {
  std::vector<std::string> names;
  for (const State& state : states) {
    names.push_back(state.name);
  }
  return listed(names, names.size());
}

// "no vote: adopted without a vote", or that none is known: never 0-0-0.
std::string no_vote(const Work& work) {
  const auto& adoption = work.facts.adoption;
  if (adoption && adoption->value == "without a vote") {
    return name_of(work) + " was adopted without a vote";
  }
  return "no recorded vote on " + name_of(work) + " is known";
}

Json vote_json(const Work& work) {
  Json value = analysis::work_value(work);
  const Json facts = value["facts"];
  return {{"symbol", work.symbol().canonical()},
          {"adoption", facts.value("adoption", Json())},
          {"vote", facts.value("vote", Json())},
          {"committee_adoption", facts.value("committee_adoption", Json())},
          {"committee_vote", facts.value("committee_vote", Json())},
          {"sponsors", facts.value("sponsors", Json())},
          {"additional_sponsors", facts.value("additional_sponsors", Json())}};
}

void add_sources(const std::vector<std::string>& sources, Answer& answer) {
  answer.blocks.emplace_back(
      Paragraph{sources.empty() ? "none named" : listed(sources), 0, Style::Faint, "source"});
}

void add_heading(const std::string& words, Answer& answer) {
  Lines lines{{{{words, Style::Heading}}}};
  if (!answer.blocks.empty()) {
    lines.lines.insert(lines.lines.begin(), Line{});
  }
  answer.blocks.emplace_back(std::move(lines));
}

void add_plenary(const Work& work, Answer& answer) {
  if (!work.facts.vote) {
    const bool none = work.facts.adoption && work.facts.adoption->value == "without a vote";
    answer.exit = none ? kFine : kNo;
    answer.blocks.emplace_back(Paragraph{no_vote(work)});
    return;
  }
  const Vote& vote = work.facts.vote->value;
  for (const Position& position : kPositions) {
    const std::vector<State>& states = vote.*position.states;
    const int count = vote.*position.count;
    answer.blocks.emplace_back(Paragraph{
        std::to_string(count) + (states.empty() ? (count > 0 ? ", by State not known" : "")
                                                : ": " + states_line(states)),
        0, Style::Plain, position.name});
  }
  add_sources(work.facts.vote->sources, answer);
}

// What the committee did weeks before with the draft, which often was another text than the one
// that the plenary voted on.
void add_committee(const Work& work, Answer& answer) {
  const WorkFacts& facts = work.facts;
  const std::string committee = facts.committee ? facts.committee->value : "committee";
  add_heading("in " + (facts.committee ? "the " + committee : committee) +
                  (facts.draft ? ", on the draft " + facts.draft->value.short_form() : ""),
              answer);
  if (!facts.committee_vote) {
    answer.blocks.emplace_back(Paragraph{facts.committee_adoption->value});
    add_sources(facts.committee_adoption->sources, answer);
    return;
  }
  const CommitteeVote& vote = facts.committee_vote->value;
  answer.blocks.emplace_back(Paragraph{counts_of(vote)});
  const auto add = [&](const char* name, const std::vector<State>& states) {
    if (!states.empty()) {
      answer.blocks.emplace_back(Paragraph{states_line(states), 0, Style::Plain, name});
    }
  };
  add("in favour", vote.voted_for);
  add("against", vote.voted_against);
  add("abstaining", vote.abstained);
  add_sources(facts.committee_vote->sources, answer);
}

Answer one(const Work& work) {
  Answer answer;
  answer.json = {{"lineage", analysis::envelope("votes", 1)}, {"texts", {vote_json(work)}}};
  const bool committee = work.facts.committee_vote || work.facts.committee_adoption;
  if (committee) {
    add_heading("in the plenary", answer);
  }
  add_plenary(work, answer);
  if (committee) {
    add_committee(work, answer);
  }
  return answer;
}

// Position of each State by its key, with the name as printed.
std::map<std::string, std::pair<std::size_t, std::string>> by_state(const Vote& vote) {
  std::map<std::string, std::pair<std::size_t, std::string>> found;
  for (std::size_t i = 0; i < kPositions.size(); ++i) {
    for (const State& state : vote.*kPositions[i].states) {
      found.emplace(key_of(state), std::pair(i, state.name));
    }
  }
  return found;
}

// Who stood where on both: a row a pair of positions, those who moved with their names.
Answer two(const Work& first, const Work& second) {
  Answer answer;
  answer.json = {{"lineage", analysis::envelope("votes", 1)},
                 {"texts", {vote_json(first), vote_json(second)}}};
  for (const Work* work : {&first, &second}) {
    if (!work->facts.vote) {
      answer.exit = kNo;
      answer.blocks.emplace_back(Paragraph{no_vote(*work)});
    }
  }
  if (answer.exit != kFine) {
    return answer;
  }
  constexpr std::size_t kAbsent = kPositions.size();
  const auto name = [](std::size_t i) {
    return i == kAbsent ? std::string("no vote") : std::string(kPositions[i].name);
  };
  std::map<std::pair<std::size_t, std::size_t>, std::vector<std::string>> moved;
  const auto a = by_state(first.facts.vote->value);
  const auto b = by_state(second.facts.vote->value);
  for (const auto& [state, vote] : a) {
    const auto other = b.find(state);
    moved[{vote.first, other == b.end() ? kAbsent : other->second.first}].push_back(vote.second);
  }
  for (const auto& [state, vote] : b) {
    if (!a.contains(state)) {
      moved[{kAbsent, vote.first}].push_back(vote.second);
    }
  }
  Table table{{name_of(first), name_of(second), "States", "which"}, {}, 0};
  Json moves = Json::array();
  for (const auto& [positions, states] : moved) {
    const bool same = positions.first == positions.second;
    table.rows.push_back({{name(positions.first)},
                          {name(positions.second)},
                          {std::to_string(states.size())},
                          {same ? "-" : listed(states, 40)}});
    moves.push_back(
        {{"first", name(positions.first)}, {"second", name(positions.second)}, {"states", states}});
  }
  answer.json["moves"] = std::move(moves);
  answer.blocks.emplace_back(std::move(table));
  return answer;
}

Outcome votes(const VotesOptions& options, const Context& context) {
  const LineageGraph& graph = *context.graph;
  const auto first = look_up(graph, options.symbol);
  if (!first) {
    return tl::unexpected(first.error());
  }
  if (options.other.empty()) {
    return one(graph.work(*first));
  }
  const auto second = look_up(graph, options.other);
  if (!second) {
    return tl::unexpected(second.error());
  }
  return two(graph.work(*first), graph.work(*second));
}

}  // namespace

Run declare_votes(CLI::App& app) {
  auto options = std::make_shared<VotesOptions>();
  app.add_option("SYMBOL", options->symbol, "the text")->required();
  app.add_option("OTHER", options->other, "a second text, to see who stood where on both");
  app.footer(
      "Examples:\n"
      "  lineage votes 78/16\n"
      "  lineage votes 78/16 78/237");
  return [options](const Context& context) { return votes(*options, context); };
}

}  // namespace lineage::cli
