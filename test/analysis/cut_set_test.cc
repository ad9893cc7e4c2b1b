#include "analysis/cut_set.h"

#include <bit>

#include <gtest/gtest.h>

#include "analysis/reach.h"
#include "test/analysis/random_view.h"

namespace lineage::analysis {
namespace {

// Whether a path is left when `without`, a bit for each text, is taken away.
bool connected(const test::Seen& seen, WorkId older, WorkId younger, std::uint32_t without) {
  std::vector<WorkId> rest;
  for (const WorkId id : seen.works) {
    if (((without >> id) & 1U) == 0) {
      rest.push_back(id);
    }
  }
  return reached(seen.view.among(rest), std::array{younger}, Direction::ToCited)[older];
}

// The size of the smallest cut by trying every set of texts, nothing where none parts the ends.
std::optional<int> smallest(const test::Seen& seen, WorkId older, WorkId younger) {
  const std::uint32_t ends = (1U << older) | (1U << younger);
  std::optional<int> least;
  for (std::uint32_t set = 0; set < 1U << seen.view.size(); ++set) {
    const int size = std::popcount(set);
    if ((set & ends) == 0 && (!least || size < *least) && !connected(seen, older, younger, set)) {
      least = size;
    }
  }
  return least;
}

TEST(CutSetTest, IsAsSmallAsAnyAndPartsTheEnds) {
  std::size_t large = 0;
  for (std::uint32_t seed = 0; seed < 900; ++seed) {
    const auto seen = test::random_view(seed);
    if (seen->works.size() < 2 || seen->view.size() > 9) {
      continue;
    }
    const WorkId older = seen->works[seed % seen->works.size()];
    const WorkId younger = seen->works[seed / 5 % seen->works.size()];
    const auto found = smallest_cut(seen->view, std::array{older}, std::array{younger});
    const auto right = smallest(*seen, older, younger);
    ASSERT_EQ(found.has_value(), right.has_value()) << "seed " << seed;
    if (found) {
      EXPECT_EQ(static_cast<int>(found->size()), *right) << "seed " << seed;
      std::uint32_t without = 0;
      for (const WorkId id : *found) {
        without |= 1U << id;
      }
      EXPECT_FALSE(connected(*seen, older, younger, without)) << "seed " << seed;
      large += found->size() > 1 ? 1 : 0;
    }
  }
  EXPECT_GT(large, 20U) << "too few cuts hold several texts";
}

}  // namespace
}  // namespace lineage::analysis
