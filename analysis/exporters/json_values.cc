#include "analysis/exporters/json_values.h"

#include <algorithm>
#include <string_view>

namespace lineage::analysis {
namespace {

std::string text(std::string_view view) { return std::string(view); }

Json value_of(const std::string& value) { return value; }
Json value_of(const Date& date) { return date.iso(); }
Json value_of(const Symbol& symbol) { return symbol.canonical(); }

Json value_of(const std::vector<State>& states) {
  Json list = Json::array();
  for (const State& state : states) {
    list.push_back({{"name", state.name}, {"iso", text_or_null(state.iso)}});
  }
  return list;
}

// Lists of States only where they are known.
template <typename AnyVote>
Json with_voters(Json value, const AnyVote& vote) {
  const auto add = [&](const char* name, const std::vector<State>& states) {
    if (!states.empty()) {
      value[name] = value_of(states);
    }
  };
  add("voted_for", vote.voted_for);
  add("voted_against", vote.voted_against);
  add("abstained", vote.abstained);
  return value;
}

Json value_of(const Vote& vote) {
  return with_voters(
      {{"in_favour", vote.in_favour}, {"against", vote.against}, {"abstaining", vote.abstaining}},
      vote);
}

Json value_of(const CommitteeVote& vote) {
  return with_voters({{"in_favour", vote.in_favour},
                      {"against", vote.against},
                      {"abstaining", vote.abstaining ? Json(*vote.abstaining) : Json()}},
                     vote);
}

Json value_of(const AgendaItem& item) {
  return {{"number", item.number}, {"title", text_or_null(item.title)}};
}

Json value_of(const CommitteeReport& report) {
  return {{"symbol", report.symbol.canonical()}, {"pinpoint", text_or_null(report.pinpoint)}};
}

Json value_of(const std::vector<std::string>& words) { return words; }

template <typename T>
void add_fact(Json& facts, const char* name, const std::optional<Sourced<T>>& fact) {
  if (fact) {
    facts[name] = {{"value", value_of(fact->value)}, {"sources", fact->sources}};
  }
}

}  // namespace

Json envelope(const char* format, int version) {
  return {{"format", format}, {"version", version}};
}

std::string printed(const Json& value) {
  return value.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json date_or_null(const std::optional<Date>& date) { return date ? Json(date->iso()) : Json(); }

Json work_summary(const Work& work) {
  const WorkFacts& facts = work.facts;
  return {{"symbol", facts.symbol.canonical()},
          {"short", facts.symbol.short_form()},
          {"kind", text(name_of(facts.symbol.kind()))},
          {"date", date_or_null(work.date)},
          {"title", facts.title ? Json(facts.title->value) : Json()},
          {"holding", text(name_of(work.holding))},
          {"citation_list", text(name_of(facts.list_status))},
          {"address", text_or_null(facts.symbol.address())}};
}

Json work_value(const Work& work) {
  Json value = work_summary(work);
  Json aliases = Json::array();
  for (const Symbol& alias : work.facts.aliases) {
    aliases.push_back(alias.canonical());
  }
  value["aliases"] = std::move(aliases);
  value["citation_list_sources"] = work.facts.list_sources;
  Json facts = Json::object();
  add_fact(facts, "date", work.facts.date);
  add_fact(facts, "title", work.facts.title);
  add_fact(facts, "description", work.facts.description);
  add_fact(facts, "adoption", work.facts.adoption);
  add_fact(facts, "vote", work.facts.vote);
  add_fact(facts, "committee_adoption", work.facts.committee_adoption);
  add_fact(facts, "committee_vote", work.facts.committee_vote);
  add_fact(facts, "agenda_item", work.facts.agenda_item);
  add_fact(facts, "committee", work.facts.committee);
  add_fact(facts, "committee_report", work.facts.committee_report);
  add_fact(facts, "draft", work.facts.draft);
  add_fact(facts, "meeting", work.facts.meeting);
  add_fact(facts, "sponsors", work.facts.sponsors);
  add_fact(facts, "additional_sponsors", work.facts.additional_sponsors);
  add_fact(facts, "subjects", work.facts.subjects);
  for (const StatedFact& fact : work.facts.body) {
    std::string name(name_of(fact.fact));
    std::ranges::replace(name, ' ', '_');
    facts[name] = {{"value", fact.said.value}, {"sources", fact.said.sources}};
  }
  value["facts"] = std::move(facts);
  return value;
}

Json passage_value(const Passage& passage) {
  Json flags = Json::array();
  for (const MentionFlag flag : all_mention_flags()) {
    if (passage.flags.has(flag)) {
      flags.push_back(text(name_of(flag)));
    }
  }
  const bool in_text = !passage.quote.empty();
  return {{"file", text_or_null(passage.file)},
          {"source", text_or_null(passage.source)},
          {"language", passage.language ? Json(text(code(*passage.language))) : Json()},
          {"place", text_or_null(passage.place)},
          {"clause", text_or_null(passage.clause)},
          {"pinpoint", text_or_null(passage.pinpoint)},
          {"verb", text_or_null(passage.verb)},
          {"date", date_or_null(passage.date)},
          {"begin", in_text ? Json(passage.begin) : Json()},
          {"end", in_text ? Json(passage.end) : Json()},
          {"quote", text_or_null(passage.quote)},
          {"sentence", text_or_null(passage.sentence)},
          {"flags", std::move(flags)}};
}

Json edge_value(const LineageGraph& graph, EdgeId id) {
  const Edge& edge = graph.edge(id);
  Json passages = Json::array();
  for (const Passage& passage : graph.passages(id)) {
    passages.push_back(passage_value(passage));
  }
  const bool citation = row(edge.relation).edge_class == EdgeClass::Citation;
  return {{"source", graph.work(edge.source).symbol().canonical()},
          {"target", graph.work(edge.target).symbol().canonical()},
          {"relation", text(name_of(edge.relation))},
          {"class", citation ? "citation" : "institutional"},
          {"passages", std::move(passages)}};
}

}  // namespace lineage::analysis
