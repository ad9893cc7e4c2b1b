#include "analysis/suggest.h"

#include <gtest/gtest.h>

#include "test/support/graph_text.h"

namespace lineage::analysis {
namespace {

TEST(SuggestTest, CountsInsertedRemovedReplacedAndSwappedLetters) {
  EXPECT_EQ(edit_distance("show", "show", 3), 0U);
  EXPECT_EQ(edit_distance("shwo", "show", 3), 1U);
  EXPECT_EQ(edit_distance("shw", "show", 3), 1U);
  EXPECT_EQ(edit_distance("", "abc", 3), 3U);
  EXPECT_EQ(edit_distance("export", "extract", 2), 3U);
  EXPECT_EQ(edit_distance(std::string(1'000'000, 'a'), "a", 3), 4U);
}

TEST(SuggestTest, NamesPartsOfAWholeFirst) {
  const LineageGraph graph = test::graph_of("78/16 recalls 43/78 H; 78/16 recalls 43/77");
  EXPECT_EQ(nearest_works(test::symbol_of("decision 78/16"), graph),
            std::vector<std::string>{"78/16"});
  EXPECT_EQ(nearest_works(test::symbol_of("43/78"), graph),
            (std::vector<std::string>{"43/78 H", "43/77"}));
}

TEST(SuggestTest, PutsNamesIntoASentence) {
  EXPECT_EQ(did_you_mean({}), "");
  EXPECT_EQ(did_you_mean({"a"}), "; did you mean 'a'?");
  EXPECT_EQ(did_you_mean({"a", "b", "c"}), "; did you mean 'a', 'b' or 'c'?");
}

}  // namespace
}  // namespace lineage::analysis
