#include "analysis/knowledge.h"

#include <gtest/gtest.h>

#include "test/analysis/random_graph.h"
#include "test/support/graph_text.h"

namespace lineage::analysis {
namespace {

std::string names(const LineageGraph& graph, const std::vector<WorkId>& works) {
  std::string text;
  for (const WorkId id : works) {
    text += (text.empty() ? "" : " ") + test::name_of(graph.work(id));
  }
  return text;
}

WorkId id_of(const LineageGraph& graph, const char* symbol) {
  return *graph.find(*Symbol::parse(symbol));
}

// 77/37 has a list, 76/19 and 53/70 have none that is known.
constexpr const char* kLineage =
    "78/16 held 2023-12-04; 77/37 held 2022-12-07; 76/19 dated 2021-12-06; 53/70 dated 1998-12-04;"
    "78/16 recalls 77/37; 77/37 recalls 76/19; 77/37 recalls 53/70";

TEST(KnowledgeTest, AnAncestryHangsOnTheOpenListsOnTheWayThatAreNotOlderThanItsEnd) {
  const LineageGraph graph = test::graph_of(kLineage);
  const std::vector<WorkId> start{id_of(graph, "78/16")};
  EXPECT_EQ(names(graph, open_towards(graph, start, std::vector{id_of(graph, "53/70")})),
            "53/70 76/19");
  EXPECT_EQ(names(graph, open_towards(graph, start, std::vector{id_of(graph, "76/19")})), "76/19");
  EXPECT_EQ(names(graph, open_towards(graph, start, std::vector{id_of(graph, "53/70")},
                                      RelationSet::of(EdgeClass::Citation), 1)),
            "");
  EXPECT_TRUE(open_towards(graph, start, {}).empty());
}

TEST(KnowledgeTest, WhatCitesATextHangsOnOpenListsThatAreNotOlderAndNotFoundAlready) {
  const LineageGraph graph = test::graph_of(kLineage);
  const std::vector<WorkId> cited{id_of(graph, "53/70")};
  EXPECT_EQ(names(graph, open_citing(graph, cited, cited)), "76/19");
  EXPECT_EQ(names(graph, open_citing(graph, cited, {})), "53/70 76/19");
  EXPECT_EQ(names(graph, open_citing(graph, std::vector{id_of(graph, "78/16")}, {})), "");
}

TEST(KnowledgeTest, ListsAreToldApartByStatus) {
  const LineageGraph graph = test::graph_of(kLineage);
  const OpenLists lists =
      open_lists(graph, std::vector{id_of(graph, "76/19"), id_of(graph, "77/37")});
  EXPECT_EQ(names(graph, lists.unknown), "76/19");
  EXPECT_TRUE(lists.partial.empty());
  EXPECT_TRUE(open_lists(graph, std::vector{id_of(graph, "77/37")}).empty());
}

TEST(KnowledgeTest, AListUnlocksWhatBuildsOnIt) {
  const LineageGraph graph = test::graph_of(kLineage);
  const std::vector<std::uint32_t> counts = unlocks(graph);
  EXPECT_EQ(counts[id_of(graph, "53/70")], 3U);
  EXPECT_EQ(counts[id_of(graph, "76/19")], 3U);
  EXPECT_EQ(counts[id_of(graph, "77/37")], 0U);
}

// More than 64 works, so that more than one pass is taken.
TEST(KnowledgeTest, UnlocksAreTheWorksThatReachAnOpenList) {
  for (std::uint32_t seed = 0; seed < 60; ++seed) {
    const LineageGraph graph = test::random_graph(seed, 2 + seed * 3, 2 + seed * 4);
    const test::Matrix hops = test::all_hops(graph, test::everything(graph).edges);
    const std::vector<std::uint32_t> counts = unlocks(graph);
    for (WorkId id = 0; id < graph.work_count(); ++id) {
      std::uint32_t reaching = 0;
      for (WorkId from = 0; from < graph.work_count(); ++from) {
        reaching += list_open(graph.work(id)) && hops[from][id] != test::kUnreached ? 1 : 0;
      }
      ASSERT_EQ(counts[id], reaching) << "seed " << seed << " work " << id;
    }
  }
}

}  // namespace
}  // namespace lineage::analysis
