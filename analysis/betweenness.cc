#include "analysis/betweenness.h"

#include <algorithm>
#include <cmath>
#include <random>

#include <boost/graph/betweenness_centrality.hpp>

#include "analysis/structure.h"

namespace lineage::analysis {
namespace {

std::vector<double> exact(const View& view) {
  std::vector<double> sums(view.size(), 0);
  const ViewGraph graph = graph_of(view);
  boost::brandes_betweenness_centrality(
      graph, boost::centrality_map(
                 boost::make_iterator_property_map(sums.begin(), get(boost::vertex_index, graph)))
                 .vertex_index_map(get(boost::vertex_index, graph)));
  return sums;
}

// What one start adds to each text: the walk of Brandes, forth and back.
class Walker {
 public:
  explicit Walker(const View& view)
      : view_(view), hops_(view.size(), -1), paths_(view.size(), 0), shares_(view.size(), 0) {}

  // Calls `visit(WorkId, double)` for each text that is reached, but for the start.
  template <typename Visit>
  void walk(WorkId start, Visit&& visit) {
    order_.assign(1, start);
    hops_[start] = 0;
    paths_[start] = 1;
    for (std::size_t next = 0; next < order_.size(); ++next) {
      spread(order_[next]);
    }
    for (std::size_t next = order_.size(); next-- > 0;) {
      gather(order_[next]);
      if (next > 0) {
        visit(order_[next], shares_[order_[next]]);
      }
    }
    for (const WorkId id : order_) {
      hops_[id] = -1;
      paths_[id] = 0;
      shares_[id] = 0;
    }
  }

 private:
  void spread(WorkId here) {
    for_each_cited(view_, here, [&](WorkId cited) {
      if (hops_[cited] < 0) {
        hops_[cited] = hops_[here] + 1;
        order_.push_back(cited);
      }
      if (hops_[cited] == hops_[here] + 1) {
        paths_[cited] += paths_[here];
      }
    });
  }
  void gather(WorkId here) {
    for_each_cited(view_, here, [&](WorkId cited) {
      if (hops_[cited] == hops_[here] + 1) {
        shares_[here] += paths_[here] / paths_[cited] * (1 + shares_[cited]);
      }
    });
  }

  const View& view_;
  std::vector<WorkId> order_;
  std::vector<std::int32_t> hops_;
  std::vector<double> paths_;
  std::vector<double> shares_;
};

std::vector<WorkId> shown_works(const View& view) {
  std::vector<WorkId> works;
  for (WorkId id = 0; id < view.size(); ++id) {
    if (view.has(id)) {
      works.push_back(id);
    }
  }
  return works;
}

// Estimates from the mean of what the pivots add, and bounds their errors by its variance. What one
// pivot adds lies between 0 and n - 2.
Betweenness sampled(const View& view, const BetweennessOptions& options) {
  const std::vector<WorkId> works = shown_works(view);
  const auto n = static_cast<double>(works.size());
  const auto pivots = static_cast<double>(options.pivots);
  std::vector<double> sums(view.size(), 0);
  std::vector<double> squares(view.size(), 0);
  Walker walker(view);
  std::mt19937_64 random(options.seed);
  for (std::size_t i = 0; i < options.pivots; ++i) {
    // With replacement, as the bound supposes. The bias of the remainder is below 2^-32.
    walker.walk(works[random() % works.size()], [&](WorkId id, double added) {
      const double part = added / (n - 2);
      sums[id] += part;
      squares[id] += part * part;
    });
  }
  Betweenness result{std::vector<double>(view.size(), 0), std::vector<double>(view.size(), 0),
                     false};
  const double chance = std::log(4 * n / (1 - options.confidence));
  const double scale = n / (n - 1);  // a text is never between itself and another
  for (const WorkId id : works) {
    const double mean = sums[id] / pivots;
    const double variance = std::max(0.0, (squares[id] - sums[id] * mean) / (pivots - 1));
    const double error =
        std::sqrt(2 * variance * chance / pivots) + 7 * chance / (3 * (pivots - 1));
    result.scores[id] = std::min(1.0, mean * scale);
    result.errors[id] = std::min(1.0, error * scale);
  }
  return result;
}

double pair_count(const View& view) {
  std::size_t pairs = 0;
  for (WorkId id = 0; id < view.size(); ++id) {
    if (view.has(id)) {
      for_each_cited(view, id, [&](WorkId) { ++pairs; });
    }
  }
  return static_cast<double>(pairs);
}

}  // namespace

Betweenness betweenness(const View& view, const BetweennessOptions& options) {
  const auto n = static_cast<double>(view.work_count());
  if (n < 3) {
    return {std::vector<double>(view.size(), 0), {}, true};
  }
  if (n * (n + pair_count(view)) > options.exact_up_to) {
    return sampled(view, options);
  }
  Betweenness result{exact(view), {}, true};
  for (double& score : result.scores) {
    score /= (n - 1) * (n - 2);
  }
  return result;
}

}  // namespace lineage::analysis
