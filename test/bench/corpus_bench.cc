// Walks folders and does one thing with every ".txt" file in them, on one thread; the whole process
// is what test/bench/extract_against_reading measures.
//
//   lineage_corpus_bench read FOLDER...      reads every file
//   lineage_corpus_bench extract FOLDER...   reads it and extracts its citations
//   lineage_corpus_bench subset FOLDER...    the same, and counts what test/bench/regex_peer counts
//
// Prints the number of files, their bytes and what was counted.
#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/pipeline.h"
#include "ingest/text/source_text.h"

namespace {

namespace fs = std::filesystem;
using lineage::Mention;
using lineage::StoredDocument;

struct Totals {
  std::size_t files = 0;
  std::size_t bytes = 0;
  std::size_t counted = 0;  // bytes that are line ends, or mentions
};

std::vector<fs::path> files_below(const char* folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".txt" && entry.is_regular_file()) {
      files.push_back(entry.path());
    }
  }
  return files;
}

// "A/78/404" printed in full: what a regular expression finds as well as a grammar does.
bool is_plain_document(const Mention& mention) {
  const std::string& symbol = mention.quote;
  return mention.target && symbol == mention.target->canonical() && symbol.starts_with("A/") &&
         symbol.size() > 5 && symbol[4] == '/' &&
         symbol.find_first_not_of("0123456789", 5) == std::string::npos &&
         symbol.find_first_not_of("0123456789", 2) == 4;
}

void count(const std::vector<StoredDocument>& documents, bool subset, Totals& totals) {
  std::set<std::string_view> distinct;
  for (const StoredDocument& document : documents) {
    for (const Mention& mention : document.mentions) {
      if (!subset) {
        totals.counted += mention.target ? 1 : 0;
      } else if (is_plain_document(mention)) {
        distinct.insert(mention.quote);
      }
    }
  }
  totals.counted += distinct.size();
}

void take(const fs::path& file, std::string_view what, Totals& totals) {
  ++totals.files;
  if (what == "read") {
    if (const auto bytes = lineage::ingest::read_file(file)) {
      totals.bytes += bytes->size();
    }
    return;
  }
  if (const auto documents = lineage::ingest::extract_file(file, lineage::ingest::Clauses::Leave)) {
    totals.bytes += fs::file_size(file);
    count(documents->documents, what == "subset", totals);
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view what = argc > 2 ? argv[1] : "";
  if (what != "read" && what != "extract" && what != "subset") {
    std::fputs("usage: lineage_corpus_bench read|extract|subset FOLDER...\n", stderr);
    return 2;
  }
  Totals totals;
  for (int i = 2; i < argc; ++i) {
    for (const fs::path& file : files_below(argv[i])) {
      take(file, what, totals);
    }
  }
  std::printf("%zu files, %zu bytes, %zu counted\n", totals.files, totals.bytes, totals.counted);
  return 0;
}
