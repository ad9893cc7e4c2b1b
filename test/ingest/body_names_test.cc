// Bodies named in texts: sentences of our own, and the hand-made labels of corpus/cases/labels,
// whose texts are not part of the project: LINEAGE_AKN_TEXTS names a folder with
// LANG/A_RES_78_16.txt.
#include "ingest/names/body_names.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "ingest/names/body_table.h"
#include "ingest/pipeline.h"

namespace lineage::ingest {
namespace {

namespace fs = std::filesystem;

std::string content(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// "pp1 @oewg2021-2025" for each mention, with '?' before the candidates of an ambiguous one.
std::string found_in(const std::string& name, const std::string& text) {
  const auto documents = extract_text(name, text, Clauses::Keep);
  EXPECT_TRUE(documents);
  std::string lines;
  for (const StoredDocument& document : documents.value()) {
    for (const Mention& body : document.bodies) {
      lines += body.place + " ";
      lines +=
          body.target ? body.target->canonical() : "?" + std::to_string(body.candidates.size());
      lines += "\n";
      EXPECT_EQ(body.quote, text.substr(body.begin, body.end - body.begin));
    }
  }
  return lines;
}

std::string english(const std::string& paragraphs) {
  return found_in("A_RES_78_999.txt", "A/RES/78/999\n\nThe General Assembly,\n\n" + paragraphs);
}

constexpr const char* kSecurity =
    "Recalling the open-ended working group on security of and in the use of information and "
    "communications technologies 2021\u20132025,\n\n";

TEST(BodyNamesTest, TableIsSound) {
  EXPECT_EQ(broken_body_rows(), std::vector<std::string>{});
  for (const BodyFamily& family : body_families()) {
    EXPECT_TRUE(!family.bodies.empty() || family.name == "-") << family.name;
  }
}

TEST(BodyNamesTest, FullNamesSayWhichBody) {
  EXPECT_EQ(english(kSecurity), "pp1 @oewg2021-2025\n");
}

TEST(BodyNamesTest, YearsSayWhichBody) {
  EXPECT_EQ(english(std::string(kSecurity) +
                    "Noting the 2021 Open-ended Working Group and the current 2021\u20132025 "
                    "open-ended working group,\n\n"),
            "pp1 @oewg2021-2025\npp2 @oewg2019-2021\npp2 @oewg2021-2025\n");
  EXPECT_EQ(
      english("Noting the 2013 and 2015 reports of the Group of Governmental Experts on "
              "Developments in the Field of Information and Telecommunications in the Context "
              "of International Security,\n\n"),
      "pp1 @gge2012-2013\npp1 @gge2014-2015\n");
}

TEST(BodyNamesTest, TheResolutionThatSetItUpSaysWhichBody) {
  EXPECT_EQ(english(std::string(kSecurity) +
                    "1. Welcomes the Group of Governmental Experts on Developments in the Field of "
                    "Information and Telecommunications in the Context of International Security "
                    "established pursuant to resolution 66/24;\n\n"),
            "pp1 @oewg2021-2025\nop1 @gge2012-2013\n");
}

TEST(BodyNamesTest, ShorterNamesMeanTheOneNamedLast) {
  EXPECT_EQ(english(std::string(kSecurity) + "Noting the sessions of the working group,\n\n"),
            "pp1 @oewg2021-2025\npp2 @oewg2021-2025\n");
}

TEST(BodyNamesTest, OneOfSeveralIsNotGuessed) {
  EXPECT_EQ(english("Noting the Group of Governmental Experts on Developments in the Field of "
                    "Information and Telecommunications in the Context of International "
                    "Security,\n\n"),
            "pp1 ?6\n");
}

TEST(BodyNamesTest, OtherWorkingGroupsAreNone) {
  EXPECT_EQ(english("Recalling the open-ended working group on ageing and its report,\n\n"
                    "Noting the working group,\n\n"),
            "");
  EXPECT_EQ(
      english(std::string(kSecurity) + "Noting the open-ended working group on ammunition,\n\n"),
      "pp1 @oewg2021-2025\n");
}

TEST(BodyNamesTest, WordsThatNoBodyHasAreAFinding) {
  const std::string text =
      "A/RES/78/999\n\n大会，\n\n"
      "回顾2021-2025年信息和通信技术安全和使用问题不限成员名额工作组，\n\n"
      "1. 赞赏不限成员名额政府专家组的报告；\n";
  const auto documents = extract_text("A_RES_78_999.zh.txt", text, Clauses::Keep);
  ASSERT_TRUE(documents);
  const StoredDocument& document = documents->front();
  ASSERT_EQ(document.bodies.size(), 1U);
  EXPECT_EQ(document.bodies[0].target->canonical(), "@oewg2021-2025");
  ASSERT_EQ(document.findings.size(), 1U);
  EXPECT_EQ(document.findings[0].code, "no-body");
  EXPECT_EQ(text.substr(document.findings[0].begin,
                        document.findings[0].end - document.findings[0].begin),
            "不限成员名额政府专家组");
}

// What the labels say of a text, in the form of found_in().
std::string labelled(const std::string& language, const std::string& document) {
  std::ifstream file(std::string(LINEAGE_SOURCE_DIR) + "/corpus/cases/labels/bodies." + language +
                     ".tsv");
  std::string lines;
  for (std::string line; std::getline(file, line);) {
    std::istringstream cells(line);
    std::string symbol;
    std::string place;
    std::string bodies;
    if (std::getline(cells, symbol, '\t') && std::getline(cells, place, '\t') &&
        std::getline(cells, bodies, '\t') && symbol == document) {
      std::istringstream each(bodies);
      for (std::string body; std::getline(each, body, ' ');) {
        lines += place + " " + body + "\n";
      }
    }
  }
  return lines;
}

class BodyLabelsTest : public testing::TestWithParam<const char*> {};

TEST_P(BodyLabelsTest, EveryMentionIsTheLabelledBody) {
  const char* folder = std::getenv("LINEAGE_AKN_TEXTS");
  const std::string language = GetParam();
  for (const char* stem : {"A_RES_78_16", "A_RES_79_237", "A_RES_80_16"}) {
    const fs::path path =
        fs::path(folder == nullptr ? "" : folder) / language / (std::string(stem) + ".txt");
    if (folder == nullptr || !fs::exists(path)) {
      GTEST_SKIP() << "LINEAGE_AKN_TEXTS names no folder with '" << language << "/" << stem
                   << ".txt'";
    }
    std::string symbol = stem;
    std::ranges::replace(symbol, '_', '/');
    const std::string expected = labelled(language, symbol);
    EXPECT_FALSE(expected.empty());
    EXPECT_EQ(found_in(std::string(stem) + ".txt", content(path)), expected) << path;
  }
}

// Rows with "-" for the body: words that look like a name and that no body has.
TEST_P(BodyLabelsTest, NamesThatNoBodyHasAreFindings) {
  const char* folder = std::getenv("LINEAGE_AKN_TEXTS");
  const std::string language = GetParam();
  for (const char* stem : {"A_RES_75_240", "A_RES_76_19", "A_RES_78_16"}) {
    const fs::path path =
        fs::path(folder == nullptr ? "" : folder) / language / (std::string(stem) + ".txt");
    if (folder == nullptr || !fs::exists(path)) {
      GTEST_SKIP() << "LINEAGE_AKN_TEXTS names no folder with '" << language << "/" << stem
                   << ".txt'";
    }
    const auto documents = extract_text(std::string(stem) + ".txt", content(path), Clauses::Keep);
    ASSERT_TRUE(documents) << path;
    std::string found;
    for (const StoredFinding& finding : documents->front().findings) {
      if (finding.code == "no-body") {
        found += finding.place + " -\n";
      }
    }
    std::string symbol = stem;
    std::ranges::replace(symbol, '_', '/');
    std::string expected;
    std::istringstream rows(labelled(language, symbol));
    for (std::string row; std::getline(rows, row);) {
      expected += row.ends_with(" -") ? row + "\n" : "";
    }
    EXPECT_EQ(found, expected) << path;
  }
}

INSTANTIATE_TEST_SUITE_P(Languages,
                         BodyLabelsTest,
                         testing::Values("ar", "en", "es", "fr", "ru", "zh"),
                         [](const auto& language) { return std::string(language.param); });

}  // namespace
}  // namespace lineage::ingest
