#include <memory>

#include <CLI/App.hpp>

#include "analysis/exporters/json_values.h"
#include "apps/answers/phrases.h"
#include "apps/verbs/verb.h"

namespace lineage::cli {
namespace {

struct ShowOptions {
  std::string symbol;
  bool sources = false;
};

std::string printed(const std::string& value) { return value; }
std::string printed(const Symbol& symbol) { return symbol.canonical(); }

std::string printed(const Vote& vote) {
  return std::to_string(vote.in_favour) + " in favour, " + std::to_string(vote.against) +
         " against, " + std::to_string(vote.abstaining) + " abstaining";
}

std::string printed(const CommitteeVote& vote) { return counts_of(vote); }

std::string printed(const AgendaItem& item) {
  return item.number + (item.title.empty() ? "" : ", " + item.title);
}

std::string printed(const CommitteeReport& report) {
  return report.symbol.canonical() + (report.pinpoint.empty() ? "" : ", " + report.pinpoint);
}

std::string printed(const Date& date) { return date.iso(); }

std::string printed(const std::vector<State>& states) {
  std::string text = std::to_string(states.size()) + ": ";
  for (std::size_t i = 0; i < states.size(); ++i) {
    text += (i == 0 ? "" : ", ") + states[i].name;
  }
  return text;
}

class Facts {
 public:
  explicit Facts(bool sources) : sources_(sources) {}

  template <typename T>
  void add(const char* name, const std::optional<Sourced<T>>& fact) {
    if (fact) {
      blocks_.push_back(Paragraph{printed(fact->value), 0, Style::Plain, name});
      add_sources(fact->sources);
    }
  }
  [[nodiscard]] std::vector<Block> take() { return std::move(blocks_); }

 private:
  void add_sources(const std::vector<std::string>& ids) {
    if (sources_) {
      constexpr std::size_t kIndent = 4;
      blocks_.push_back(
          Paragraph{ids.empty() ? "none named" : listed(ids), kIndent, Style::Faint, "source"});
    }
  }

  bool sources_;
  std::vector<Block> blocks_;
};

void append(std::vector<Block>& blocks, std::vector<Block> more) {
  std::ranges::move(more, std::back_inserter(blocks));
}

Lines heading(const Work& work) {
  const std::string canonical = work.symbol().canonical();
  Line line{{name_of(work), Style::Symbol}};
  if (canonical != work.symbol().short_form()) {
    line.push_back({"  " + canonical});
  }
  line.push_back({"  " + std::string(lineage::name_of(work.symbol().kind()))});
  if (is_text(work.symbol().kind())) {
    line.push_back({"  " + date_or_dash(work), Style::Date});
  }
  return {{line}, true};
}

std::string holding_sentence(const Work& work) {
  switch (work.holding) {
    case Holding::Held:
      return "held: a text of it was read";
    case Holding::Catalogued:
      return "catalogued: facts about it are known, no text of it was read";
    case Holding::OnlyCited:
      return "only cited: known from the texts that cite it";
  }
  return "";
}

std::string list_sentence(const Work& work) {
  switch (work.facts.list_status) {
    case ListStatus::Known:
      return "citation list known: what it does not cite below it does not cite";
    case ListStatus::Partial:
      return "citation list partial: what else it cites is not established";
    case ListStatus::Unknown:
      return "citation list unknown: what it cites is not established";
  }
  return "";
}

std::vector<Block> facts_of(const Work& work, bool with_sources) {
  Facts facts(with_sources);
  const WorkFacts& known = work.facts;
  facts.add("date", with_sources ? known.date : std::nullopt);
  facts.add("about", known.description);
  facts.add("adoption", known.adoption);
  facts.add("vote", known.vote);
  facts.add("agenda item", known.agenda_item);
  facts.add("committee", known.committee);
  facts.add("adoption in committee", known.committee_adoption);
  facts.add("vote in committee", known.committee_vote);
  facts.add("committee report", known.committee_report);
  facts.add("draft", known.draft);
  facts.add("meeting", known.meeting);
  facts.add("sponsors", known.sponsors);
  facts.add("additional sponsors", known.additional_sponsors);
  for (const StatedFact& fact : known.body) {
    facts.add(std::string(lineage::name_of(fact.fact)).c_str(), std::optional(fact.said));
  }
  return facts.take();
}

bool is_institutional(const LineageGraph& graph, EdgeId id) {
  return row(graph.edge(id).relation).edge_class == EdgeClass::Institutional;
}

std::vector<EdgeId> of_class(const LineageGraph& graph,
                             std::span<const EdgeId> edges,
                             bool institutional) {
  std::vector<EdgeId> chosen;
  for (const EdgeId id : edges) {
    if (is_institutional(graph, id) == institutional) {
      chosen.push_back(id);
    }
  }
  return chosen;
}

// What stands in the cell for the proof of a tie: the words, or the line of the catalogue.
Span proof_of(const Passage& passage) {
  return passage.quote.empty() ? Span{catalogue_line(passage), Style::Faint}
                               : Span{passage.quote, Style::Quote};
}

void add_ties(const LineageGraph& graph, WorkId id, Table& table, bool outgoing) {
  const std::span<const EdgeId> edges = outgoing ? graph.cites(id) : graph.cited_by(id);
  for (const EdgeId tie : of_class(graph, edges, true)) {
    const Edge& edge = graph.edge(tie);
    const Work& other = graph.work(outgoing ? edge.target : edge.source);
    const std::span<const Passage> passages = graph.passages(tie);
    const Passage& passage = passages.front();
    const std::string more =
        passages.size() > 1 ? ", and " + std::to_string(passages.size() - 1) + " more" : "";
    Span proof = proof_of(passage);
    proof.text += more;
    table.rows.push_back(
        {{outgoing ? std::string(lineage::name_of(edge.relation)) : passive_of(edge.relation),
          Style::Relation},
         {name_of(other), Style::Symbol},
         {date_or_dash(other), Style::Date},
         {passage.place.empty() ? "-" : passage.place},
         std::move(proof)});
  }
}

// Facts about bodies and mandates; none where there are none.
void add_institutions(const LineageGraph& graph, WorkId id, Answer& answer) {
  Table table{{"tie", "with", "dated", "place", "proof"}, {}, 2};
  add_ties(graph, id, table, false);
  add_ties(graph, id, table, true);
  if (!table.rows.empty()) {
    answer.blocks.emplace_back(Lines{{{}, {{"bodies and mandates", Style::Heading}}}});
    answer.blocks.emplace_back(std::move(table));
  }
}

// One row a passage, the other end of the edge in the second column.
Table citations(const LineageGraph& graph, std::span<const EdgeId> edges, bool citing) {
  Table table{{"relation", "text", "dated", "place", "verb", "quote"}, {}, 2};
  for (const EdgeId id : edges) {
    const Edge& edge = graph.edge(id);
    const Work& other = graph.work(citing ? edge.target : edge.source);
    for (const Passage& passage : graph.passages(id)) {
      const std::string date = citing && passage.date ? passage.date->iso() : date_or_dash(other);
      const std::string pinpoint = passage.pinpoint.empty() ? "" : " (" + passage.pinpoint + ")";
      table.rows.push_back({{std::string(lineage::name_of(edge.relation)), Style::Relation},
                            {name_of(other) + pinpoint, Style::Symbol},
                            {date, Style::Date},
                            {passage.place.empty() ? "-" : passage.place},
                            {passage.verb.empty() ? "-" : passage.verb},
                            proof_of(passage)});
    }
  }
  return table;
}

void add_citations(const LineageGraph& graph, WorkId id, bool citing, Answer& answer) {
  const std::vector<EdgeId> edges =
      of_class(graph, citing ? graph.cites(id) : graph.cited_by(id), false);
  std::vector<WorkId> others;
  for (const EdgeId edge : edges) {
    others.push_back(citing ? graph.edge(edge).target : graph.edge(edge).source);
  }
  std::ranges::sort(others);
  others.erase(std::unique(others.begin(), others.end()), others.end());
  const std::string title = (citing ? "cites " : "cited by ") + counted(others.size(), "text");
  answer.blocks.push_back(Lines{{{}, {{title, Style::Heading}}}});
  if (!edges.empty()) {
    answer.blocks.push_back(citations(graph, edges, citing));
  }
}

// What else may cite it: any work that can be younger and whose list has gaps.
std::size_t possible_citers(const LineageGraph& graph) {
  std::size_t count = 0;
  for (const Work& work : graph.works()) {
    count += work.facts.list_status == ListStatus::Known ? 0U : 1U;
  }
  return count;
}

Json edges_value(const LineageGraph& graph, std::span<const EdgeId> edges) {
  Json list = Json::array();
  for (const EdgeId id : edges) {
    list.push_back(analysis::edge_value(graph, id));
  }
  return list;
}

Outcome show(const ShowOptions& options, const Context& context) {
  const LineageGraph& graph = *context.graph;
  const auto id = look_up(graph, options.symbol);
  if (!id) {
    return tl::unexpected(id.error());
  }
  const Work& work = graph.work(*id);
  Answer answer;
  answer.blocks.emplace_back(heading(work));
  if (work.facts.title) {
    answer.blocks.emplace_back(Paragraph{work.facts.title->value, 0, Style::Heading});
  }
  if (const std::string address = work.symbol().address(); !address.empty()) {
    answer.blocks.emplace_back(Lines{{{{address}}}});
  }
  const bool text = is_text(work.symbol().kind());
  if (text) {
    answer.blocks.emplace_back(Lines{{{}, {{holding_sentence(work)}}, {{list_sentence(work)}}}});
  } else {
    answer.blocks.emplace_back(Lines{{{}}});
  }
  append(answer.blocks, facts_of(work, options.sources || !text));
  add_institutions(graph, *id, answer);
  if (text) {
    add_citations(graph, *id, true, answer);
    add_citations(graph, *id, false, answer);
  }
  const std::size_t open = possible_citers(graph);
  if (text && open > 0) {
    answer.blocks.emplace_back(
        Paragraph{"What else cites it is not established: the citation lists of " +
                      counted(open, "text") + " in the store are unknown or partial.",
                  0, Style::Faint});
  }
  answer.json = {{"lineage", analysis::envelope("show", 1)},
                 {"work", analysis::work_value(work)},
                 {"cites", edges_value(graph, of_class(graph, graph.cites(*id), false))},
                 {"cited_by", edges_value(graph, of_class(graph, graph.cited_by(*id), false))},
                 {"ties", edges_value(graph, of_class(graph, graph.cites(*id), true))},
                 {"tied_by", edges_value(graph, of_class(graph, graph.cited_by(*id), true))},
                 {"lists_not_known", open}};
  return answer;
}

}  // namespace

Run declare_show(CLI::App& app) {
  auto options = std::make_shared<ShowOptions>();
  app.add_option("SYMBOL", options->symbol,
                 "the text: 78/16, '43/78 H', A/78/404, an address; a body: @gge2014-2015")
      ->required();
  app.add_flag("--sources", options->sources, "name the sources of every fact");
  app.footer(
      "Examples:\n"
      "  lineage show 78/16\n"
      "  lineage show --sources 77/37\n"
      "  lineage show @oewg2021-2025\n"
      "  lineage show --format json A/RES/43/78[H]");
  return [options](const Context& context) { return show(*options, context); };
}

}  // namespace lineage::cli
