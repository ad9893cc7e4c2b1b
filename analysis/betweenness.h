// Betweenness: how many of the shortest ways between other texts lead through a text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "analysis/view.h"

namespace lineage::analysis {

struct BetweennessOptions {
  // Exact where texts times pairs of texts and what they cite are no more than this: some seconds.
  double exact_up_to = 1e9;
  std::size_t pivots = 400;  // texts to start from where it is sampled; at least 2
  double confidence = 0.95;  // that every text's error is within its bound; less than 1
  std::uint64_t seed = 1;    // of the sample: the same seed, the same texts
};

struct Betweenness {
  std::vector<double> scores;  // by WorkId, from 0 to 1
  std::vector<double> errors;  // no text is further than this from its true score; empty when exact
  bool exact = true;
};

// The sum over all pairs of other texts of the share of their shortest paths that lead through the
// text, divided by the number of such pairs, (n - 1)(n - 2) (Freeman 1977, "A set of measures of
// centrality based on betweenness"). Paths follow citations; circles need no care. Exact by Brandes
// 2001, "A faster algorithm for betweenness centrality", as Boost.Graph has it. Sampled by the
// paths from texts drawn at random (Brandes and Pich 2007, "Centrality estimation in large
// networks"), with the bound of Maurer and Pontil 2009, "Empirical Bernstein bounds", for all texts
// at once. Cost: a walk over all that is reached from each text, or from each pivot.
[[nodiscard]] Betweenness betweenness(const View& view, const BetweennessOptions& options = {});

}  // namespace lineage::analysis
