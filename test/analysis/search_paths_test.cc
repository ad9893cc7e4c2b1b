// Search path counts and main paths against every path written out, and counts beyond 2^1000
// against whole numbers without bounds.
#include "analysis/search_paths.h"

#include <array>
#include <cmath>
#include <functional>
#include <iterator>
#include <map>
#include <set>

#include <boost/multiprecision/cpp_int.hpp>
#include <gtest/gtest.h>

#include "analysis/main_path.h"
#include "test/analysis/random_view.h"
#include "test/support/graph_text.h"

namespace lineage::analysis {
namespace {

using boost::multiprecision::cpp_int;

cpp_int whole(PathCount count) {
  const cpp_int mantissa = count.mantissa();
  const std::int64_t exponent = count.exponent();
  return exponent >= 0 ? cpp_int(mantissa << static_cast<unsigned>(exponent))
                       : cpp_int(mantissa >> static_cast<unsigned>(-exponent));
}

// How far `count` is from `right`, as a part of it.
double error(PathCount count, const cpp_int& right) {
  const cpp_int apart = abs(whole(count) - right);
  return static_cast<double>(cpp_int((apart << 80) / right)) * std::ldexp(1.0, -80);
}

TEST(PathCountTest, SmallNumbersAreExact) {
  std::mt19937_64 random(7);
  for (int i = 0; i < 20000; ++i) {
    const std::uint64_t a = random() >> (1 + random() % 63);
    const std::uint64_t b = random() >> (1 + random() % 63);
    EXPECT_EQ((PathCount(a) + PathCount(b)).text(), std::to_string(a + b));
    const std::uint64_t c = a >> 32;
    const std::uint64_t d = b >> 32;
    EXPECT_EQ((PathCount(c) * PathCount(d)).text(), std::to_string(c * d));
    EXPECT_EQ(PathCount(a) < PathCount(b), a < b);
    EXPECT_EQ(PathCount(a) == PathCount(b), a == b);
  }
  EXPECT_EQ(PathCount().text(), "0");
  EXPECT_TRUE((PathCount() * PathCount(3)).is_zero());
  EXPECT_EQ(PathCount(1) + PathCount(), PathCount(1));
}

TEST(PathCountTest, StaysWithinItsRoundingFarBeyondTwoToTheThousand) {
  std::mt19937_64 random(8);
  PathCount count(1);
  cpp_int right = 1;
  for (int i = 0; i < 400; ++i) {
    const std::uint64_t factor = 1 + random() % 1000000;
    const std::uint64_t more = random();
    count = count * PathCount(factor) + PathCount(more);
    right = right * factor + more;
    EXPECT_LT(error(count, right), std::ldexp(2.0 * (i + 1), -63));
  }
  EXPECT_GT(msb(right), 7000U);
  EXPECT_NEAR(count.log10(), static_cast<double>(right.str().size()) - 0.5, 0.5);
  const std::string digits = right.str();
  const std::string text = count.text();
  EXPECT_EQ(text.substr(0, 1) + text.substr(2, 9), digits.substr(0, 10));
  EXPECT_EQ(text.substr(text.find('e')), "e+" + std::to_string(digits.size() - 1));
}

TEST(PathCountTest, SharesAndFractions) {
  EXPECT_DOUBLE_EQ(PathCount::share(PathCount(1), PathCount(3)), 1.0 / 3);
  EXPECT_EQ(PathCount::share(PathCount(), PathCount(3)), 0);
  PathCount huge(1);
  for (int i = 0; i < 400; ++i) {
    huge = huge * PathCount(1U << 20);
  }
  EXPECT_EQ(PathCount::share(PathCount(1), huge), 0);
  EXPECT_DOUBLE_EQ(PathCount::share(huge * PathCount::fraction(0.3), huge), 0.3);
  EXPECT_EQ(PathCount(12) * PathCount::fraction(1), PathCount(12));
  EXPECT_TRUE(PathCount::fraction(0).is_zero());
}

// Every path between two circles, written out as the citations that it takes.
class AllPaths {
 public:
  using Tie = std::pair<WorkId, WorkId>;
  using Path = std::vector<Tie>;

  AllPaths(const test::Seen& seen,
           const std::function<bool(WorkId)>& is_start,
           const std::function<bool(WorkId)>& is_end)
      : seen_(seen), reaches_(test::reachability(seen)), is_end_(is_end) {
    for (const WorkId id : seen.works) {
      if (is_start(id) && first_of(id) == id) {
        path_.clear();
        go_on(id);
      }
    }
  }
  [[nodiscard]] const std::vector<Path>& paths() const { return paths_; }

 private:
  // Circles are told apart by their first works.
  WorkId first_of(WorkId id) const {
    for (const WorkId other : seen_.works) {
      if (reaches_[id][other] && reaches_[other][id]) {
        return other;
      }
    }
    return id;
  }
  void go_on(WorkId circle) {
    if (is_end_(circle)) {
      paths_.push_back(path_);
    }
    for (const Tie& tie : seen_.pairs) {
      if (first_of(tie.first) == circle && first_of(tie.second) != circle) {
        path_.push_back(tie);
        go_on(first_of(tie.second));
        path_.pop_back();
      }
    }
  }

  const test::Seen& seen_;
  std::vector<std::vector<bool>> reaches_;
  std::function<bool(WorkId)> is_end_;
  Path path_;
  std::vector<Path> paths_;
};

struct Circles {
  const test::Seen& seen;
  std::vector<std::vector<bool>> reaches = test::reachability(seen);

  [[nodiscard]] bool same(WorkId a, WorkId b) const { return reaches[a][b] && reaches[b][a]; }
  // No text outside its circle cites it; it cites no text outside.
  [[nodiscard]] bool is_head(WorkId id) const {
    return std::ranges::none_of(
        seen.pairs, [&](const auto& tie) { return same(tie.second, id) && !same(tie.first, id); });
  }
  [[nodiscard]] bool is_root(WorkId id) const {
    return std::ranges::none_of(
        seen.pairs, [&](const auto& tie) { return same(tie.first, id) && !same(tie.second, id); });
  }
  [[nodiscard]] bool any_of(const std::vector<WorkId>& works, WorkId id) const {
    return std::ranges::any_of(works, [&](WorkId other) { return same(id, other); });
  }
};

TEST(SearchPathsTest, CountEveryPath) {
  std::size_t most = 0;
  for (std::uint32_t seed = 0; seed < 1200; ++seed) {
    const auto seen =
        test::random_view(seed, seed % 2 == 0 ? test::Shape::Backwards : test::Shape::Any);
    const Circles circles{*seen};
    const auto weight = static_cast<PathWeight>(seed % 3);
    const bool two_ends = seed % 5 == 0 && !seen->works.empty();
    const std::vector<WorkId> starts{two_ends ? seen->works.back() : 0};
    const std::vector<WorkId> ends{two_ends ? seen->works.front() : 0};
    const AllPaths all(
        *seen,
        [&](WorkId id) {
          return weight == PathWeight::Spnp ||
                 (two_ends ? circles.any_of(starts, id) : circles.is_head(id));
        },
        [&](WorkId id) {
          return weight != PathWeight::Spc ||
                 (two_ends ? circles.any_of(ends, id) : circles.is_root(id));
        });
    const SearchPaths paths(seen->view, weight, two_ends ? PathEnds{starts, ends} : PathEnds{});
    EXPECT_EQ(paths.total().text(), std::to_string(all.paths().size())) << "seed " << seed;
    std::map<AllPaths::Tie, std::size_t> through;
    for (const auto& path : all.paths()) {
      for (const auto& tie : path) {
        ++through[tie];
      }
    }
    for (const auto& tie : seen->pairs) {
      EXPECT_EQ(paths.through(tie.first, tie.second).text(), std::to_string(through[tie]))
          << "seed " << seed << " " << tie.first << " cites " << tie.second;
    }
    most = std::max(most, all.paths().size());
  }
  EXPECT_GT(most, 100U) << "too few graphs have many paths";
}

TEST(SearchPathsTest, PassEveryMachineNumberAndStayRight) {
  // A ladder: each text cites the four before it.
  constexpr WorkId kTexts = 4000;
  std::vector<Edge> edges;
  for (WorkId id = 1; id < kTexts; ++id) {
    for (WorkId cited = id < 4 ? 0 : id - 4; cited < id; ++cited) {
      edges.push_back({id, cited, Relation::Recalls});
    }
  }
  const Structure structure = structure_of(edges, kTexts);
  std::vector<cpp_int> down(kTexts, 0);
  down[0] = 1;
  for (const Edge& edge : edges) {
    down[edge.source] += down[edge.target];
  }
  const SearchPaths paths((View(structure)));
  EXPECT_GT(msb(down.back()), 3500U);
  EXPECT_LT(error(paths.total(), down.back()), 4 * kTexts * std::ldexp(1.0, -63));
}

cpp_int sum_along(const SearchPaths& paths, const AllPaths::Path& path) {
  cpp_int sum = 0;
  for (const auto& tie : path) {
    sum += whole(paths.through(tie.first, tie.second));
  }
  return sum;
}

TEST(MainPathTest, HoldsThePathsWhoseSumIsNearTheBest) {
  constexpr std::array<double, 4> kBaskets{0, 0.05, 0.3, 1};
  std::size_t side_lines = 0;
  for (std::uint32_t seed = 0; seed < 1200; ++seed) {
    const auto seen = test::random_view(seed);
    const Circles circles{*seen};
    const AllPaths all(
        *seen, [&](WorkId id) { return circles.is_head(id); },
        [&](WorkId id) { return circles.is_root(id); });
    const auto weight = static_cast<PathWeight>(seed % 3);
    const SearchPaths paths(seen->view, weight);
    cpp_int best = 0;
    for (const auto& path : all.paths()) {
      best = std::max(best, sum_along(paths, path));
    }
    std::vector<WorkId> before;
    for (const double basket : kBaskets) {
      std::set<AllPaths::Tie> right;
      std::set<WorkId> works;
      for (const auto& path : all.paths()) {
        const double part =
            best == 0 ? 0 : static_cast<double>(sum_along(paths, path)) / static_cast<double>(best);
        if (!path.empty() && part >= 1 - basket - 1e-9) {
          right.insert(path.begin(), path.end());
          for (const auto& tie : path) {
            std::ranges::copy_if(seen->works, std::inserter(works, works.end()), [&](WorkId id) {
              return circles.same(id, tie.first) || circles.same(id, tie.second);
            });
          }
        }
      }
      const MainPath found = main_path(seen->view, {weight, basket});
      std::set<AllPaths::Tie> ties;
      for (const WeightedCitation& tie : found.citations) {
        ties.emplace(tie.citing, tie.cited);
      }
      if (best > 0 && basket < 1) {  // with 1 every text alone is a path, too
        EXPECT_EQ(found.works, std::vector<WorkId>(works.begin(), works.end())) << "seed " << seed;
      }
      EXPECT_EQ(ties, right) << "seed " << seed << " basket " << basket;
      EXPECT_EQ(whole(found.best), best) << "seed " << seed;
      EXPECT_TRUE(std::ranges::includes(found.works, before)) << "a greater basket lost a member";
      side_lines += basket == 0.3 && found.works.size() > before.size() ? 1 : 0;
      before = found.works;
    }
  }
  EXPECT_GT(side_lines, 50U) << "too few baskets hold more than the best";
}

TEST(MainPathTest, BetweenTwoTextsLiesOnThePathsBetweenThem) {
  std::size_t met = 0;
  for (std::uint32_t seed = 0; seed < 1500; ++seed) {
    const auto seen = test::random_view(seed);
    if (seen->works.size() < 2) {
      continue;
    }
    const auto reaches = test::reachability(*seen);
    const std::array<WorkId, 1> older{seen->works[seed % seen->works.size()]};
    const std::array<WorkId, 1> younger{seen->works[seed / 3 % seen->works.size()]};
    const MainPath found = main_path_between(seen->view, older, younger, {PathWeight::Spc, 0.1});
    const bool connected = reaches[younger[0]][older[0]];
    EXPECT_EQ(found.works.empty(), !connected) << "seed " << seed;
    for (const WorkId id : found.works) {
      EXPECT_TRUE(reaches[younger[0]][id] && reaches[id][older[0]]) << "seed " << seed;
    }
    if (connected) {
      EXPECT_TRUE(std::ranges::binary_search(found.works, older[0]));
      EXPECT_TRUE(std::ranges::binary_search(found.works, younger[0]));
      met += found.works.size() > 2 ? 1 : 0;
    }
  }
  EXPECT_GT(met, 100U);
}

}  // namespace
}  // namespace lineage::analysis
