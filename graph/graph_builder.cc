#include "graph/graph_builder.h"

#include <algorithm>
#include <cassert>
#include <memory>
#include <numeric>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "graph/structure.h"
#include "graph/work_order.h"

namespace lineage {
namespace {

// Equal lists and a list merged with none stay in their own order; different ones give the sorted
// union, so that the order in which they are merged leaves no trace.
template <typename T>
void merge_lists(std::vector<T>& into, const std::vector<T>& from) {
  if (from.empty() || into == from) {
    return;
  }
  if (into.empty()) {
    into = from;
    return;
  }
  into.insert(into.end(), from.begin(), from.end());
  std::ranges::sort(into);
  into.erase(std::unique(into.begin(), into.end()), into.end());
}

template <typename T>
void merge_fact(std::optional<Sourced<T>>& into, const std::optional<Sourced<T>>& from) {
  if (!from) {
    return;
  }
  if (!into || from->value < into->value) {
    into = from;
  } else if (from->value == into->value) {
    merge_lists(into->sources, from->sources);
  }
}

template <typename T>
void fill_fact(std::optional<T>& into, const std::optional<T>& from) {
  if (!into) {
    into = from;
  }
}

// Applies `merge` to each fact of the two; the one place that lists them.
template <typename Merge>
void for_each_fact(WorkFacts& into, const WorkFacts& from, Merge merge) {
  merge(into.date, from.date);
  merge(into.title, from.title);
  merge(into.description, from.description);
  merge(into.adoption, from.adoption);
  merge(into.vote, from.vote);
  merge(into.agenda_item, from.agenda_item);
  merge(into.committee, from.committee);
  merge(into.committee_report, from.committee_report);
  merge(into.draft, from.draft);
  merge(into.meeting, from.meeting);
  merge(into.sponsors, from.sponsors);
  merge(into.additional_sponsors, from.additional_sponsors);
  merge(into.subjects, from.subjects);
}

// Facts of a body: of two that disagree the lesser stays, as of all facts.
void merge_body(std::vector<StatedFact>& into, const std::vector<StatedFact>& from, bool fill) {
  for (const StatedFact& fact : from) {
    const auto at = std::ranges::lower_bound(into, fact.fact, {}, &StatedFact::fact);
    if (at == into.end() || at->fact != fact.fact) {
      into.insert(at, fact);
    } else if (!fill && fact.said.value < at->said.value) {
      at->said = fact.said;
    } else if (!fill && fact.said.value == at->said.value) {
      merge_lists(at->said.sources, fact.said.sources);
    }
  }
}

void merge_lists_of(WorkFacts& into, const WorkFacts& from) {
  merge_lists(into.aliases, from.aliases);
  into.list_status = std::min(into.list_status, from.list_status);
  merge_lists(into.list_sources, from.list_sources);
}

void merge(WorkFacts& into, const WorkFacts& from) {
  for_each_fact(into, from, [](auto& a, const auto& b) { merge_fact(a, b); });
  merge_body(into.body, from.body, false);
  merge_lists_of(into, from);
}

// Takes from `from` only what is not yet known.
void fill(WorkFacts& into, const WorkFacts& from) {
  for_each_fact(into, from, [](auto& a, const auto& b) { fill_fact(a, b); });
  merge_body(into.body, from.body, true);
  merge_lists_of(into, from);
}

// A mention on its way to an edge. The ids are those of the works in the order of their symbols.
struct Proof {
  WorkId source = 0;
  WorkId target = 0;
  Relation relation = Relation::Cites;
  Passage passage;

  [[nodiscard]] std::pair<WorkId, WorkId> ends() const { return {source, target}; }
};

bool is_catalogue_line(const Proof& proof) { return !proof.passage.language; }

Passage passage_of(Citation& citation) {
  Mention& mention = citation.mention;
  const bool catalogue = !citation.source.empty();
  return Passage{.file = std::move(mention.file),
                 .source = std::move(citation.source),
                 .language = catalogue ? std::nullopt : std::optional(mention.language),
                 .place = std::move(mention.place),
                 .clause = std::move(mention.clause),
                 .pinpoint = std::move(mention.pinpoint),
                 .verb = std::move(mention.verb),
                 .quote = std::move(mention.quote),
                 .sentence = std::move(citation.sentence),
                 .date = mention.date,
                 .begin = mention.begin,
                 .end = mention.end,
                 .flags = mention.flags};
}

// A catalogue says that A cites B without the verb; where A's text says it with one, the
// catalogue's line is a further proof of that edge and not an edge of its own.
void give_verbs_to_catalogue_lines(std::vector<Proof>& proofs) {
  std::map<std::pair<WorkId, WorkId>, Relation> in_texts;
  for (const Proof& proof : proofs) {
    if (!is_catalogue_line(proof)) {
      const auto [at, added] = in_texts.emplace(proof.ends(), proof.relation);
      at->second = std::min(at->second, proof.relation);
    }
  }
  for (Proof& proof : proofs) {
    const auto said = in_texts.find(proof.ends());
    if (is_catalogue_line(proof) && proof.relation == Relation::Cites && said != in_texts.end()) {
      proof.relation = said->second;
    }
  }
}

// The date that most citing works give to each work, the earliest of several; a work that cites
// another in six languages is one voice.
void date_by_citing_texts(std::vector<Work>& works, const std::vector<Proof>& proofs) {
  std::vector<std::set<std::pair<Date, WorkId>>> voices(works.size());
  for (const Proof& proof : proofs) {
    if (proof.passage.date && !proof.passage.flags.has(MentionFlag::Misdated)) {
      voices[proof.target].emplace(*proof.passage.date, proof.source);
    }
  }
  for (std::size_t id = 0; id < works.size(); ++id) {
    if (works[id].facts.date) {
      works[id].date = works[id].facts.date->value;
      continue;
    }
    std::size_t most = 0;
    std::map<Date, std::size_t> counts;
    for (const auto& [date, source] : voices[id]) {
      most = std::max(most, ++counts[date]);
    }
    const auto best =
        std::ranges::find_if(counts, [most](const auto& count) { return count.second == most; });
    if (best != counts.end()) {
      works[id].date = best->first;
    }
  }
}

// Sorts the works and renames the ends of the proofs accordingly.
void order_works(std::vector<Work>& works, std::vector<Proof>& proofs) {
  std::vector<WorkId> order(works.size());
  std::iota(order.begin(), order.end(), WorkId{0});
  std::ranges::sort(order, [&](WorkId a, WorkId b) { return stands_before(works[a], works[b]); });
  std::vector<WorkId> rank(works.size());
  std::vector<Work> sorted;
  sorted.reserve(works.size());
  for (const WorkId id : order) {
    rank[id] = static_cast<WorkId>(sorted.size());
    sorted.push_back(std::move(works[id]));
  }
  works = std::move(sorted);
  for (Proof& proof : proofs) {
    proof.source = rank[proof.source];
    proof.target = rank[proof.target];
  }
}

// Sorts by edge, then by passage, and drops passages that were added twice.
void order_proofs(std::vector<Proof>& proofs) {
  const auto edge = [](const Proof& p) { return std::tie(p.source, p.target, p.relation); };
  std::ranges::sort(proofs, [edge](const Proof& a, const Proof& b) {
    return edge(a) != edge(b) ? edge(a) < edge(b) : stands_before(a.passage, b.passage);
  });
  const auto same = [edge](const Proof& a, const Proof& b) {
    return edge(a) == edge(b) && a.passage == b.passage;
  };
  proofs.erase(std::unique(proofs.begin(), proofs.end(), same), proofs.end());
}

using Aliases = std::map<Symbol, Symbol>;

const Symbol& resolved(const Aliases& aliases, const Symbol& symbol) {
  const auto alias = aliases.find(symbol);
  return alias == aliases.end() ? symbol : alias->second;
}

}  // namespace

void GraphBuilder::add_work(const WorkFacts& facts, Holding holding) {
  auto& known = works_[facts.symbol].facts[static_cast<std::size_t>(holding)];
  if (known) {
    merge(*known, facts);
  } else {
    known = facts;
  }
}

void GraphBuilder::add_citation(Citation citation) {
  const Mention& mention = citation.mention;
  if (!mention.document || !mention.target || mention.status != MentionStatus::Resolved) {
    unresolved_.push_back(std::move(citation.mention));
  } else if (*mention.document != *mention.target) {
    citations_.push_back(std::move(citation));
  }
}

// The other halves of double symbols. A symbol of which there are facts of its own is no alias.
std::map<Symbol, Symbol> GraphBuilder::aliases() const {
  constexpr auto kOnlyCited = static_cast<std::size_t>(Holding::OnlyCited);
  const auto has_facts = [](const Known& known) {
    return std::any_of(known.facts.begin(), known.facts.begin() + kOnlyCited,
                       [](const auto& facts) { return facts.has_value(); });
  };
  Aliases aliases;
  for (const auto& [symbol, known] : works_) {
    for (std::size_t rank = 0; rank < kOnlyCited; ++rank) {
      for (const Symbol& alias :
           known.facts[rank] ? known.facts[rank]->aliases : std::vector<Symbol>{}) {
        const auto other = works_.find(alias);
        if (other == works_.end() || !has_facts(other->second)) {
          aliases.emplace(alias, symbol);
        }
      }
    }
  }
  return aliases;
}

// All works in the order of their symbols: those with facts, and both ends of every citation.
std::vector<Work> GraphBuilder::take_works(const std::map<Symbol, Symbol>& aliases) {
  for (const Citation& citation : citations_) {
    works_[resolved(aliases, *citation.mention.document)];
    works_[resolved(aliases, *citation.mention.target)];
  }
  std::vector<Work> works;
  for (auto& [symbol, known] : works_) {
    if (aliases.contains(symbol)) {
      continue;
    }
    Work work{.facts = WorkFacts(symbol), .holding = Holding::OnlyCited, .date = std::nullopt};
    for (const Holding from : {Holding::Catalogued, Holding::Held, Holding::OnlyCited}) {
      if (const auto& facts = known.facts[static_cast<std::size_t>(from)]) {
        fill(work.facts, *facts);
        work.holding = std::min(work.holding, from);
      }
    }
    works.push_back(std::move(work));
  }
  return works;
}

LineageGraph GraphBuilder::freeze() && {
  LineageGraph graph;
  const Aliases aliases = this->aliases();
  std::vector<Work> works = take_works(aliases);

  std::unordered_map<Symbol, WorkId> ids;
  for (const Work& work : works) {
    ids.emplace(work.symbol(), static_cast<WorkId>(ids.size()));
  }
  std::vector<Proof> proofs;
  proofs.reserve(citations_.size());
  for (Citation& citation : citations_) {
    const WorkId source = ids.at(resolved(aliases, *citation.mention.document));
    const WorkId target = ids.at(resolved(aliases, *citation.mention.target));
    if (source != target) {  // a text may name itself by the other half of its double symbol
      proofs.push_back(Proof{source, target, citation.mention.relation, passage_of(citation)});
    }
  }
  give_verbs_to_catalogue_lines(proofs);
  date_by_citing_texts(works, proofs);
  order_works(works, proofs);
  order_proofs(proofs);

  graph.works_ = std::move(works);
  for (Proof& proof : proofs) {
    const Edge edge{proof.source, proof.target, proof.relation};
    if (graph.edges_.empty() || graph.edges_.back() != edge) {
      graph.passage_begin_.push_back(graph.passages_.size());
      graph.edges_.push_back(edge);
    }
    graph.passages_.push_back(std::move(proof.passage));
  }
  graph.passage_begin_.push_back(graph.passages_.size());

  const std::size_t count = graph.works_.size();
  graph.set_adjacency(count);
  graph.structure_ = std::make_unique<const Structure>(structure_of(graph.edges_, count));

  for (WorkId id = 0; id < count; ++id) {
    ids[graph.works_[id].symbol()] = id;
  }
  graph.by_symbol_.assign(ids.begin(), ids.end());
  for (const auto& [alias, symbol] : aliases) {
    graph.by_symbol_.emplace_back(alias, ids.at(symbol));
  }
  std::ranges::sort(graph.by_symbol_);

  std::ranges::sort(unresolved_,
                    [](const Mention& a, const Mention& b) { return stands_before(a, b); });
  unresolved_.erase(std::unique(unresolved_.begin(), unresolved_.end()), unresolved_.end());
  graph.unresolved_ = std::move(unresolved_);

  assert(broken_invariants(graph).empty());
  return graph;
}

}  // namespace lineage
