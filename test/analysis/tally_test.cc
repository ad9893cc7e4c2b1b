#include "analysis/tally.h"

#include <gtest/gtest.h>

#include "analysis/comparison.h"
#include "analysis/influence.h"
#include "test/analysis/random_graph.h"
#include "test/support/graph_text.h"

namespace lineage::analysis {
namespace {

TEST(TallyTest, CountsMentionsRelationsAndPairs) {
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    const LineageGraph graph = test::random_graph(seed, 2 + seed % 14, 1 + seed % 60);
    std::vector<EdgeId> edges;
    std::size_t mentions = 0;
    std::set<std::pair<WorkId, WorkId>> pairs;
    for (EdgeId id = 0; id < graph.edge_count(); ++id) {
      edges.push_back(id);
      mentions += graph.passages(id).size();
      pairs.emplace(graph.edge(id).source, graph.edge(id).target);
    }
    const auto total = [&](TallyLevel level, std::vector<const TallyKey*> keys) {
      std::size_t sum = 0;
      for (const auto& [values, count] : tally(graph, edges, keys, level)) {
        EXPECT_EQ(values.size(), keys.size());
        sum += count;
      }
      return sum;
    };
    const TallyKey* relation = find_tally_key("relation");
    const TallyKey* year = find_tally_key("year");
    EXPECT_EQ(total(TallyLevel::Mention, {relation, year}), mentions);
    EXPECT_EQ(total(TallyLevel::Relation, {year, relation}), edges.size());
    EXPECT_EQ(total(TallyLevel::Pair, {year}), pairs.size());
  }
}

TEST(TallyTest, EveryKeyGivesWhatItSays) {
  const LineageGraph graph = test::graph_of(
      "78/16 recalls 53/70 on 1998-12-04; 78/16 dated 2023-12-04; 53/70 dated 1998-12-05;"
      "A/70/174 cites 53/70");
  const auto value = [&](std::string_view key, std::string_view citing) {
    const WorkId id = test::work_in(graph, citing);
    const TallyKey* found = find_tally_key(key);
    const auto counts = tally(graph, graph.cites(id), std::vector{found}, TallyLevel::Mention);
    EXPECT_EQ(counts.size(), 1U);
    return counts.begin()->first[0];
  };
  EXPECT_EQ(value("relation", "78/16"), "recalls");
  EXPECT_EQ(value("year", "78/16"), "2023");
  EXPECT_EQ(value("cited_year", "78/16"), "1998");
  EXPECT_EQ(value("age", "78/16"), "24") << "one day short of 25";
  EXPECT_EQ(value("session", "78/16"), "78");
  EXPECT_EQ(value("cited_session", "78/16"), "53");
  EXPECT_EQ(value("kind", "A/70/174"), "report");
  EXPECT_EQ(value("cited_kind", "A/70/174"), "resolution");
  EXPECT_EQ(value("organ", "78/16"), "General Assembly");
  EXPECT_EQ(value("cited_organ", "78/16"), "General Assembly");
  EXPECT_EQ(value("age", "A/70/174"), "") << "not known";
  EXPECT_EQ(value("text", "78/16"), "A/RES/78/16");
  EXPECT_EQ(value("cited", "78/16"), "A/RES/53/70");
  for (const TallyKey& key : tally_keys()) {
    EXPECT_EQ(find_tally_key(key.name), &key);
    EXPECT_EQ(value(key.name, "78/16"), value(key.name, "78/16"));
  }
}

TEST(ComparisonTest, PutsTwoListsSideBySide) {
  const LineageGraph graph =
      test::graph_of("D cites A; D recalls A; D cites B; E cites B; E cites C");
  const auto id = [&](std::string_view name) { return test::work_in(graph, name); };
  const Comparison found = compare(View(graph), SeriesIndex(graph), id("D"), id("E"));
  EXPECT_EQ(found.only_a, std::vector{id("A")});
  EXPECT_EQ(found.only_b, std::vector{id("C")});
  EXPECT_EQ(found.both, std::vector{id("B")});
  EXPECT_DOUBLE_EQ(found.jaccard, 1.0 / 3);
  EXPECT_FALSE(found.a.predecessor);
  EXPECT_EQ(found.a.lists.fresh.size(), 2U);
}

TEST(InfluenceTest, EveryRowRanksAllTexts) {
  const LineageGraph graph = test::random_graph(5, 12, 60);
  const View view(graph);
  for (const Influence& influence : influences()) {
    EXPECT_EQ(find_influence(influence.name), &influence);
    const Ranked ranked = influence.compute(view);
    ASSERT_EQ(ranked.scores.size(), graph.work_count()) << influence.name;
    std::vector<WorkId> all(graph.work_count());
    for (WorkId id = 0; id < all.size(); ++id) {
      all[id] = id;
    }
    const std::vector<WorkId> order = by_score(view, all, ranked.scores);
    EXPECT_EQ(order.size(), all.size());
    EXPECT_TRUE(std::ranges::is_sorted(order, std::greater{},
                                       [&](WorkId id) { return ranked.scores[id]; }));
  }
  EXPECT_EQ(find_influence("nothing"), nullptr);
}

}  // namespace
}  // namespace lineage::analysis
