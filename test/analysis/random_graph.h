// Seeded random graphs and the obvious, slow answers that the analyses are compared with.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "analysis/selection.h"
#include "analysis/walk.h"
#include "graph/graph_builder.h"
#include "graph/lineage_graph.h"

namespace lineage::test {

inline constexpr std::uint32_t kUnreached = 1000;

// `works` works, some dated, and `mentions` citations in any direction: cycles, several relations
// of one pair, repeated mentions, mentions of the work itself, and a few institutional edges.
inline LineageGraph random_graph(std::uint32_t seed, std::size_t works, std::size_t mentions) {
  std::mt19937 random(seed);
  const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random()) % n; };
  GraphBuilder builder;
  std::vector<Symbol> symbols;
  for (std::size_t i = 0; i < works; ++i) {
    symbols.push_back(Symbol::named("test", "w" + std::to_string(i)));
    WorkFacts facts(symbols.back());
    if (below(3) != 0) {
      const auto year = static_cast<int>(1950 + below(30));
      facts.date = Sourced<Date>{*Date::of(year, 12, 1), {}};
    }
    builder.add_work(facts, Holding::Catalogued);
  }
  constexpr std::array<Relation, 4> kRelations{Relation::Recalls, Relation::Cites, Relation::Amends,
                                               Relation::FedInto};
  for (std::size_t i = 0; i < mentions; ++i) {
    Citation citation;
    citation.mention.document = symbols[below(works)];
    citation.mention.target = symbols[below(works)];
    citation.mention.relation = kRelations[below(10) == 0 ? 3 : below(3)];
    citation.mention.place = "pp" + std::to_string(i);
    builder.add_citation(citation);
  }
  return std::move(builder).freeze();
}

inline analysis::Selection everything(const LineageGraph& graph) {
  std::vector<WorkId> works;
  for (WorkId id = 0; id < graph.work_count(); ++id) {
    works.push_back(id);
  }
  return analysis::induced(graph, std::move(works));
}

using Matrix = std::vector<std::vector<std::uint32_t>>;

// Hops between all pairs by Floyd and Warshall; 0 from a work to itself, kUnreached where none
// lead.
inline Matrix all_hops(const LineageGraph& graph, const std::vector<EdgeId>& edges) {
  const std::size_t n = graph.work_count();
  Matrix hops(n, std::vector<std::uint32_t>(n, kUnreached));
  for (std::size_t i = 0; i < n; ++i) {
    hops[i][i] = 0;
  }
  for (const EdgeId id : edges) {
    const Edge& edge = graph.edge(id);
    std::uint32_t& hop = hops[edge.source][edge.target];
    hop = std::min(hop, 1U);
  }
  for (std::size_t k = 0; k < n; ++k) {
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < n; ++j) {
        hops[i][j] = std::min(hops[i][j], hops[i][k] + hops[k][j]);
      }
    }
  }
  for (auto& row : hops) {
    for (std::uint32_t& hop : row) {
      hop = std::min(hop, kUnreached);
    }
  }
  return hops;
}

}  // namespace lineage::test
