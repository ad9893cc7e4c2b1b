#include "analysis/exporters/text_layout.h"

#include <gtest/gtest.h>

namespace lineage::analysis {
namespace {

TEST(TextLayoutTest, MeasuresColumnsNotBytes) {
  EXPECT_EQ(display_width("53/70"), 5U);
  EXPECT_EQ(display_width("回顾"), 4U);
  EXPECT_EQ(display_width("e\xCC\x81"), 1U);  // e with a combining acute
  EXPECT_EQ(display_width("\xFF\xFE"), 2U);
}

TEST(TextLayoutTest, MakesTextSafeToShow) {
  EXPECT_EQ(one_line("  a\r\n\tb\x1B[31m "), "a b [31m");
  EXPECT_EQ(one_line("a\xC2\xA0"
                     "b"),
            "a b");
  EXPECT_EQ(one_line("\xFFz"), "\xEF\xBF\xBDz");
  EXPECT_EQ(one_line("a\xE2\x80\xAE"
                     "b"),
            "ab");  // right-to-left override
  EXPECT_EQ(one_line("\xED\xA0\x80"), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");  // a surrogate
}

TEST(TextLayoutTest, ShortensAtAWordAndNeverBeyondTheWidth) {
  EXPECT_EQ(shortened("Developments in the field", 25), "Developments in the field");
  EXPECT_EQ(shortened("Developments in the field", 20), "Developments in the…");
  EXPECT_EQ(shortened("Developments", 5), "Deve…");
  EXPECT_EQ(shortened("从国际安全角度看", 6), "从国…");
  EXPECT_EQ(shortened("ab", 1), "…");
  EXPECT_EQ(shortened("ab", 0), "");
  const std::string mixed = "ab \xFF 从国际 e\xCC\x81 Developments\n in";
  for (std::size_t columns = 0; columns < 40; ++columns) {
    EXPECT_LE(display_width(shortened(mixed, columns)), columns);
  }
}

using Lines = std::vector<std::string>;

TEST(TextLayoutTest, WrapsAtSpacesAndBetweenChineseCharacters) {
  EXPECT_EQ(wrapped("Developments in the field", 12), (Lines{"Developments", "in the field"}));
  EXPECT_EQ(wrapped("从国际安全", 4), (Lines{"从国", "际安", "全"}));
  EXPECT_EQ(wrapped("Developments in the field of", 12, 2), (Lines{"Developments", "in the…"}));
  EXPECT_EQ(wrapped("abcdef", 4), (Lines{"abcd", "ef"}));
  EXPECT_EQ(wrapped("从", 1), Lines{"从"});
  EXPECT_EQ(wrapped(" \n", 10), Lines{});
}

}  // namespace
}  // namespace lineage::analysis
