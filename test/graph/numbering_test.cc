#include "graph/numbering.h"

#include <gtest/gtest.h>

namespace lineage {
namespace {

TEST(NumberingTest, CouncilNumbersBelongToOneYear) {
  struct Row {
    std::uint32_t number;
    int year;
  };
  // Numbers and years as resolutions of the Council print them.
  const Row rows[] = {{1, 1946},    {15, 1946},   {16, 1947},   {47, 1948},   {93, 1951},
                      {132, 1959},  {133, 1960},  {242, 1967},  {338, 1973},  {418, 1977},
                      {687, 1991},  {1267, 1999}, {1325, 2000}, {1373, 2001}, {1540, 2004},
                      {1559, 2004}, {1701, 2006}, {2231, 2015}, {2467, 2019}, {2720, 2023}};
  for (const Row& row : rows) {
    EXPECT_EQ(council_year(row.number), row.year) << row.number;
  }
  EXPECT_EQ(council_year(0), std::nullopt);
  EXPECT_EQ(council_year(9999), std::nullopt);
}

Session regular(std::uint16_t number) { return {SessionKind::Regular, number}; }

TEST(NumberingTest, RunningNumbersOfTheAssemblyFitTheirSessions) {
  EXPECT_TRUE(assembly_number_fits(regular(3), 217));
  EXPECT_TRUE(assembly_number_fits(regular(15), 1514));
  EXPECT_TRUE(assembly_number_fits(regular(16), 1653));
  EXPECT_TRUE(assembly_number_fits(regular(25), 2625));
  EXPECT_TRUE(assembly_number_fits(regular(30), 3541));
  EXPECT_FALSE(assembly_number_fits(regular(15), 514));
  EXPECT_FALSE(assembly_number_fits(regular(24), 3274)) << "a misprint of 3274 (XXIX)";
  EXPECT_FALSE(assembly_number_fits(regular(39), 1084)) << "the Assembly's numerals end with XXX";
  EXPECT_TRUE(assembly_number_fits({SessionKind::Special, 7}, 3362));
}

TEST(NumberingTest, RunningNumbersOfTheEconomicAndSocialCouncilFitTheirSessions) {
  EXPECT_TRUE(economic_council_number_fits(regular(20), 586));
  EXPECT_TRUE(economic_council_number_fits(regular(24), 663));
  EXPECT_TRUE(economic_council_number_fits(regular(39), 1084));
  EXPECT_FALSE(economic_council_number_fits(regular(27), 574));
}

TEST(NumberingTest, MainPartsEndInDecember) {
  EXPECT_EQ(in_main_part(67, 199), true);
  EXPECT_EQ(in_main_part(67, 252), false);
  EXPECT_EQ(in_main_part(74, 262), true);
  EXPECT_EQ(in_main_part(31, 1), std::nullopt) << "before the table begins";
}

}  // namespace
}  // namespace lineage
