// Hubs and authorities: texts that cite what is cited by those that cite much of it.
#pragma once

#include <cstddef>
#include <vector>

#include "analysis/view.h"

namespace lineage::analysis {

struct HitsOptions {
  double tolerance = 1e-13;  // the change of all authorities together at which the iteration ends
  std::size_t most_iterations = 5000;
};

struct Hits {
  std::vector<double> authorities;  // by WorkId; they sum to 1, or are all 0 without citations
  std::vector<double> hubs;         // likewise
  std::size_t iterations = 0;
  double change = 0;  // in the last iteration; above the tolerance when it did not converge
};

// Kleinberg 1999, "Authoritative sources in a hyperlinked environment": an authority is cited by
// good hubs, a good hub cites authorities; the main eigenvector of A^T A and of A A^T, by
// iteration. Boost.Graph has none. Where several parts of a graph carry the greatest eigenvalue,
// the answer is the one that equal weights lead to. Circles need no care. A dense series takes
// nearly all, others next to nothing: the scores rank texts within the largest cluster. Cost: two
// passes over the citations an iteration; how many depends on how far the second eigenvalue is.
[[nodiscard]] Hits hits(const View& view, const HitsOptions& options = {});

}  // namespace lineage::analysis
