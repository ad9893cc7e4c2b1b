// The corpus cases: one test a case. Known limits must fail: one that passes is to be moved.
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <ostream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "graph/store/store.h"
#include "ingest/pipeline.h"
#include "test/support/corpus_case.h"

namespace lineage::test {

void PrintTo(const CorpusCase& sample, std::ostream* out) {
  *out << sample.file << ":" << sample.line << ": " << sample.name;
}

namespace {

const std::filesystem::path kFolder = std::filesystem::path(LINEAGE_SOURCE_DIR) / "corpus/cases";

bool is_known_limit(const CorpusCase& sample) { return sample.file.starts_with("known-limits/"); }

// The name that the pipeline is told: its stem may be the text's own symbol.
std::string file_of(const CorpusCase& sample) {
  if (const std::string named = sample.attribute("file"); !named.empty()) {
    return named;
  }
  const std::string document = sample.attribute("document");
  if (document.empty()) {
    return "case.txt";
  }
  const Result<Symbol> symbol = Symbol::parse(document);
  EXPECT_TRUE(symbol) << "':document " << document << "' is no symbol";
  return symbol ? symbol->file_stem() + ".txt" : "case.txt";
}

// ":text texts/X.txt" takes the text from a file of the corpus; nobody copies it into a case.
CorpusCase with_text(CorpusCase sample) {
  if (const std::string path = sample.attribute("text"); !path.empty()) {
    std::ifstream file(kFolder.parent_path() / path, std::ios::binary);
    std::ostringstream content;
    content << file.rdbuf();
    sample.text = content.str();
  }
  return sample;
}

std::vector<Mention> records_of(const CorpusCase& sample) {
  const auto documents = ingest::extract_text(file_of(sample), sample.text);
  EXPECT_TRUE(documents) << documents.error().message;
  std::vector<Mention> records;
  if (documents) {
    for (const StoredDocument& document : *documents) {
      records.insert(records.end(), document.mentions.begin(), document.mentions.end());
    }
  }
  return records;
}

// The text without emphasis, and one space for any white space: where verbs stand as words.
std::string words_of(std::string_view text) {
  std::string words;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n';
    if (c != '*' && c != '_' && (!space || words.empty() || words.back() != ' ')) {
      words.push_back(space ? ' ' : c);
    }
  }
  return words;
}

// What every record must keep, whatever the case expects.
void check_offsets(const CorpusCase& sample, const Mention& record) {
  ASSERT_LE(record.begin, record.end) << print_record(record, sample.text);
  ASSERT_LE(record.end, sample.text.size()) << print_record(record, sample.text);
  EXPECT_LT(record.begin, record.end) << "an empty symbol: " << print_record(record, sample.text);
  const std::string_view text(sample.text);
  EXPECT_NE(text.find(record.quote), std::string_view::npos)
      << "the quote is not in the text: " << record.quote;
  EXPECT_TRUE(record.verb.empty() || text.find(record.verb) != std::string_view::npos ||
              words_of(text).find(record.verb) != std::string::npos)
      << "the verb is not in the text: " << record.verb;
  const auto starts_character = [&](std::size_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
  };
  EXPECT_TRUE(starts_character(record.begin) && starts_character(record.end))
      << "a character is cut: " << print_record(record, sample.text);
}

// What differs between the case and what was found, a line each; empty when nothing does.
std::string differences(const CorpusCase& sample, const std::vector<Mention>& records) {
  std::string all;
  for (std::size_t i = 0; i < std::max(records.size(), sample.expected.size()); ++i) {
    if (i >= sample.expected.size()) {
      all += "  not expected: " + print_record(records[i], sample.text) + "\n";
      continue;
    }
    const std::string place = sample.file + ":" + std::to_string(sample.expected[i].line) + ": ";
    if (i >= records.size()) {
      all += place + "missing: " + sample.expected[i].target + " \"" + sample.expected[i].symbol +
             "\"\n";
    } else if (const std::string what = difference(sample.expected[i], records[i], sample.text);
               !what.empty()) {
      all += place + what + "\n  found: " + print_record(records[i], sample.text) + "\n";
    }
  }
  return all;
}

class CorpusCases : public testing::TestWithParam<CorpusCase> {};

TEST_P(CorpusCases, GivesTheExpectedRecords) {
  const CorpusCase sample = with_text(GetParam());
  ASSERT_EQ(sample.broken, "");
  const std::vector<Mention> records = records_of(sample);
  for (const Mention& record : records) {
    check_offsets(sample, record);
  }
  const std::string wrong = differences(sample, records);
  if (is_known_limit(sample)) {
    EXPECT_NE(wrong, "") << sample.file << ":" << sample.line << ": " << sample.name
                         << "\n  passes now: move it to the cases that must";
    EXPECT_NE(sample.attribute("reason"), "") << "a known limit says why: ':reason ...'";
  } else {
    EXPECT_EQ(wrong, "") << sample.file << ":" << sample.line << ": " << sample.name;
  }
}

const std::vector<CorpusCase>& all_cases() {
  static const std::vector<CorpusCase> kCases = cases_below(kFolder);
  return kCases;
}

std::string test_name(const testing::TestParamInfo<CorpusCase>& info) {
  std::string name = info.param.file.substr(0, info.param.file.rfind('.')) + "_" + info.param.name;
  for (char& c : name) {
    c = std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
  }
  return name + "_line_" + std::to_string(info.param.line);
}

INSTANTIATE_TEST_SUITE_P(All, CorpusCases, testing::ValuesIn(all_cases()), test_name);

// With LINEAGE_UPDATE_GOLDEN=1 the records are written anew, to be read as a diff; known limits
// keep what they ought to give.
TEST(CorpusCaseFiles, AreWrittenAnewOnRequest) {
  if (std::getenv("LINEAGE_UPDATE_GOLDEN") == nullptr) {
    EXPECT_FALSE(all_cases().empty());
    return;
  }
  std::map<std::string, std::string> files;
  for (const CorpusCase& sample : all_cases()) {
    if (is_known_limit(sample)) {
      continue;
    }
    const CorpusCase whole = with_text(sample);
    const std::vector<Mention> records = records_of(whole);
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < records.size(); ++i) {
      // A line that holds stays as its author wrote it.
      const bool holds = i < whole.expected.size() &&
                         difference(whole.expected[i], records[i], whole.text).empty();
      lines.push_back(holds ? whole.expected[i].raw : print_record(records[i], whole.text));
    }
    std::string& content = files[sample.file];
    content += (content.empty() ? "" : "\n") + print_case(sample, lines);
  }
  for (const auto& [file, content] : files) {
    std::ofstream(kFolder / file, std::ios::binary) << content;
  }
}

}  // namespace
}  // namespace lineage::test
