// Texts that once broke the path from bytes to citations, or took it too long. None of them may do
// so again: each is taken through it, with the checks that the fuzz target makes.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "ingest/pipeline.h"

namespace lineage {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> crashes() {
  std::vector<fs::path> files;
  for (const auto& entry :
       fs::directory_iterator(fs::path(LINEAGE_SOURCE_DIR) / "corpus/crashes")) {
    files.push_back(entry.path());
  }
  return files;
}

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void check(const StoredDocument& document, const std::string& bytes) {
  for (const Mention& mention : document.mentions) {
    EXPECT_LE(mention.begin, mention.end);
    EXPECT_LE(mention.end, bytes.size());
    EXPECT_NE(bytes.find(mention.quote), std::string::npos) << mention.quote;
    EXPECT_FALSE(mention.place.empty());
    EXPECT_FALSE(mention.clause.empty());
  }
}

TEST(CrashesTest, EveryTextIsReadOrRefused) {
  ASSERT_FALSE(crashes().empty());
  for (const fs::path& path : crashes()) {
    SCOPED_TRACE(path.filename());
    const std::string bytes = bytes_of(path);
    const auto documents = ingest::extract_text(path.filename().string(), bytes);
    if (!documents) {
      EXPECT_EQ(documents.error().code, ErrorCode::Malformed);
      continue;
    }
    EXPECT_FALSE(documents->empty());
    for (const StoredDocument& document : *documents) {
      check(document, bytes);
    }
  }
}

TEST(CrashesTest, ATextWithoutAnythingVisibleIsRefused) {
  const auto documents = ingest::extract_text("x.txt", "\u00A0\u200B\n");
  ASSERT_FALSE(documents.has_value());
  EXPECT_EQ(documents.error().code, ErrorCode::Malformed);
}

// The bytes are read as far as a citation can reach, so a council named in a paragraph without any
// number must still be the one that "the Council" means later.
TEST(CrashesTest, WhatParagraphsWithoutNumbersSayIsNotLost) {
  const std::string text =
      "The General Assembly,\n\n"
      "Welcoming the work of the Human Rights Council and its mandates,\n\n"
      "Stressing the need for peace and for the rule of law,\n\n"
      "Recalling also Council resolution 17/4,\n\n"
      "1. Welcomes the following, in the light of all that stands above:\n\n"
      "(a) The report A/68/98;\n";
  const auto documents = ingest::extract_text("x.txt", text);
  ASSERT_TRUE(documents.has_value());
  const auto& mentions = documents->front().mentions;
  ASSERT_EQ(mentions.size(), 2U);
  ASSERT_TRUE(mentions[0].target.has_value());
  EXPECT_EQ(mentions[0].target->canonical(), "A/HRC/RES/17/4");
  EXPECT_EQ(mentions[1].relation, Relation::Welcomes);  // of the paragraph above
  EXPECT_EQ(mentions[1].verb, "Welcomes");
}

}  // namespace
}  // namespace lineage
