#include "graph/graph_builder.h"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <memory>
#include <unordered_map>
#include <utility>

#include "graph/merge_facts.h"
#include "graph/proof.h"
#include "graph/structure.h"
#include "graph/work_order.h"

namespace lineage {
namespace {

using Aliases = std::map<Symbol, Symbol>;

const Symbol& resolved(const Aliases& aliases, const Symbol& symbol) {
  const auto alias = aliases.find(symbol);
  return alias == aliases.end() ? symbol : alias->second;
}

}  // namespace

void GraphBuilder::add_work(const WorkFacts& facts, Holding holding) {
  auto& known = works_[facts.symbol].facts[static_cast<std::size_t>(holding)];
  if (known) {
    merge_facts(*known, facts);
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
        fill_facts(work.facts, *facts);
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
  date_works(works, proofs);
  order_works(works, proofs);
  order_proofs(proofs);

  graph.works_ = std::move(works);
  std::vector<Edge> edges;
  for (Proof& proof : proofs) {
    const Edge edge{proof.source, proof.target, proof.relation};
    if (edges.empty() || edges.back() != edge) {
      graph.passage_begin_.push_back(graph.passages_.size());
      edges.push_back(edge);
    }
    graph.passages_.push_back(std::move(proof.passage));
  }
  graph.passage_begin_.push_back(graph.passages_.size());

  const std::size_t count = graph.works_.size();
  graph.set_lists(std::move(edges), count);
  graph.structure_ = std::make_unique<const Structure>(structure_of(graph.edges(), count));

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
