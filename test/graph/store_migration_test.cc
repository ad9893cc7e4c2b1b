// Stores of other formats.
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "test/graph/store_fixture.h"
#include "test/support/graph_text.h"

namespace lineage::test {
namespace {

using StoreMigrationTest = StoreTest;

// What makes a store of format 4 one of format 3.
constexpr const char* kWithoutCommitteeVotes =
    "ALTER TABLE entry DROP COLUMN committee_adoption;"
    "ALTER TABLE entry DROP COLUMN committee_in_favour;"
    "ALTER TABLE entry DROP COLUMN committee_against;"
    "ALTER TABLE entry DROP COLUMN committee_abstaining;"
    "ALTER TABLE entry_state RENAME TO newer;"
    "CREATE TABLE entry_state ("
    "  entry_id INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,"
    "  role TEXT NOT NULL"
    "    CHECK (role IN ('for', 'against', 'abstaining', 'sponsor', 'additional sponsor')),"
    "  position INTEGER NOT NULL, name TEXT NOT NULL, iso TEXT NOT NULL,"
    "  PRIMARY KEY (entry_id, role, position)) STRICT, WITHOUT ROWID;"
    "INSERT INTO entry_state SELECT * FROM newer WHERE role NOT LIKE 'committee%';"
    "DROP TABLE newer;";

TEST_F(StoreMigrationTest, FormatTwoIsConvertedByTheNextWriter) {
  { ASSERT_TRUE(Store::create(path())); }
  run(std::string(kWithoutCommitteeVotes) + "DROP TABLE entry_body; PRAGMA user_version = 2");
  EXPECT_EQ(Store::open(path()).error().code, ErrorCode::Unsupported);
  { ASSERT_TRUE(Store::create(path())); }
  EXPECT_TRUE(Store::open(path()));
  EXPECT_EQ(first_value("SELECT count(*) FROM entry_body"), "0");
}

TEST_F(StoreMigrationTest, FormatThreeKeepsItsFactsAndTakesVotesInCommittee) {
  WorkFacts before = facts_of("78/16");
  before.committee_adoption.reset();
  before.committee_vote.reset();
  StoredCatalogue catalogue;
  catalogue.file = "one.json";
  catalogue.content_hash = "1";
  catalogue.works = {before};
  { ASSERT_TRUE(Store::create(path()).value().put(catalogue)); }
  run(std::string(kWithoutCommitteeVotes) + "PRAGMA user_version = 3");
  EXPECT_EQ(Store::open(path()).error().code, ErrorCode::Unsupported);
  Result<Store> store = Store::create(path());
  ASSERT_TRUE(store);
  const auto facts_in = [&store] {
    const LineageGraph graph = store->load().value();
    return graph.work(graph.find(symbol_of("78/16")).value()).facts;
  };
  EXPECT_EQ(facts_in(), before);
  catalogue.content_hash = "2";
  catalogue.works = {facts_of("78/16")};
  ASSERT_TRUE(store->put(catalogue));
  EXPECT_EQ(facts_in(), catalogue.works.front());
}

TEST_F(StoreMigrationTest, ArraysOfFormatThreeAreMadeAnew) {
  {
    Store store = Store::create(path()).value();
    ASSERT_TRUE(store.put(document_of("78/16", "53/70")));
  }
  run(std::string(kWithoutCommitteeVotes) +
      "DROP TABLE frozen; CREATE TABLE frozen (part TEXT PRIMARY KEY, generation INTEGER NOT NULL, "
      "digest TEXT NOT NULL, data BLOB NOT NULL) STRICT, WITHOUT ROWID;"
      "INSERT INTO frozen VALUES ('graph', 1, '', CAST('LnGrArr3' AS BLOB));"
      "PRAGMA user_version = 3");
  EXPECT_EQ(Store::open(path()).error().code, ErrorCode::Unsupported);
  Store store = Store::create(path()).value();
  EXPECT_FALSE(store.frozen().value());
  ASSERT_TRUE(store.begin_batch());
  ASSERT_TRUE(store.end_batch(Freeze::Yes));
  EXPECT_EQ(*store.frozen().value(), FrozenGraph::of(loaded(store)));
}

TEST_F(StoreMigrationTest, NewerFormatIsUnsupported) {
  { ASSERT_TRUE(Store::create(path())); }
  run("PRAGMA user_version = 5");
  EXPECT_EQ(Store::open(path()).error().code, ErrorCode::Unsupported);
  EXPECT_EQ(Store::create(path()).error().code, ErrorCode::Unsupported);
}

TEST_F(StoreMigrationTest, OlderFormatIsConvertedWithEveryRow) {
  std::ifstream file(std::string(LINEAGE_SOURCE_DIR) + "/test/graph/store_format_1.sql");
  run(std::string(std::istreambuf_iterator<char>(file), {}));
  const auto before = Store::open(path());
  ASSERT_FALSE(before);
  EXPECT_EQ(before.error().code, ErrorCode::Unsupported);
  EXPECT_NE(before.error().message.find("lineage ingest"), std::string::npos);
  { ASSERT_TRUE(Store::create(path())); }
  const auto store = Store::open(path());
  ASSERT_TRUE(store) << store.error().message;
  EXPECT_EQ(store->verify().value(), std::vector<std::string>{});
  const LineageGraph graph = loaded(*store);
  const Work& work = graph.work(work_in(graph, "77/37"));
  EXPECT_EQ(work.facts.vote->value.voted_for, (std::vector<State>{{"CHILE", "CHL"}}));
  EXPECT_EQ(work.facts.date->sources, std::vector<std::string>{"text"});
  ASSERT_EQ(graph.unresolved().size(), 1U);
  EXPECT_EQ(graph.unresolved()[0].candidates.size(), 2U);
  const auto edges = graph.cites(work_in(graph, "78/16"));
  ASSERT_EQ(edges.size(), 1U);
  const Passage& passage = graph.passages(edges[0])[0];
  EXPECT_EQ(passage.file, "A_RES_78_16.en.txt");
  EXPECT_EQ(passage.sentence, "Recalling its resolution 53/70,");
}

}  // namespace
}  // namespace lineage::test
