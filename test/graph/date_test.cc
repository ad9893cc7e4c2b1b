#include "graph/date.h"

#include <gtest/gtest.h>

namespace lineage {
namespace {

TEST(DateTest, ReadsAndPrintsIsoDates) {
  for (const char* text : {"2023-12-04", "1946-01-10", "2000-02-29", "0001-01-01", "9999-12-31"}) {
    const auto date = Date::from_iso(text);
    ASSERT_TRUE(date) << text;
    EXPECT_EQ(date->iso(), text);
  }
}

TEST(DateTest, RefusesDaysThatNoCalendarHas) {
  for (const char* text : {"2023-02-29", "1900-02-29", "2023-13-01", "2023-00-01", "2023-04-31",
                           "2023-01-00", "0000-01-01", "2023-1-01", "2023/01/01", "20230101",
                           "2023-12-04 ", "", "-023-12-04", "2023-+1-04", "abcd-ef-gh"}) {
    EXPECT_FALSE(Date::from_iso(text)) << text;
  }
}

TEST(DateTest, OrdersByYearThenMonthThenDay) {
  EXPECT_LT(*Date::from_iso("1998-12-04"), *Date::from_iso("1999-01-01"));
  EXPECT_LT(*Date::from_iso("1998-01-31"), *Date::from_iso("1998-02-01"));
  EXPECT_EQ(*Date::of(1998, 12, 4), *Date::from_iso("1998-12-04"));
}

}  // namespace
}  // namespace lineage
