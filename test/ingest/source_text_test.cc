#include "ingest/text/source_text.h"

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "ingest/pipeline.h"

namespace lineage::ingest {
namespace {

using std::string_view_literals::operator""sv;

struct Row {
  std::string_view bytes;
  std::string_view says;
};

TEST(SourceTextTest, RefusesWhatIsNoTextAndSaysWhat) {
  const Row rows[] = {
      {""sv, "empty"},
      {"\x89PNG\r\n\x1A\n"sv, "PNG"},
      {"%PDF-1.7"sv, "PDF"},
      {"PK\x03\x04rest"sv, "zip"},
      {"\xFF\xFEh\0e\0"sv, "UTF-16"},
      {"a\0b"sv, "NUL"},
      {"<?xml version=\"1.0\"?>\n<svg width=\"8\"/>"sv, "SVG"},
      {"12 345 678"sv, "no letters"},
  };
  for (const Row& row : rows) {
    const auto checked = check_text(row.bytes);
    ASSERT_FALSE(checked) << row.says;
    EXPECT_EQ(checked.error().code, ErrorCode::Malformed);
    EXPECT_NE(checked.error().message.find(row.says), std::string::npos) << checked.error().message;
  }
}

TEST(SourceTextTest, RefusesOneCharacterOverAndOver) {
  std::string han;
  while (han.size() < 3000) {
    han += "中";
  }
  EXPECT_FALSE(check_text(std::string(5000, 'a')));
  EXPECT_FALSE(check_text(han));
  EXPECT_TRUE(check_text("Recalling its resolution 53/70,"));
}

TEST(SourceTextTest, RefusesAFileOfTinyLines) {
  std::string lines;
  for (std::size_t i = 0; i < kMostLines; ++i) {
    lines += i % 2 == 0 ? "a\n" : "b\n";
  }
  EXPECT_TRUE(check_text(lines));
  const auto refused = check_text(lines + "c\n");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().message,
            "the file has 400001 lines, more than the 400000 of the longest text: split it");
}

TEST(SourceTextTest, NamesThePathThatCannotBeRead) {
  const auto folder = std::filesystem::path(testing::TempDir());
  const auto missing = extract_file(folder / "no such file.txt");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, ErrorCode::NotFound);
  EXPECT_NE(missing.error().message.find("no such file.txt"), std::string::npos);
  const auto directory = extract_file(folder);
  ASSERT_FALSE(directory);
  EXPECT_NE(directory.error().message.find("directory"), std::string::npos);
}

TEST(SourceTextTest, RefusesALargeFileWithoutReadingIt) {
  const auto path = std::filesystem::path(testing::TempDir()) / "large.txt";
  std::ofstream(path) << "a";
  std::filesystem::resize_file(path, kLargestFile + 1);  // sparse: it takes no room
  const auto read = read_file(path);
  std::filesystem::remove(path);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::Malformed);
}

}  // namespace
}  // namespace lineage::ingest
