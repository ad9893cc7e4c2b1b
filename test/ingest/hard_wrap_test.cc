// A text gives the same citations when its lines are broken at eighty columns. The real texts are
// not part of the project: LINEAGE_AKN_TEXTS names a folder with LANG/A_RES_78_16.txt.
#include "test/support/hard_wrap.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "graph/language.h"
#include "graph/relation.h"
#include "ingest/pipeline.h"

namespace lineage::ingest {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// A line for each mention: target, place, clause, relation, date, pinpoint.
std::string records(const std::string& name, std::string_view text) {
  const auto documents = extract_text(name, text);
  if (!documents) {
    return documents.error().message;
  }
  std::string lines;
  for (const StoredDocument& document : *documents) {
    for (const Mention& mention : document.mentions) {
      lines += (mention.target ? mention.target->canonical() : "none") + " " + mention.place + " " +
               mention.clause + " " + std::string(name_of(mention.relation)) + " " +
               (mention.date ? mention.date->iso() : "undated") + " " + mention.pinpoint + "\n";
    }
  }
  return lines;
}

TEST(HardWrapTest, BreaksAtTheGivenWidthAndNeverInsideANumber) {
  EXPECT_EQ(hard_wrapped("one two three\n\nfour", "", 8), "one two\nthree\n\nfour\n");
  EXPECT_EQ(hard_wrapped("one two", "  ", 5), "  one\n  two\n");
  EXPECT_EQ(hard_wrapped("回顾第53/70号，", "", 10), "回顾第\n53/70号，\n");
}

class HardWrapRealTexts : public testing::TestWithParam<Language> {};

TEST_P(HardWrapRealTexts, GiveTheSameRecords) {
  const char* folder = std::getenv("LINEAGE_AKN_TEXTS");
  const std::string language(code(GetParam()));
  if (folder == nullptr || !fs::is_directory(fs::path(folder) / language)) {
    GTEST_SKIP() << "LINEAGE_AKN_TEXTS names no folder with '" << language << "/A_RES_78_16.txt'";
  }
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(fs::path(folder) / language)) {
    files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  constexpr std::size_t kMost = 60;
  files.resize(std::min(files.size(), kMost));
  for (const fs::path& file : files) {
    const std::string name = file.filename().string();
    const std::string text = read(file);
    const std::string expected = records(name, text);
    EXPECT_EQ(records(name, hard_wrapped(text, "")), expected) << name;
    EXPECT_EQ(records(name, hard_wrapped(text, "    ")), expected) << name << ", indented";
  }
}

INSTANTIATE_TEST_SUITE_P(All,
                         HardWrapRealTexts,
                         testing::ValuesIn(kLanguages),
                         [](const auto& language) { return std::string(code(language.param)); });

}  // namespace
}  // namespace lineage::ingest
