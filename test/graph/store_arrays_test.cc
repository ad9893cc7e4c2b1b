// The arrays that a store keeps of its graph, and the outline that is made of them.
#include <algorithm>
#include <string>
#include <vector>

#include "graph/frozen_graph.h"
#include "test/graph/store_fixture.h"
#include "test/support/graph_text.h"

namespace lineage::test {
namespace {

using StoreArraysTest = StoreTest;

TEST_F(StoreArraysTest, KeptArraysAreThoseOfTheRowsOrNone) {
  Store store = Store::create(path()).value();
  ASSERT_TRUE(store.begin_batch());
  ASSERT_TRUE(store.put(content_of("a.txt", "01", "text")));
  ASSERT_TRUE(store.end_batch(Freeze::Yes));
  const auto frozen = store.frozen().value();
  ASSERT_TRUE(frozen);
  const LineageGraph graph = loaded(store);
  EXPECT_EQ(*frozen, FrozenGraph::of(graph));
  const auto id = frozen->find("A/RES/78/16");
  ASSERT_TRUE(id);
  EXPECT_EQ(frozen->name(*id), "A/RES/78/16");
  ASSERT_EQ(frozen->edge_count(), 1U);
  EXPECT_EQ(frozen->edges().all[0].source, *id);
  EXPECT_EQ(frozen->name(frozen->edges().all[0].target), "A/RES/53/70");
  ASSERT_TRUE(store.put(catalogue_of("77/37", "78/16")));
  EXPECT_FALSE(store.frozen().value()) << "the rows have changed since";
}

TEST_F(StoreArraysTest, TheOutlineIsTheGraphWithoutProofs) {
  Store store = Store::create(path()).value();
  ASSERT_TRUE(store.begin_batch());
  StoredContent content = content_of("a.txt", "01", "text");
  WorkFacts facts(symbol_of("A/53/70"));
  facts.aliases.push_back(symbol_of("E/1998/1"));
  facts.title = Sourced<std::string>{"A report", {"the catalogue"}};
  facts.list_status = ListStatus::Partial;
  content.works.push_back(facts);
  ASSERT_TRUE(store.put(content));
  ASSERT_TRUE(store.end_batch(Freeze::Yes));
  const LineageGraph whole = loaded(store);
  const LineageGraph outline = store.outline().value();
  ASSERT_TRUE(outline.is_outline());
  ASSERT_EQ(outline.work_count(), whole.work_count());
  EXPECT_TRUE(std::ranges::equal(outline.edges(), whole.edges()));
  EXPECT_EQ(&outline.structure(), &outline.structure());
  for (WorkId id = 0; id < whole.work_count(); ++id) {
    const Work& work = outline.work(id);
    EXPECT_EQ(&work, &outline.work(id)) << "a work is made once";
    EXPECT_EQ(work.symbol(), whole.work(id).symbol());
    EXPECT_EQ(work.date, whole.work(id).date);
    EXPECT_EQ(work.holding, whole.work(id).holding);
    EXPECT_EQ(work.facts.list_status, whole.work(id).facts.list_status);
    EXPECT_EQ(work.facts.title.has_value(), whole.work(id).facts.title.has_value());
    EXPECT_EQ(outline.find(work.symbol()), id);
    EXPECT_TRUE(std::ranges::equal(outline.cites(id), whole.cites(id)));
    EXPECT_TRUE(std::ranges::equal(outline.cited_by(id), whole.cited_by(id)));
  }
  const auto report = outline.find(symbol_of("E/1998/1"));
  ASSERT_TRUE(report) << "an alias names the work";
  EXPECT_EQ(outline.work(*report).facts.title->value, "A report");
  EXPECT_EQ(outline.work(*report).facts.list_status, ListStatus::Partial);
  ASSERT_TRUE(store.put(catalogue_of("77/37", "78/16")));
  EXPECT_FALSE(store.outline()->is_outline()) << "the arrays are out of date";
}

TEST_F(StoreArraysTest, ArraysOfAnotherVersionAreAsGoodAsNone) {
  {
    Store store = Store::create(path()).value();
    ASSERT_TRUE(store.begin_batch());
    ASSERT_TRUE(store.put(content_of("a.txt", "01", "text")));
    ASSERT_TRUE(store.end_batch(Freeze::Yes));
  }
  run("UPDATE frozen SET data = CAST('LnGrArr1' || substr(data, 9) AS BLOB)");
  const auto store = Store::open(path());
  EXPECT_FALSE(store->frozen().value());
  EXPECT_EQ(store->outline()->work_count(), store->load()->work_count());
  EXPECT_EQ(store->verify().value(), std::vector<std::string>{});
}

TEST_F(StoreArraysTest, DamagedArraysAreFound) {
  {
    Store store = Store::create(path()).value();
    ASSERT_TRUE(store.begin_batch());
    ASSERT_TRUE(store.put(content_of("a.txt", "01", "text")));
    ASSERT_TRUE(store.end_batch(Freeze::Yes));
  }
  run("UPDATE frozen SET data = substr(data, 1, length(data) - 4)");
  const auto store = Store::open(path());
  EXPECT_FALSE(store->frozen());
  EXPECT_FALSE(store->verify()->empty());
}

}  // namespace
}  // namespace lineage::test
