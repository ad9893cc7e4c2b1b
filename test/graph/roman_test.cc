#include <gtest/gtest.h>

#include "graph/symbol.h"

namespace lineage {
namespace {

TEST(RomanTest, NumeralsReadBack) {
  for (unsigned number = 1; number < 4000; ++number) {
    EXPECT_EQ(from_roman(roman_numeral(number)), number);
  }
  EXPECT_EQ(roman_numeral(28), "XXVIII");
  for (const char* text : {"", "IIII", "VX", "IM", "IXI", "xx", "A", "XXVIIII"}) {
    EXPECT_FALSE(from_roman(text)) << text;
  }
}

}  // namespace
}  // namespace lineage
