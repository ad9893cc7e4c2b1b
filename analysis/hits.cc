#include "analysis/hits.h"

#include <cmath>

#include "analysis/structure.h"

namespace lineage::analysis {
namespace {

// Divides by the sum; leaves zeros as they are.
void normalise(std::vector<double>& scores) {
  double sum = 0;
  for (const double score : scores) {
    sum += score;
  }
  for (double& score : scores) {
    score = sum > 0 ? score / sum : 0;
  }
}

}  // namespace

Hits hits(const View& view, const HitsOptions& options) {
  Hits result;
  result.hubs.assign(view.size(), 0);
  for (WorkId id = 0; id < view.size(); ++id) {
    result.hubs[id] = view.has(id) ? 1 : 0;
  }
  normalise(result.hubs);
  result.authorities.assign(view.size(), 0);
  do {
    std::vector<double> authorities(view.size(), 0);
    for (WorkId id = 0; id < view.size(); ++id) {
      if (view.has(id)) {
        for_each_cited(view, id, [&](WorkId cited) { authorities[cited] += result.hubs[id]; });
      }
    }
    normalise(authorities);
    result.change = 0;
    for (WorkId id = 0; id < view.size(); ++id) {
      result.change += std::abs(authorities[id] - result.authorities[id]);
      double hub = 0;
      if (view.has(id)) {
        for_each_cited(view, id, [&](WorkId cited) { hub += authorities[cited]; });
      }
      result.hubs[id] = hub;
    }
    normalise(result.hubs);
    result.authorities.swap(authorities);
    ++result.iterations;
  } while (result.change > options.tolerance && result.iterations < options.most_iterations);
  return result;
}

}  // namespace lineage::analysis
