// Generated citation graphs for benchmarks: texts in order of time, each citing five to fourteen
// older ones (9.5 on average), half of them recent, half chosen by how often they are cited
// already.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <random>
#include <vector>

#include "graph/lineage_graph.h"

namespace lineage::bench {

struct GraphShape {
  std::size_t texts = 20'000;
  double forward = 0;  // the share of texts that also cite the next one, which makes circles
  std::uint64_t seed = 1;
};

// Edges in the order of a graph, without repeats. Deterministic.
inline std::vector<Edge> citation_graph(const GraphShape& shape) {
  std::mt19937_64 random(shape.seed);
  const auto below = [&](std::uint64_t n) { return random() % n; };
  const auto chance = [&] { return static_cast<double>(random() >> 11) * 0x1p-53; };
  constexpr double kMeanLag = 300;
  std::vector<Edge> edges;
  edges.reserve(shape.texts * 19 / 2);
  std::vector<WorkId> cited;
  for (WorkId id = 1; id < shape.texts; ++id) {
    const std::size_t count = std::min<std::size_t>(5 + below(10), id);
    cited.clear();
    while (cited.size() < count) {
      const auto lag = 1 + static_cast<std::uint64_t>(-kMeanLag * std::log1p(-chance()));
      const bool recent = below(2) == 0 || edges.empty();
      cited.push_back(recent ? static_cast<WorkId>(id - std::min<std::uint64_t>(lag, id))
                             : edges[below(edges.size())].target);
    }
    if (shape.forward > 0 && chance() < shape.forward && id + 1 < shape.texts) {
      cited.push_back(id + 1);
    }
    std::ranges::sort(cited);
    cited.erase(std::unique(cited.begin(), cited.end()), cited.end());
    for (const WorkId target : cited) {
      if (target != id) {
        edges.push_back({id, target, below(4) == 0 ? Relation::TakesNote : Relation::Recalls});
      }
    }
  }
  return edges;
}

}  // namespace lineage::bench
