#include "analysis/pagerank.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>
#include <utility>

#include "analysis/condensation.h"
#include "analysis/structure.h"

namespace lineage::analysis {
namespace {

// Ranks up to a common factor: each work begins with 1 and passes `damping` of what it has on. What
// works without citations hold back goes to all alike, which changes the factor alone.
class Solver {
 public:
  Solver(const View& view, const Condensation& parts, const PageRankOptions& options)
      : view_(view), parts_(parts), options_(options), ranks_(view.size(), 0) {
    for (const WorkId id : parts.works()) {
      ranks_[id] = 1;
    }
  }

  PageRank solved() && {
    for (std::uint32_t part = parts_.count(); part-- > 0;) {
      const std::span<const WorkId> works = parts_.works(part);
      if (works.size() > 1) {
        settle(part, works);
      }
      for (const WorkId id : works) {
        pass_on(part, id);
      }
    }
    double sum = 0;
    for (const double rank : ranks_) {
      sum += rank;
    }
    for (double& rank : ranks_) {
      rank = sum > 0 ? rank / sum : 0;
    }
    result_.ranks = std::move(ranks_);
    return std::move(result_);
  }

 private:
  [[nodiscard]] double share(std::size_t cited) const {
    return cited == 0 ? 0 : options_.damping / static_cast<double>(cited);
  }

  // Gives what `id` cites in older components what it has, of which its own has had its part.
  void pass_on(std::uint32_t part, WorkId id) {
    std::size_t cited = 0;
    bool itself = false;
    for_each_cited(view_, id, [&](WorkId other) {
      ++cited;
      itself = itself || other == id;
    });
    const double each = share(cited);
    const bool alone = parts_.works(part).size() == 1;
    if (alone && itself) {
      ranks_[id] /= 1 - each;  // the sum of all that comes back
    }
    const double passed = ranks_[id] * each;
    // Outside circles nothing need be asked of the component of each cited text, which costs a walk
    // over memory of its own.
    for_each_cited(view_, id, [&](WorkId other) {
      if (alone ? other != id : parts_.of(other) != part) {
        ranks_[other] += passed;
      }
    });
  }

  // Iterates within a circle until its ranks no longer change.
  void settle(std::uint32_t part, std::span<const WorkId> works) {
    std::vector<double> from_outside;
    for (const WorkId id : works) {
      from_outside.push_back(ranks_[id]);
      std::size_t cited = 0;
      for_each_cited(view_, id, [&](WorkId) { ++cited; });
      shares_.push_back(share(cited));
    }
    std::size_t iterations = 0;
    double change = 0;
    do {
      change = iterate(part, works, from_outside);
      ++iterations;
    } while (change > options_.tolerance && iterations < options_.most_iterations);
    result_.iterations = std::max(result_.iterations, iterations);
    result_.change = std::max(result_.change, change);
    shares_.clear();
  }

  double iterate(std::uint32_t part,
                 std::span<const WorkId> works,
                 const std::vector<double>& from_outside) {
    std::vector<double> before;
    for (std::size_t i = 0; i < works.size(); ++i) {
      before.push_back(ranks_[works[i]]);
      ranks_[works[i]] = from_outside[i];
    }
    for (std::size_t i = 0; i < works.size(); ++i) {
      for_each_cited(view_, works[i], [&](WorkId cited) {
        if (parts_.of(cited) == part) {
          ranks_[cited] += before[i] * shares_[i];
        }
      });
    }
    double change = 0;
    double sum = 0;
    for (std::size_t i = 0; i < works.size(); ++i) {
      change += std::abs(ranks_[works[i]] - before[i]);
      sum += ranks_[works[i]];
    }
    return change / sum;
  }

  const View& view_;
  const Condensation& parts_;
  const PageRankOptions& options_;
  std::vector<double> ranks_;
  std::vector<double> shares_;  // of the works of the circle at hand
  PageRank result_;
};

}  // namespace

PageRank pagerank(const View& view, const PageRankOptions& options) {
  const Condensation parts(view);
  return Solver(view, parts, options).solved();
}

}  // namespace lineage::analysis
