// Agreement: how far the texts of one work in several languages cite the same works, in the same
// words' sense, with the same dates. It compares mentions and knows no language's words. Everything
// returned points into the mentions passed in.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "graph/mention.h"

namespace lineage::analysis {

struct LanguageText {
  Language language = Language::English;
  std::span<const Mention> mentions;  // in text order
};

// The mentions of one language, never empty.
struct LanguageMentions {
  Language language = Language::English;
  std::vector<const Mention*> mentions;  // in text order
};

// A work that some of the languages cite and others do not.
struct PartlyCited {
  Symbol target;
  std::vector<LanguageMentions> cited_in;  // in the order of the texts
  std::vector<Language> missing_in;        // likewise
};

// One mention in each of two or more languages that answer to each other: the same target, the same
// place and the same turn among the mentions of that target there.
struct Parallel {
  Symbol target;
  std::string place;
  std::vector<const Mention*> mentions;  // in the order of the texts
};

struct Agreement {
  std::size_t cited = 0;   // works that any language cites
  std::size_t common = 0;  // works that every language cites
  // Mean over the pairs of languages of common works / all works of the two; 1 for two empty sets.
  double jaccard = 1;
  std::vector<PartlyCited> differences;  // ascending by symbol
  std::vector<Parallel> relations;       // whose relations differ; by symbol, then as first placed
  // Whose dates differ: two dates that are not the same, or a date that a language does not give.
  std::vector<Parallel> dates;

  [[nodiscard]] bool same_works() const { return differences.empty(); }
};

// Compares what the texts cite by number (FoundBy::Symbol) where the target is resolved; a mention
// of the work itself counts like any other. Of two texts in one language, pass one. One text alone,
// or none, agrees. Cost: n log n in the mentions.
[[nodiscard]] Agreement agreement(std::span<const LanguageText> texts);

}  // namespace lineage::analysis
