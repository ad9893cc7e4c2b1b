// The texts that the verb `agree` reads, and how those of one work agree. Internal to it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "analysis/agreement.h"
#include "graph/store/store.h"

namespace lineage::cli {

// One work: a text for each language, in the order of the language codes, and how they agree.
struct ComparedWork {
  std::vector<const StoredDocument*> texts;
  std::vector<const StoredDocument*> unused;  // further texts in a language
  analysis::Agreement agreement;

  [[nodiscard]] const Symbol& symbol() const { return *texts.front()->symbol; }
};

// The works point to the documents: to be moved, never copied.
struct Comparison {
  std::vector<StoredDocument> documents;  // in the order of the files
  std::vector<ComparedWork> works;        // ascending by symbol, each in two or more languages
  std::vector<std::string> warnings;
  std::size_t in_one_language = 0;
  std::size_t without_symbol = 0;
  std::size_t read = 0;  // files
};

// Reads every text below the paths, each file once, `jobs` at a time (0: one for each processor),
// and compares those of one work. What cannot be read or compared is a warning.
[[nodiscard]] Comparison comparison_of(const std::vector<std::string>& paths, std::size_t jobs);

struct Summary {
  std::size_t languages = 0;
  std::size_t agree = 0;
  double jaccard = 1;         // mean over the works
  std::size_t relations = 0;  // parallel mentions whose relations differ
  std::size_t dates = 0;
};

[[nodiscard]] Summary summary_of(const std::vector<ComparedWork>& works);

}  // namespace lineage::cli
