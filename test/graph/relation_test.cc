#include "graph/relation.h"

#include <algorithm>
#include <set>
#include <string_view>

#include <gtest/gtest.h>

namespace lineage {
namespace {

TEST(RelationTest, TableStandsInTheOrderOfTheEnumeration) {
  std::size_t position = 0;
  for (const RelationRow& row : relation_table()) {
    EXPECT_EQ(static_cast<std::size_t>(row.relation), position++) << row.name;
    EXPECT_EQ(&lineage::row(row.relation), &row);
  }
  EXPECT_EQ(relation_table().back().relation, Relation::Cites);
}

TEST(RelationTest, NamesAreDistinctWordsThatFindTheirRow) {
  std::set<std::string_view> names;
  for (const RelationRow& row : relation_table()) {
    EXPECT_TRUE(names.insert(row.name).second) << row.name;
    EXPECT_TRUE(std::ranges::all_of(row.name, [](char c) {
      return (c >= 'a' && c <= 'z') || c == '_';
    })) << row.name;
    EXPECT_FALSE(row.meaning.empty()) << row.name;
    EXPECT_EQ(relation_named(row.name), row.relation);
  }
}

TEST(RelationTest, UnknownNamesFindNothing) {
  for (const char* name : {"", "Recalls", "recall", "recalls "}) {
    EXPECT_FALSE(relation_named(name)) << name;
  }
}

TEST(RelationTest, OnlyFactsAboutBodiesAreInstitutional) {
  std::set<std::string_view> institutional;
  for (const RelationRow& row : relation_table()) {
    if (row.edge_class == EdgeClass::Institutional) {
      institutional.insert(row.name);
    }
  }
  EXPECT_EQ(institutional, (std::set<std::string_view>{
                               "establishes", "requests_report", "transmits", "reports_to",
                               "fed_into", "succeeds", "renews", "reports", "absorbed_into",
                               "serves", "belongs_to", "names", "states_cost_of"}));
}

}  // namespace
}  // namespace lineage
