// Walks folders and does one thing with every ".txt" file in them, on one thread; the whole process
// is what test/bench/extract_against_reading measures.
//
//   lineage_corpus_bench read FOLDER...      reads every file
//   lineage_corpus_bench extract FOLDER...   reads it and extracts its citations
//   lineage_corpus_bench slashes FOLDER...   the same, and counts what test/bench/peer.py counts
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
#include "ingest/source_text.h"

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

// "53/70" and "43/78 H" as printed: session and number with a slash, which a regular expression
// finds as well as a grammar where a symbol stands in full.
bool is_document_symbol(const Mention& mention) {
  return mention.target && mention.by == lineage::FoundBy::Symbol &&
         mention.target->canonical().starts_with("A/RES/") &&
         mention.quote.find('/') != std::string::npos;
}

void count(const std::vector<StoredDocument>& documents, bool slashes, Totals& totals) {
  for (const StoredDocument& document : documents) {
    std::set<std::string_view> distinct;
    for (const Mention& mention : document.mentions) {
      if (!slashes) {
        totals.counted += mention.target ? 1 : 0;
      } else if (is_document_symbol(mention)) {
        distinct.insert(mention.target->canonical());
      }
    }
    totals.counted += distinct.size();
  }
}

void take(const fs::path& file, std::string_view what, Totals& totals) {
  ++totals.files;
  if (what == "read") {
    if (const auto bytes = lineage::ingest::read_text_file(file)) {
      totals.bytes += bytes->size();
    }
    return;
  }
  if (const auto documents = lineage::ingest::extract_file(file, lineage::ingest::Clauses::Leave)) {
    totals.bytes += fs::file_size(file);
    count(*documents, what == "slashes", totals);
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view what = argc > 2 ? argv[1] : "";
  if (what != "read" && what != "extract" && what != "slashes") {
    std::fputs("usage: lineage_corpus_bench read|extract|slashes FOLDER...\n", stderr);
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
