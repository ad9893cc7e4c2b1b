// PageRank: how likely a reader who follows citations at random, and now and then opens any text at
// random, is to be at each work.
#pragma once

#include <cstddef>
#include <vector>

#include "analysis/view.h"

namespace lineage::analysis {

struct PageRankOptions {
  double damping = 0.85;     // how often the reader follows a citation; at least 0, less than 1
  double tolerance = 1e-14;  // the change of the ranks of a circle, as a part of their sum, at
                             // which its iteration ends
  std::size_t most_iterations = 1000;
};

struct PageRank {
  std::vector<double> ranks;   // by WorkId; they sum to 1; 0 for a hidden work
  std::size_t iterations = 0;  // the most that any circle took, 0 without circles
  double change = 0;           // the greatest that any was left with
};

// Brin and Page 1998, "The anatomy of a large-scale hypertextual Web search engine", with the rank
// of works that cite nothing spread evenly over all (as Langville and Meyer 2004, "Deeper inside
// PageRank", do): Boost.Graph's page_rank loses it. Solved as linear equations along the
// condensation: a text outside circles has its rank when all that cite it have theirs, so one pass
// is exact; only within circles is there something to iterate (Langville and Meyer 2006, "A
// reordering for the PageRank problem"). Each pair counts once. A work whose list is unknown counts
// as citing nothing. Cost: linear, and some 200 passes over the citations of circles at most. Old
// texts, which had time to be cited, gather most.
[[nodiscard]] PageRank pagerank(const View& view, const PageRankOptions& options = {});

}  // namespace lineage::analysis
