// Views of seeded random graphs, with everything a view may hide and everything a graph may hold:
// circles, several relations of a pair, a text that cites itself, hidden works, hidden relations.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <random>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "analysis/view.h"
#include "graph/structure.h"

namespace lineage::test {

// A graph of edges alone, a view of it, and the pairs that the view shows, found the slow way.
struct Seen {
  Structure structure;
  analysis::View view;
  std::vector<std::pair<WorkId, WorkId>> pairs;  // citing, cited; ascending
  std::vector<WorkId> works;                     // that the view shows

  [[nodiscard]] bool cites(WorkId a, WorkId b) const {
    return std::ranges::binary_search(pairs, std::pair(a, b));
  }
};

enum class Shape : std::uint8_t { Any, Backwards };  // Backwards: no circles

inline std::vector<Edge> random_edges(std::mt19937& random,
                                      std::size_t works,
                                      std::size_t mentions,
                                      Shape shape) {
  constexpr std::array<Relation, 4> kRelations{Relation::Recalls, Relation::Cites, Relation::Amends,
                                               Relation::FedInto};
  std::set<std::tuple<WorkId, WorkId, Relation>> edges;
  for (std::size_t i = 0; i < mentions; ++i) {
    auto source = static_cast<WorkId>(random() % works);
    auto target = static_cast<WorkId>(random() % works);
    if (shape == Shape::Backwards && source < target) {
      std::swap(source, target);
    }
    if (shape == Shape::Any || source != target) {
      edges.emplace(source, target, kRelations[random() % 4]);
    }
  }
  std::vector<Edge> list;
  for (const auto& [source, target, relation] : edges) {
    list.push_back({source, target, relation});
  }
  return list;
}

// The structure stands where the view can point to it: keep the Seen where it is.
inline std::unique_ptr<Seen> random_view(std::uint32_t seed, Shape shape = Shape::Any) {
  std::mt19937 random(seed);
  const std::size_t works = 2 + seed % 13;
  const std::vector<Edge> edges = random_edges(random, works, 1 + seed % 47, shape);
  Structure structure = structure_of(edges, works);
  auto seen = std::make_unique<Seen>(Seen{structure, analysis::View(structure), {}, {}});
  seen->view = analysis::View(seen->structure);
  const bool narrow = seed % 3 == 0;
  analysis::RelationSet relations =
      analysis::RelationSet::of(narrow ? EdgeClass::Institutional : EdgeClass::Citation);
  if (narrow) {
    relations.insert(Relation::Recalls);
    seen->view = seen->view.over(relations);
  }
  for (WorkId id = 0; id < works; ++id) {
    if (seed % 4 != 0 || random() % 4 != 0) {
      seen->works.push_back(id);
    }
  }
  if (seed % 4 == 0) {
    seen->view = seen->view.among(seen->works);
  }
  std::set<std::pair<WorkId, WorkId>> pairs;
  for (const Edge& edge : edges) {
    const bool shown = std::ranges::binary_search(seen->works, edge.source) &&
                       std::ranges::binary_search(seen->works, edge.target);
    if (shown && relations.contains(edge.relation)) {
      pairs.emplace(edge.source, edge.target);
    }
  }
  seen->pairs.assign(pairs.begin(), pairs.end());
  return seen;
}

// Whether citations lead from each work to each other, by Warshall; every shown work reaches
// itself.
inline std::vector<std::vector<bool>> reachability(const Seen& seen) {
  const std::size_t n = seen.view.size();
  std::vector<std::vector<bool>> reaches(n, std::vector<bool>(n, false));
  for (const WorkId id : seen.works) {
    reaches[id][id] = true;
  }
  for (const auto& [citing, cited] : seen.pairs) {
    reaches[citing][cited] = true;
  }
  for (std::size_t k = 0; k < n; ++k) {
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < n && reaches[i][k]; ++j) {
        reaches[i][j] = reaches[i][j] || reaches[k][j];
      }
    }
  }
  return reaches;
}

}  // namespace lineage::test
