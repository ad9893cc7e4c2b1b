#include "apps/answers/lanes.h"

#include <algorithm>
#include <random>

#include <gtest/gtest.h>

namespace lineage::cli {
namespace {

using Parents = std::vector<std::vector<std::size_t>>;

std::string drawn(const Parents& parents) {
  std::string text;
  for (const LaneLine& line : draw_lanes(parents, std::string(parents.size(), '*'))) {
    text += line.drawing + "\n";
  }
  return text;
}

TEST(LanesTest, ALineIsOneLane) { EXPECT_EQ(drawn({{1}, {2}, {}}), "*\n*\n*\n"); }

TEST(LanesTest, ADiamondPartsAndJoins) {
  EXPECT_EQ(drawn({{1, 2}, {3}, {3}, {}}),
            "*\n"
            "|\\\n"
            "* |\n"
            "| *\n"
            "|/\n"
            "*\n");
}

TEST(LanesTest, ManyParentsTakeOneConnector) {
  EXPECT_EQ(drawn({{1, 2, 3, 4}, {}, {}, {}, {}}),
            "*\n"
            "|\\_\\_\\\n"
            "* | | |\n"
            "  * | |\n"
            "    * |\n"
            "      *\n");
}

TEST(LanesTest, AStrandPassesALaneThatItDoesNotJoin) {
  EXPECT_EQ(drawn({{1, 2, 3}, {4}, {4}, {4}, {}}),
            "*\n"
            "|\\_\\\n"
            "* | |\n"
            "| * |\n"
            "|/  |\n"
            "|   *\n"
            "|/__\n"
            "*\n");
}

TEST(LanesTest, WhatLeadsOnGoesStraightAndWhatEndsStandsBeside) {
  EXPECT_EQ(drawn({{1, 2}, {}, {3}, {}}),
            "*\n"
            "|\\\n"
            "| *\n"
            "*\n"
            "*\n");
}

TEST(LanesTest, UnrelatedTipsStandBesideTheLanes) {
  EXPECT_EQ(drawn({{2}, {2}, {}}),
            "*\n"
            "| *\n"
            "|/\n"
            "*\n");
}

TEST(LanesTest, ParentsAboveAndRepeatedOnesAreLeftOut) {
  EXPECT_EQ(drawn({{1, 1}, {0, 1}}), "*\n*\n");
}

TEST(LanesTest, EveryRowIsDrawnOnceInOrderAndNothingEndsInSpace) {
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    Parents parents(1 + random() % 30);
    for (std::size_t i = 0; i < parents.size(); ++i) {
      for (std::size_t k = random() % 5; k > 0; --k) {
        parents[i].push_back(random() % parents.size());
      }
    }
    std::size_t next = 0;
    for (const LaneLine& line : draw_lanes(parents, std::string(parents.size(), '*'))) {
      const auto nodes = std::ranges::count(line.drawing, '*');
      EXPECT_EQ(nodes, line.row ? 1 : 0);
      EXPECT_NE(line.drawing.back(), ' ');
      if (line.row) {
        EXPECT_EQ(*line.row, next++);
      }
    }
    EXPECT_EQ(next, parents.size());
  }
}

}  // namespace
}  // namespace lineage::cli
