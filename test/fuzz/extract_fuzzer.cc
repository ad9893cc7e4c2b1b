// Feeds arbitrary bytes to the path from bytes to citations and checks what must hold of every
// record, whatever the text.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "ingest/pipeline.h"

namespace {

using lineage::Mention;
using lineage::StoredDocument;

std::string_view input;

// A trap instead of an assertion: it stays in whatever way the fuzzer is compiled.
void require(bool holds, const char* what) {
  if (!holds) {
    std::fprintf(stderr, "broken: %s\n", what);
    std::abort();
  }
}

void check(const Mention& mention) {
  require(mention.begin <= mention.end, "begin <= end");
  require(mention.end <= input.size(), "end <= size");
  require(input.find(mention.quote) != std::string_view::npos, "the quote stands in the input");
  require(!mention.place.empty(), "a record has a place");
  require(!mention.clause.empty(), "a record has a clause");
  const bool resolved = mention.status == lineage::MentionStatus::Resolved;
  require(resolved == mention.target.has_value(), "resolved means that there is a target");
}

void check(const StoredDocument& document) {
  std::size_t before = 0;
  for (const Mention& mention : document.mentions) {
    require(mention.begin >= before, "records stand in text order");
    before = mention.begin;
    check(mention);
  }
  for (const lineage::StoredClause& clause : document.clauses) {
    require(clause.begin <= clause.end && clause.end <= input.size(), "a clause lies in the input");
    require(!clause.place.empty(), "a clause has a place");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  input = {reinterpret_cast<const char*>(data), size};
  const auto documents = lineage::ingest::extract_text("fuzz.txt", input);
  if (!documents) {
    return 0;
  }
  require(!documents->empty(), "a text holds at least one document");
  for (const StoredDocument& document : *documents) {
    check(document);
  }
  return 0;
}
