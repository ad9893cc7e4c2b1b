// Hubs and authorities, betweenness and PageRank of views, each against a slow answer.
#include <cmath>
#include <limits>
#include <numeric>

#include <gtest/gtest.h>

#include "analysis/betweenness.h"
#include "analysis/hits.h"
#include "analysis/pagerank.h"
#include "test/analysis/random_view.h"

namespace lineage::analysis {
namespace {

double sum_of(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

TEST(PageRankTest, OfAViewHoldsItsEquation) {
  for (std::uint32_t seed = 0; seed < 1500; ++seed) {
    const auto seen = test::random_view(seed);
    const double damping = seed % 2 == 0 ? 0.85 : 0.5;
    const std::vector<double> ranks = pagerank(seen->view, {.damping = damping}).ranks;
    if (seen->works.empty()) {
      EXPECT_EQ(sum_of(ranks), 0);
      continue;
    }
    // rank(v) = (1 - d) / n + d * (sum of rank(u) / cited(u) over u citing v + stranded / n)
    std::vector<double> cited(ranks.size(), 0);
    for (const auto& [citing, target] : seen->pairs) {
      cited[citing] += 1;
    }
    double stranded = 0;
    for (const WorkId id : seen->works) {
      stranded += cited[id] == 0 ? ranks[id] : 0;
    }
    const auto n = static_cast<double>(seen->works.size());
    std::vector<double> right(ranks.size(), 0);
    for (const WorkId id : seen->works) {
      right[id] = (1 - damping + damping * stranded) / n;
    }
    for (const auto& [citing, target] : seen->pairs) {
      right[target] += damping * ranks[citing] / cited[citing];
    }
    for (std::size_t id = 0; id < ranks.size(); ++id) {
      EXPECT_NEAR(ranks[id], right[id], 1e-13) << "seed " << seed << " work " << id;
    }
    EXPECT_NEAR(sum_of(ranks), 1, 1e-13);
  }
}

TEST(HitsTest, IsTheMainEigenvector) {
  std::size_t unlike = 0;
  for (std::uint32_t seed = 0; seed < 800; ++seed) {
    const auto seen = test::random_view(seed);
    const Hits found = hits(seen->view);
    if (seen->pairs.empty()) {
      EXPECT_EQ(sum_of(found.authorities), 0);
      continue;
    }
    ASSERT_LE(found.change, 1e-13) << "seed " << seed;
    // A^T A a = lambda a, for the greatest lambda: by squaring the matrix until one direction is
    // left.
    const std::size_t n = seen->view.size();
    std::vector<std::vector<double>> power(n, std::vector<double>(n, 0));
    for (const auto& [citing, a] : seen->pairs) {
      for (const auto& [other, b] : seen->pairs) {
        power[a][b] += citing == other ? 1 : 0;
      }
    }
    for (int i = 0; i < 18; ++i) {  // more would make much of rounding where two are greatest
      std::vector<std::vector<double>> square(n, std::vector<double>(n, 0));
      double sum = 0;
      for (std::size_t a = 0; a < n; ++a) {
        for (std::size_t k = 0; k < n; ++k) {
          for (std::size_t b = 0; b < n && power[a][k] != 0; ++b) {
            square[a][b] += power[a][k] * power[k][b];
          }
        }
        sum += sum_of(square[a]);
      }
      for (auto& row : square) {
        for (double& cell : row) {
          cell /= sum;
        }
      }
      power = square;
    }
    // The authorities that equal hubs give first.
    std::vector<double> first(n, 0);
    for (const auto& [citing, cited] : seen->pairs) {
      first[cited] += 1;
    }
    std::vector<double> right(n, 0);
    for (std::size_t a = 0; a < n; ++a) {
      for (std::size_t b = 0; b < n; ++b) {
        right[a] += power[a][b] * first[b];
      }
    }
    const double sum = sum_of(right);
    for (std::size_t id = 0; id < n; ++id) {
      EXPECT_NEAR(found.authorities[id], right[id] / sum, 1e-9) << "seed " << seed;
      unlike += found.authorities[id] > 1e-6 && found.authorities[id] < 0.2 ? 1 : 0;
    }
    EXPECT_NEAR(sum_of(found.hubs), 1, 1e-12);
  }
  EXPECT_GT(unlike, 500U);
}

// Hops and numbers of shortest paths between all pairs, by counting walks of each length.
struct Shortest {
  std::vector<std::vector<int>> hops;
  std::vector<std::vector<double>> paths;
};

Shortest shortest_of(const test::Seen& seen) {
  const std::size_t n = seen.view.size();
  Shortest all{std::vector<std::vector<int>>(n, std::vector<int>(n, -1)),
               std::vector<std::vector<double>>(n, std::vector<double>(n, 0))};
  for (const WorkId start : seen.works) {
    std::vector<double> walks(n, 0);
    walks[start] = 1;
    for (int length = 0; length <= static_cast<int>(n); ++length) {
      std::vector<double> next(n, 0);
      for (std::size_t id = 0; id < n; ++id) {
        if (walks[id] > 0 && all.hops[start][id] < 0) {
          all.hops[start][id] = length;
          all.paths[start][id] = walks[id];
        }
      }
      for (const auto& [citing, cited] : seen.pairs) {
        next[cited] += walks[citing];
      }
      walks = next;
    }
  }
  return all;
}

std::vector<double> betweenness_of(const test::Seen& seen) {
  const Shortest all = shortest_of(seen);
  std::vector<double> sums(seen.view.size(), 0);
  for (const WorkId s : seen.works) {
    for (const WorkId v : seen.works) {
      for (const WorkId t : seen.works) {
        const bool apart = s != v && v != t && s != t;
        if (apart && all.hops[s][v] >= 0 && all.hops[v][t] >= 0 &&
            all.hops[s][v] + all.hops[v][t] == all.hops[s][t]) {
          sums[v] += all.paths[s][v] * all.paths[v][t] / all.paths[s][t];
        }
      }
    }
  }
  const auto n = static_cast<double>(seen.works.size());
  for (double& sum : sums) {
    sum = n < 3 ? 0 : sum / ((n - 1) * (n - 2));
  }
  return sums;
}

TEST(BetweennessTest, CountsTheSharesOfShortestPaths) {
  double most = 0;
  for (std::uint32_t seed = 0; seed < 600; ++seed) {
    const auto seen = test::random_view(seed);
    const Betweenness found = betweenness(seen->view);
    EXPECT_TRUE(found.exact);
    const std::vector<double> right = betweenness_of(*seen);
    for (std::size_t id = 0; id < right.size(); ++id) {
      EXPECT_NEAR(found.scores[id], right[id], 1e-12) << "seed " << seed << " work " << id;
      most = std::max(most, right[id]);
    }
  }
  EXPECT_GT(most, 0.3);
}

TEST(BetweennessTest, ASampleStaysWithinItsBoundAndComesNear) {
  double worst = 0;
  for (std::uint32_t seed = 0; seed < 60; ++seed) {
    const auto seen = test::random_view(seed + 200);
    const BetweennessOptions options{
        .exact_up_to = 0, .pivots = 20000, .confidence = 0.999, .seed = seed};
    const Betweenness found = betweenness(seen->view, options);
    const std::vector<double> right = betweenness_of(*seen);
    EXPECT_EQ(found.exact, seen->works.size() < 3);
    for (std::size_t id = 0; id < right.size() && !found.exact; ++id) {
      EXPECT_LE(std::abs(found.scores[id] - right[id]), found.errors[id]) << "seed " << seed;
      worst = std::max(worst, std::abs(found.scores[id] - right[id]));
    }
    EXPECT_EQ(betweenness(seen->view, options).scores, found.scores) << "the same seed";
  }
  EXPECT_LT(worst, 0.02);
  EXPECT_GT(worst, 0) << "nothing was sampled";
}

}  // namespace
}  // namespace lineage::analysis
