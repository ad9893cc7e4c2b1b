// PageRank: how likely a reader who follows citations at random, and now and then opens any text at
// random, is to be at each work.
#pragma once

#include <cstddef>
#include <vector>

#include "graph/lineage_graph.h"

namespace lineage::analysis {

struct PageRankOptions {
  double damping = 0.85;     // how often the reader follows a citation; at least 0, less than 1
  double tolerance = 1e-12;  // the change of all ranks together at which the iteration ends
  std::size_t most_iterations = 1000;
};

struct PageRank {
  std::vector<double> ranks;  // by WorkId; they sum to 1
  std::size_t iterations = 0;
  double change = 0;  // in the last iteration; above the tolerance when it did not converge
};

// Brin and Page 1998, "The anatomy of a large-scale hypertextual Web search engine", with the rank
// of works that cite nothing spread evenly over all (as Langville and Meyer 2004, "Deeper inside
// PageRank", do): Boost.Graph's page_rank loses it. Each pair of a citing and a cited work counts
// once, whatever its relations; only citations count. Circles need no care: the damping bounds what
// they can gather. A work whose list is unknown counts as citing nothing. Cost: some 170 passes
// over the edges for the default tolerance. Old texts, which had time to be cited, gather most.
[[nodiscard]] PageRank pagerank(const LineageGraph& graph, const PageRankOptions& options = {});

}  // namespace lineage::analysis
