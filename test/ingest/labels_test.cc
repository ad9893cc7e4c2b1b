// The program against what a reader found: the dates and the relations in corpus/cases/labels. The
// texts are not part of the project: LINEAGE_AKN_TEXTS names a folder with LANG/A_RES_78_16.txt.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include <gtest/gtest.h>

#include "graph/language.h"
#include "graph/relation.h"
#include "ingest/pipeline.h"

namespace lineage::ingest {
namespace {

namespace fs = std::filesystem;

constexpr double kRelationBar = 0.95;

// A date that the program does not read as the label says, with the reason why this is accepted.
struct KnownDate {
  std::string_view language;
  std::string_view document;
  std::string_view place;
  std::string_view target;
  std::string_view reason;
};

constexpr std::string_view kTitle = "a title stands between the number and its date";
constexpr std::string_view kSection = "a section stands between the works of a list";
constexpr std::string_view kSession = "a session stands between the numbers and their date";
constexpr std::array<KnownDate, 9> kKnownDates{{
    {"ar", "A/RES/77/161", "pp13", "UNEP/EA.5/RES/7", kTitle},
    {"zh", "A/RES/77/161", "pp13", "UNEP/EA.5/RES/8", kTitle},
    {"zh", "A/RES/77/161", "pp13", "UNEP/EA.5/RES/11", kTitle},
    {"zh", "A/RES/77/4", "pp1", "A/RES/76/247[A]", kSection},
    {"zh", "A/RES/77/4", "pp1", "A/RES/76/247[B]", kSection},
    {"zh", "A/RES/77/4", "pp1", "A/RES/76/247[C]", kSection},
    {"fr", "A/RES/78/214", "pp25", "A/RES/72/241", kTitle},
    {"es", "A/RES/77/174", "pp3", "A/RES/3201(S-VI)", kSession},
    {"es", "A/RES/77/174", "pp3", "A/RES/3202(S-VI)", kSession},
}};

using Row = std::map<std::string, std::string>;  // column name to cell

std::vector<std::string> cells(const std::string& line) {
  std::vector<std::string> result;
  std::istringstream stream(line);
  for (std::string cell; std::getline(stream, cell, '\t');) {
    result.push_back(cell);
  }
  return result;
}

std::vector<Row> read_labels(const fs::path& path) {
  std::ifstream file(path);
  std::string line;
  std::getline(file, line);
  const std::vector<std::string> names = cells(line);
  std::vector<Row> rows;
  while (std::getline(file, line)) {
    const std::vector<std::string> values = cells(line);
    EXPECT_EQ(values.size(), names.size()) << path << ": " << line;
    Row row;
    for (std::size_t i = 0; i < std::min(names.size(), values.size()); ++i) {
      row[names[i]] = values[i];
    }
    rows.push_back(row);
  }
  return rows;
}

// The documents of a folder of texts, each file read when a label first asks for it.
class Texts {
 public:
  explicit Texts(fs::path folder) : folder_(std::move(folder)) {}

  // Nothing when no file holds that work.
  const StoredDocument* document(const std::string& symbol) {
    const auto known = documents_.find(symbol);
    if (known != documents_.end()) {
      return &known->second;
    }
    for (const fs::path& path : files_of(symbol)) {
      read(path);
    }
    const auto found = documents_.find(symbol);
    return found == documents_.end() ? nullptr : &found->second;
  }

  // For a folder whose files have names of any kind.
  void read_all() {
    for (const fs::directory_entry& entry : fs::directory_iterator(folder_)) {
      read(entry.path());
    }
  }

 private:
  void read(const fs::path& path) {
    const auto read = extract_file(path);
    if (!read) {
      return;
    }
    for (const StoredDocument& found : read->documents) {
      if (found.symbol) {
        documents_.emplace(found.symbol->canonical(), found);
      }
    }
  }

  // "A/RES/78/80[B]" is A_RES_78_80B.txt, or stands with others in A_RES_78_80A-B.txt.
  std::vector<fs::path> files_of(const std::string& symbol) const {
    std::string stem;
    for (const char c : symbol) {
      if (c == '/') {
        stem.push_back('_');
      } else if (c != '[' && c != ']') {
        stem.push_back(c);
      }
    }
    const fs::path own = folder_ / (stem + ".txt");
    if (fs::exists(own)) {
      return {own};
    }
    std::vector<fs::path> result;
    if (symbol.ends_with(']')) {
      stem.pop_back();
      for (const fs::directory_entry& entry : fs::directory_iterator(folder_)) {
        const std::string name = entry.path().stem().string();
        if (name.starts_with(stem) && name.find('-', stem.size()) != std::string::npos) {
          result.push_back(entry.path());
        }
      }
    }
    return result;
  }

  fs::path folder_;
  std::map<std::string, StoredDocument> documents_;
};

// The mention that a row means; nothing when the program has none there.
const Mention* mention_of(const StoredDocument* document, const Row& row) {
  if (document == nullptr) {
    return nullptr;
  }
  std::size_t left = std::stoul(row.at("occurrence"));
  for (const Mention& mention : document->mentions) {
    if (mention.by == FoundBy::Symbol && mention.place == row.at("place") && mention.target &&
        mention.target->canonical() == row.at("target") && --left == 0) {
      return &mention;
    }
  }
  return nullptr;
}

std::string where(const Row& row) {
  std::string text = row.at("document") + " " + row.at("place") + " " + row.at("target");
  if (row.at("occurrence") != "1") {
    text += " (no. " + row.at("occurrence") + ")";
  }
  return text;
}

class Labels : public testing::TestWithParam<Language> {
 protected:
  void SetUp() override {
    const char* folder = std::getenv("LINEAGE_AKN_TEXTS");
    if (folder == nullptr) {
      GTEST_SKIP() << "LINEAGE_AKN_TEXTS names no folder with LANG/A_RES_78_16.txt";
    }
    texts_.emplace(fs::path(folder) / language());
    if (!fs::is_directory(fs::path(folder) / language())) {
      GTEST_SKIP() << "no folder '" << language() << "' in " << folder;
    }
  }

  static std::string language() { return std::string(code(GetParam())); }

  static fs::path label_file(const std::string& kind) {
    return fs::path(LINEAGE_SOURCE_DIR) / "corpus/cases/labels" /
           (kind + "." + language() + ".tsv");
  }

  std::optional<Texts> texts_;
};

std::string name_of_case(const testing::TestParamInfo<Language>& info) {
  return std::string(code(info.param));
}

INSTANTIATE_TEST_SUITE_P(All, Labels, testing::ValuesIn(kLanguages), name_of_case);

TEST_P(Labels, EveryDateIsRight) {
  if (!fs::exists(label_file("dates"))) {
    GTEST_SKIP() << "no labels";
  }
  std::size_t all = 0;
  std::size_t agreed = 0;
  std::size_t unknown = 0;
  for (const Row& row : read_labels(label_file("dates"))) {
    ++all;
    const Mention* mention = mention_of(texts_->document(row.at("document")), row);
    std::string found = "no such mention";
    if (mention != nullptr) {
      found = mention->date ? mention->date->iso() : "-";
    }
    if (found == row.at("date")) {
      ++agreed;
      continue;
    }
    const bool known = std::any_of(kKnownDates.begin(), kKnownDates.end(), [&](const auto& entry) {
      return entry.language == language() && entry.document == row.at("document") &&
             entry.place == row.at("place") && entry.target == row.at("target");
    });
    unknown += known ? 0 : 1;
    std::cout << language() << " date " << where(row) << ": expected " << row.at("date")
              << ", found " << found << (known ? " (known)" : "") << '\n';
  }
  std::cout << language() << " dates: " << agreed << " of " << all << '\n';
  EXPECT_EQ(unknown, 0U);
}

void expect_relations(const fs::path& labels, Texts& texts, const std::string& name) {
  std::size_t all = 0;
  std::size_t agreed = 0;
  for (const Row& row : read_labels(labels)) {
    ++all;
    ASSERT_TRUE(relation_named(row.at("relation"))) << where(row);
    const Mention* mention = mention_of(texts.document(row.at("document")), row);
    if (mention != nullptr && mention->relation == relation_named(row.at("relation"))) {
      ++agreed;
      continue;
    }
    std::cout << name << " relation " << where(row) << ": expected " << row.at("relation") << " '"
              << row.at("verb") << "', found ";
    if (mention == nullptr) {
      std::cout << "no such mention\n";
    } else {
      std::cout << lineage::row(mention->relation).name << " '" << mention->verb << "'\n";
    }
  }
  std::cout << name << " relations: " << agreed << " of " << all << '\n';
  EXPECT_GE(static_cast<double>(agreed), kRelationBar * static_cast<double>(all));
}

TEST_P(Labels, RelationsAreThoseOfTheGoverningVerb) {
  if (!fs::exists(label_file("relations"))) {
    GTEST_SKIP() << "no labels";
  }
  expect_relations(label_file("relations"), *texts_, language());
}

TEST(EraLabels, RelationsAreThoseOfTheGoverningVerb) {
  const char* folder = std::getenv("LINEAGE_AKN_TEXTS");
  if (folder == nullptr || !fs::is_directory(fs::path(folder) / "eras")) {
    GTEST_SKIP() << "LINEAGE_AKN_TEXTS names no folder with a folder 'eras'";
  }
  Texts texts(fs::path(folder) / "eras");
  texts.read_all();
  expect_relations(fs::path(LINEAGE_SOURCE_DIR) / "corpus/cases/labels/relations.eras.tsv", texts,
                   "eras");
}

}  // namespace
}  // namespace lineage::ingest
