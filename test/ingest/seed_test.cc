// The seed of the project, resolution 78/16 in Chinese: every citation, in disguises of the text.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "ingest/pipeline.h"
#include "test/support/hard_wrap.h"

namespace lineage::ingest {
namespace {

using std::string_view_literals::operator""sv;

std::string seed() {
  std::ifstream file(std::filesystem::path(LINEAGE_SOURCE_DIR) / "corpus/texts/A-RES-78-16.zh.txt",
                     std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// The numbered citations of a text that holds the one resolution.
std::vector<Mention> citations(std::string_view text) {
  const auto documents = extract_text("seed.txt", text);
  EXPECT_TRUE(documents);
  EXPECT_EQ(documents->size(), 1U);
  std::vector<Mention> found = documents->front().mentions;
  std::erase_if(found, [](const Mention& mention) { return mention.by != FoundBy::Symbol; });
  return found;
}

std::string target(const Mention& mention) {
  return mention.target ? mention.target->canonical() : "none";
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
  return text;
}

std::string full_width_digits(const std::string& text) {
  std::string wide;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      wide.append("\xEF\xBC").push_back(static_cast<char>(0x90 + (c - '0')));
    } else {
      wide.push_back(c);
    }
  }
  return wide;
}

// Digits of the symbol as cut from the file, in ASCII: full width and spaces undone.
std::string plain(std::string text) {
  for (char digit = '0'; digit <= '9'; ++digit) {
    const std::string wide = {'\xEF', '\xBC', static_cast<char>(0x90 + (digit - '0'))};
    text = replaced(text, wide, std::string(1, digit));
  }
  return replaced(replaced(text, "\xC2\xA0", ""), " ", "");
}

TEST(SeedTest, Holds37NumberedCitationsOf33Works) {
  const auto found = citations(seed());
  std::set<std::string> works;
  for (const Mention& mention : found) {
    works.insert(target(mention));
  }
  EXPECT_EQ(found.size(), 37U);
  EXPECT_EQ(works.size(), 33U);
  EXPECT_FALSE(works.contains("A/RES/78/16"));
}

TEST(SeedTest, FirstParagraphRecallsTwentyEightResolutionsWithTheirDates) {
  // The list as the resolution prints it.
  const std::vector<std::pair<std::string_view, std::string_view>> expected{
      {"A/RES/43/78[H]", "1988-12-07"}, {"A/RES/53/70", "1998-12-04"},
      {"A/RES/54/49", "1999-12-01"},    {"A/RES/55/28", "2000-11-20"},
      {"A/RES/56/19", "2001-11-29"},    {"A/RES/57/53", "2002-11-22"},
      {"A/RES/58/32", "2003-12-08"},    {"A/RES/59/61", "2004-12-03"},
      {"A/RES/60/45", "2005-12-08"},    {"A/RES/61/54", "2006-12-06"},
      {"A/RES/62/17", "2007-12-05"},    {"A/RES/63/37", "2008-12-02"},
      {"A/RES/64/25", "2009-12-02"},    {"A/RES/65/41", "2010-12-08"},
      {"A/RES/66/24", "2011-12-02"},    {"A/RES/67/27", "2012-12-03"},
      {"A/RES/68/243", "2013-12-27"},   {"A/RES/69/28", "2014-12-02"},
      {"A/RES/70/237", "2015-12-23"},   {"A/RES/71/28", "2016-12-05"},
      {"A/RES/73/27", "2018-12-05"},    {"A/RES/73/266", "2018-12-22"},
      {"A/RES/74/28", "2019-12-12"},    {"A/RES/74/29", "2019-12-12"},
      {"A/RES/75/32", "2020-12-07"},    {"A/RES/75/240", "2020-12-31"},
      {"A/RES/76/19", "2021-12-06"},    {"A/RES/77/37", "2022-12-07"}};
  auto found = citations(seed());
  std::erase_if(found, [](const Mention& mention) { return mention.place != "pp1"; });
  ASSERT_EQ(found.size(), expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    EXPECT_EQ(target(found[i]), expected[i].first);
    ASSERT_TRUE(found[i].date) << target(found[i]);
    EXPECT_EQ(found[i].date->iso(), expected[i].second) << target(found[i]);
    EXPECT_EQ(found[i].relation, Relation::Recalls);
    EXPECT_EQ(found[i].verb, "回顾");
    const bool shares = target(found[i]) == "A/RES/74/28" || target(found[i]) == "A/RES/74/29";
    EXPECT_EQ(found[i].flags.has(MentionFlag::SharedDate), shares) << target(found[i]);
  }
  EXPECT_EQ(found[1].begin, 384U);
  EXPECT_EQ(found[1].end, 389U);
}

TEST(SeedTest, LaterParagraphsAndNotesStandInTheirClauses) {
  struct Row {
    std::string_view target, place, clause;
    Relation relation;
    std::string_view verb;
  };
  const std::vector<Row> expected{
      {"A/78/404", "header", "header", Relation::AdoptedOnReport, "根据"},
      {"A/77/275", "fn1", "pp8", Relation::CallsUpon, "呼吁"},
      {"A/78/265", "fn2", "pp8", Relation::CallsUpon, "呼吁"},
      {"A/RES/77/37", "pp21", "pp21", Relation::PursuantTo, "根据"},
      {"A/RES/77/37", "op1", "op1", Relation::PursuantTo, "根据"},
      {"A/75/816", "fn3", "pp15", Relation::PursuantTo, "所载"},
      {"A/78/76", "fn4", "pp21", Relation::PursuantTo, "中所载的"},
      {"A/RES/77/37", "op4", "op4", Relation::PursuantTo, "中声明的"},
      {"A/RES/77/37", "op4", "op4", Relation::PursuantTo, "根据"}};
  auto found = citations(seed());
  std::erase_if(found, [](const Mention& mention) { return mention.place == "pp1"; });
  ASSERT_EQ(found.size(), expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    EXPECT_EQ(target(found[i]), expected[i].target);
    EXPECT_EQ(found[i].place, expected[i].place) << expected[i].target;
    EXPECT_EQ(found[i].clause, expected[i].clause) << expected[i].target;
    EXPECT_EQ(found[i].relation, expected[i].relation) << expected[i].target;
    EXPECT_EQ(found[i].verb, expected[i].verb) << expected[i].target;
  }
  EXPECT_EQ(found.front().pinpoint, "para. 14");
}

TEST(SeedTest, KnowsItsOwnSymbolTitleAndDate) {
  const auto documents = extract_text("seed.txt", seed());
  ASSERT_TRUE(documents);
  const StoredDocument& document = documents->front();
  EXPECT_EQ(document.language, Language::Chinese);
  ASSERT_TRUE(document.symbol);
  EXPECT_EQ(document.symbol->canonical(), "A/RES/78/16");
  ASSERT_TRUE(document.date);
  EXPECT_EQ(document.date->iso(), "2023-12-04");
  EXPECT_EQ(document.title, "推进从国际安全角度使用信息和通信技术的负责任国家行为的行动纲领");
}

struct Disguise {
  const char* name;
  std::string (*put_on)(const std::string&);
};

class DisguisedSeedTest : public testing::TestWithParam<Disguise> {};

TEST_P(DisguisedSeedTest, GivesTheSameCitationsAtTheRightBytes) {
  const std::string text = GetParam().put_on(seed());
  const auto expected = citations(seed());
  const auto found = citations(text);
  const std::string original = seed();
  ASSERT_EQ(found.size(), expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    EXPECT_EQ(target(found[i]), target(expected[i]));
    EXPECT_EQ(found[i].date, expected[i].date) << target(expected[i]);
    EXPECT_EQ(found[i].relation, expected[i].relation) << target(expected[i]);
    EXPECT_EQ(found[i].place, expected[i].place) << target(expected[i]);
    EXPECT_EQ(found[i].clause, expected[i].clause) << target(expected[i]);
    EXPECT_EQ(found[i].pinpoint, expected[i].pinpoint) << target(expected[i]);
    const auto cut = [](const std::string& from, const Mention& mention) {
      return plain(from.substr(mention.begin, mention.end - mention.begin));
    };
    EXPECT_EQ(cut(text, found[i]), cut(original, expected[i]));
    EXPECT_NE(text.find(found[i].quote), std::string::npos);
  }
}

INSTANTIATE_TEST_SUITE_P(
    All,
    DisguisedSeedTest,
    testing::Values(
        Disguise{"CarriageReturns",
                 [](const std::string& text) { return replaced(text, "\n", "\r\n"); }},
        Disguise{"FullWidthDigits", full_width_digits},
        Disguise{"NoBreakSpaces",
                 [](const std::string& text) { return replaced(text, " ", "\xC2\xA0"); }},
        Disguise{"ByteOrderMark", [](const std::string& text) { return "\xEF\xBB\xBF" + text; }},
        Disguise{"NoSpaces", [](const std::string& text) { return replaced(text, " ", ""); }},
        Disguise{"ParagraphsWithoutBlankLines",
                 [](const std::string& text) {
                   return replaced(replaced(text, "\n\n\n", "\n"), "\n\n", "\n");
                 }},
        Disguise{"PrintedLines", [](const std::string& text) { return hard_wrapped(text, ""); }},
        Disguise{"IndentedLines",
                 [](const std::string& text) { return hard_wrapped(text, "    "); }},
        Disguise{"FullWidthPunctuation",
                 [](const std::string& text) {
                   return replaced(replaced(text, "(", "（"), ")", "）");
                 }}),
    [](const testing::TestParamInfo<Disguise>& disguise) { return disguise.param.name; });

}  // namespace
}  // namespace lineage::ingest
