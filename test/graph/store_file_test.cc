// The file of a store: batches, readers beside a writer, and files that are no stores.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "test/graph/store_fixture.h"

namespace lineage::test {
namespace {

namespace fs = std::filesystem;

using StoreFileTest = StoreTest;

TEST_F(StoreFileTest, BatchThatIsNotEndedIsRolledBack) {
  {
    Store store = Store::create(path()).value();
    ASSERT_TRUE(store.begin_batch());
    ASSERT_TRUE(store.put(document_of("78/16", "53/70")));
    EXPECT_EQ(loaded(store).work_count(), 2U);
  }
  EXPECT_EQ(Store::open(path())->counts()->documents, 0U);
  {
    Store store = Store::create(path()).value();
    ASSERT_TRUE(store.begin_batch());
    ASSERT_TRUE(store.put(document_of("78/16", "53/70")));
    ASSERT_TRUE(store.end_batch());
  }
  EXPECT_EQ(Store::open(path())->counts()->documents, 1U);
}

TEST_F(StoreFileTest, ReadersGoOnWhileAWriterIsAtWork) {
  Store writer = Store::create(path()).value();
  ASSERT_TRUE(writer.put(document_of("78/16", "53/70")));
  ASSERT_TRUE(writer.begin_batch());
  ASSERT_TRUE(writer.put(document_of("78/17", "53/70")));
  EXPECT_EQ(Store::open(path())->counts()->documents, 1U);
}

TEST_F(StoreFileTest, ClosedStoreIsOneFileThatReadsWithoutWriting) {
  {
    Store store = Store::create(path()).value();
    ASSERT_TRUE(store.put(document_of("78/16", "53/70")));
  }
  const auto file_count = [this] {
    return std::distance(fs::directory_iterator(folder_), fs::directory_iterator());
  };
  EXPECT_EQ(file_count(), 1);
  EXPECT_EQ(first_value("PRAGMA journal_mode"), "delete");
  fs::permissions(path(), fs::perms::owner_read);
  fs::permissions(folder_, fs::perms::owner_read | fs::perms::owner_exec);
  EXPECT_EQ(loaded(Store::open(path()).value()).work_count(), 2U);
  EXPECT_EQ(file_count(), 1);
  fs::permissions(folder_, fs::perms::owner_all);
}

TEST_F(StoreFileTest, MissingFileIsNotFound) {
  const auto store = Store::open(path());
  ASSERT_FALSE(store);
  EXPECT_EQ(store.error().code, ErrorCode::NotFound);
  EXPECT_NE(store.error().message.find(path().string()), std::string::npos);
}

TEST_F(StoreFileTest, OtherFilesAreNoStores) {
  std::ofstream(path()) << std::string(5000, 'x');
  EXPECT_EQ(Store::open(path()).error().code, ErrorCode::Malformed);
  EXPECT_EQ(Store::create(path()).error().code, ErrorCode::Malformed);
  std::ofstream(path()) << "";
  EXPECT_EQ(Store::open(path()).error().code, ErrorCode::Malformed);
  EXPECT_EQ(Store::open(folder_).error().code, ErrorCode::Malformed);
}

TEST_F(StoreFileTest, OtherDatabasesAreLeftAlone) {
  run("CREATE TABLE t (x); PRAGMA user_version = 7");
  EXPECT_EQ(Store::open(path()).error().code, ErrorCode::Malformed);
  EXPECT_EQ(Store::create(path()).error().code, ErrorCode::Malformed);
  EXPECT_EQ(first_value("SELECT group_concat(name) FROM sqlite_schema"), "t");
  EXPECT_EQ(first_value("PRAGMA journal_mode"), "delete");
}

TEST_F(StoreFileTest, PathsThatCannotBeWrittenAreIo) {
  EXPECT_EQ(Store::create(folder_ / "none" / "lineage.db").error().code, ErrorCode::Io);
  EXPECT_EQ(Store::create(folder_).error().code, ErrorCode::Io);
}

TEST_F(StoreFileTest, LockedStoreIsIo) {
  Store first = Store::create(path()).value();
  ASSERT_TRUE(first.begin_batch());
  ASSERT_TRUE(first.put(document_of("78/16", "53/70")));
  const auto second = Store::create(path());
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, ErrorCode::Io);
  EXPECT_NE(second.error().message.find("locked"), std::string::npos);
}

}  // namespace
}  // namespace lineage::test
