// Ingest as a whole: what is read again, what is kept, and that neither order nor threads show.
#include "ingest/ingest.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>

#include <gtest/gtest.h>

#include "graph/frozen_graph.h"
#include "test/support/made_files.h"

namespace lineage::ingest {
namespace {

namespace fs = std::filesystem;

std::string text_of(const std::string& symbol, const std::string& cited) {
  return symbol + "\n\nThe General Assembly,\n\nRecalling its resolution " + cited +
         " of 4 December 1998,\n\n1. Decides to come back to the matter in " + symbol + ".\n";
}

class IngestTest : public testing::Test {
 protected:
  void SetUp() override {
    const auto* info = testing::UnitTest::GetInstance()->current_test_info();
    folder_ = fs::temp_directory_path() /
              ("lineage_ingest_" + std::string(info->name()) + "_" + std::to_string(getpid()));
    fs::create_directories(files());
  }
  void TearDown() override { fs::remove_all(folder_); }

  [[nodiscard]] fs::path files() const { return folder_ / "files"; }
  [[nodiscard]] fs::path store_path() const { return folder_ / "lineage.db"; }
  void write(const std::string& name, const std::string& bytes) const {
    fs::create_directories((files() / name).parent_path());
    std::ofstream(files() / name, std::ios::binary) << bytes;
  }
  [[nodiscard]] IngestReport run(const IngestOptions& options = {}) const {
    Store store = Store::create(store_path()).value();
    auto report = ingest({files()}, store, options);
    EXPECT_TRUE(report) << (report ? "" : report.error().message);
    EXPECT_EQ(store.verify().value(), std::vector<std::string>{});
    return report.value_or(IngestReport{});
  }
  [[nodiscard]] Store opened() const { return Store::open(store_path()).value(); }

  fs::path folder_;
};

TEST_F(IngestTest, ReadsOnlyWhatChanged) {
  write("a.txt", text_of("A/RES/78/900", "53/70"));
  write("in.zip", test::zip_of({{"b.txt", text_of("A/RES/78/901", "53/70")},
                                {"c.txt", text_of("A/RES/78/902", "53/70")}}));
  const IngestReport first = run();
  EXPECT_EQ(first.documents, 3U);
  EXPECT_EQ(first.mentions, 3U);
  const IngestReport second = run();
  EXPECT_EQ(second.documents, 0U);
  EXPECT_EQ(second.unchanged, 3U);
  write("a.txt", text_of("A/RES/78/900", "53/71") + "\nMore.\n");
  const IngestReport third = run();
  EXPECT_EQ(third.documents, 1U);
  EXPECT_EQ(third.unchanged, 2U);
  EXPECT_EQ(opened().counts()->documents, 3U);
  // A new time alone: the content is known.
  fs::last_write_time(files() / "a.txt", fs::file_time_type::clock::now() + std::chrono::hours(1));
  EXPECT_EQ(run().documents, 0U);
}

TEST_F(IngestTest, TheSameContentUnderTwoNamesIsOne) {
  write("a.txt", text_of("A/RES/78/900", "53/70"));
  write("b.txt", text_of("A/RES/78/900", "53/70"));
  const IngestReport report = run({.jobs = 4});
  EXPECT_EQ(report.documents, 1U);
  EXPECT_EQ(report.copies, 1U);
  fs::remove(files() / "a.txt");
  EXPECT_EQ(run({.prune = true}).pruned, 1U);
  const LineageGraph graph = opened().load().value();
  EXPECT_EQ(graph.passages(0)[0].file, (files() / "b.txt").generic_string());
}

TEST_F(IngestTest, WhatVanishedStaysUntilItIsPruned) {
  write("a.txt", text_of("A/RES/78/900", "53/70"));
  write("b.txt", text_of("A/RES/78/901", "53/70"));
  EXPECT_EQ(run().documents, 2U);
  fs::remove(files() / "b.txt");
  EXPECT_EQ(run().vanished, 1U);
  EXPECT_EQ(opened().counts()->documents, 2U);
  EXPECT_EQ(run({.prune = true}).pruned, 1U);
  EXPECT_EQ(opened().counts()->documents, 1U);
}

TEST_F(IngestTest, ABadFileStopsNothingAndIsRemembered) {
  write("a.txt", text_of("A/RES/78/900", "53/70"));
  write("bad.xml", "<akomaNtoso><p>cut");
  write("empty.txt", "");
  write("copy.txt", "");
  for (int turn = 0; turn < 2; ++turn) {
    const IngestReport report = run({.jobs = 2});
    EXPECT_EQ(report.documents + report.unchanged, 1U);
    ASSERT_EQ(report.skipped.size(), 3U) << "turn " << turn;
    for (const SkippedFile& file : report.skipped) {
      EXPECT_NE(file.reason.message.find(file.file), std::string::npos) << file.reason.message;
    }
  }
}

TEST_F(IngestTest, ReadsNothingOutsideOfTheFolder) {
  write("a.txt", text_of("A/RES/78/900", "53/70"));
  write("sub/b.txt", text_of("A/RES/78/901", "53/70"));
  std::ofstream(folder_ / "out.txt") << text_of("A/RES/78/902", "53/70");
  fs::create_symlink(folder_ / "out.txt", files() / "out.txt");
  fs::create_symlink("../sub/b.txt", files() / "sub" / "in.txt");
  fs::create_symlink("..", files() / "sub" / "up");
  fs::create_symlink("loop.txt", files() / "loop.txt");
  const IngestReport report = run();
  EXPECT_EQ(report.documents, 2U);
  EXPECT_EQ(report.copies, 1U) << "a link within the folder is another name";
  ASSERT_EQ(report.skipped.size(), 1U);
  EXPECT_EQ(report.skipped[0].file, (files() / "out.txt").generic_string());
  EXPECT_NE(report.skipped[0].reason.message.find("leads out of the folder"), std::string::npos);
  EXPECT_EQ(run().unchanged, 3U);
  Store store = Store::create(store_path()).value();
  EXPECT_EQ(ingest({files() / "out.txt"}, store)->documents, 1U) << "named, it is read";
}

TEST_F(IngestTest, AFolderThatCannotBeReadIsSaidAndLosesNothing) {
  write("a.txt", text_of("A/RES/78/900", "53/70"));
  write("no/b.txt", text_of("A/RES/78/901", "53/70"));
  write("z.txt", text_of("A/RES/78/902", "53/70"));
  EXPECT_EQ(run().documents, 3U);
  fs::permissions(files() / "no", fs::perms::none);
  if (access((files() / "no").c_str(), R_OK) == 0) {
    fs::permissions(files() / "no", fs::perms::owner_all);
    GTEST_SKIP() << "this user may read everything";
  }
  IngestOptions prune;
  prune.prune = true;
  const IngestReport report = run(prune);
  fs::permissions(files() / "no", fs::perms::owner_all);
  EXPECT_EQ(report.unchanged, 2U);
  EXPECT_EQ(report.vanished, 0U) << "what is in the folder is not known to be gone";
  ASSERT_EQ(report.skipped.size(), 1U);
  EXPECT_NE(report.skipped[0].reason.message.find("cannot look into it"), std::string::npos);
  EXPECT_EQ(opened().counts()->documents, 3U);
}

TEST_F(IngestTest, ABodyThatATextNamesIsCountedAsNoCitation) {
  write("a.txt",
        "A/RES/78/900\n\nThe General Assembly,\n\nRecalling its resolution 53/70 of 4 December "
        "1998,\n\n"
        "1. Welcomes the work of the Group of Governmental Experts on Developments in the Field of "
        "Information and "
        "Telecommunications in the Context of International Security;\n");
  EXPECT_EQ(run().mentions, 1U);
  const StoreStats stats = opened().stats().value();
  EXPECT_EQ(stats.counts.mentions, 1U);
  EXPECT_EQ(stats.citations, 1U);
  EXPECT_EQ(stats.by_status, (std::map<std::string, std::size_t>{{"resolved", 1}}));
  EXPECT_EQ(stats.bodies, 1U);
}

TEST_F(IngestTest, AStoreThatIsTakenAwayIsNoSuccess) {
  write("a.txt", text_of("A/RES/78/900", "53/70"));
  Store store = Store::create(store_path()).value();
  IngestOptions options;
  options.progress = [&](const IngestProgress&) { fs::remove(store_path()); };
  const auto report = ingest({files()}, store, options);
  ASSERT_FALSE(report);
  EXPECT_NE(report.error().message.find("removed or replaced"), std::string::npos);
}

TEST_F(IngestTest, NamesTextsThatDoNotSayWhatTheyAre) {
  write("note.txt",
        "The General Assembly,\n\nRecalling its resolution 53/70 of 4 December 1998,\n");
  const IngestReport report = run();
  ASSERT_EQ(report.unnamed.size(), 1U);
  const std::string csv =
      std::string(kMetaHeader) + "\n" +
      meta_line(report.unnamed[0].file, "78/950", "2023-12-22", "A, \"title\"") + "\n";
  const auto meta = read_meta_list(csv);
  ASSERT_TRUE(meta) << meta.error().message;
  EXPECT_EQ(run({.meta = *meta}).documents, 1U);
  const LineageGraph graph = opened().load().value();
  const auto id = graph.find(Symbol::parse("78/950").value());
  ASSERT_TRUE(id);
  EXPECT_EQ(graph.work(*id).facts.title->value, "A, \"title\"");
  EXPECT_EQ(graph.work(*id).date->iso(), "2023-12-22");
  EXPECT_EQ(run({.meta = *meta}).unchanged, 1U);
}

TEST(MetaListTest, SaysWhereItIsWrong) {
  EXPECT_NE(read_meta_list("name,symbol\n").error().message.find("file,symbol"), std::string::npos);
  EXPECT_NE(read_meta_list("file,symbol\na.txt,no symbol\n").error().message.find("line 2"),
            std::string::npos);
  EXPECT_NE(read_meta_list("file,date\na.txt,4 May\n").error().message.find("no date"),
            std::string::npos);
  EXPECT_FALSE(read_meta_list("file\n\"a.txt"));
}

TEST_F(IngestTest, NeitherOrderNorThreadsShow) {
  std::vector<fs::path> paths;
  for (int i = 0; i < 40; ++i) {
    const std::string name = "t" + std::to_string(i) + ".txt";
    // Two texts a number, every third pair with other words.
    write(name,
          text_of("A/RES/78/" + std::to_string(900 + i / 2), "53/" + std::to_string(70 + i)) +
              (i % 3 == 0 ? "\n2. Thanks all those who took part in what was done since.\n" : ""));
    paths.push_back(files() / name);
  }
  std::string digest;
  for (std::size_t turn = 0; turn < 6; ++turn) {
    fs::remove(store_path());
    std::rotate(paths.begin(), paths.begin() + 7, paths.end());
    Store store = Store::create(store_path()).value();
    // In two runs, so that ids differ as well.
    const std::vector<fs::path> first(paths.begin(), paths.begin() + 11);
    ASSERT_TRUE(ingest(first, store, {.jobs = turn + 1}));
    ASSERT_TRUE(ingest(paths, store, {.jobs = turn + 1}));
    const std::string now = store.frozen().value()->digest();
    EXPECT_EQ(digest.empty() ? now : digest, now) << "turn " << turn;
    digest = now;
  }
}

TEST_F(IngestTest, StopsInGoodOrder) {
  for (int i = 0; i < 50; ++i) {
    write("t" + std::to_string(i) + ".txt",
          text_of("A/RES/78/" + std::to_string(900 + i), "53/70"));
  }
  std::atomic<int> files = 0;
  IngestOptions options;
  options.jobs = 2;
  options.progress = [&](const IngestProgress& /*progress*/) { ++files; };
  options.stop = [&] { return files >= 10; };
  const IngestReport report = run(options);
  EXPECT_TRUE(report.interrupted);
  EXPECT_GE(report.documents, 1U);
  EXPECT_LT(report.documents, 50U);
  const IngestReport rest = run();
  EXPECT_EQ(rest.documents + report.documents, 50U) << "what was taken in was kept";
}

}  // namespace
}  // namespace lineage::ingest
