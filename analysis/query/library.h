// What a query asks of the store beside the graph: words, clauses, languages. An interface, so that
// the language needs neither a store nor the words' normalisation, which belongs to ingest.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "graph/language.h"
#include "graph/lineage_graph.h"
#include "graph/result.h"

namespace lineage::query {

// A clause of a work, in whichever languages it is held.
struct ClauseEntry {
  WorkId work = 0;
  std::string place;               // "pp1", "op3(a)", "fn1"
  Relation act = Relation::Cites;  // what its opening words do; Cites where they do nothing
  std::string verb = {};           // these words, in `language`
  Language language =
      Language::English;  // English where there is one, else the first of those held
};

class Library {
 public:
  Library() = default;
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;
  virtual ~Library() = default;

  // The works with a paragraph in which all of `words` stand, ascending. Errors: of the store;
  // Usage for words of which nothing is left to look for.
  [[nodiscard]] virtual Result<std::vector<WorkId>> works_with(
      const std::string& words, const std::optional<Language>& language) const = 0;
  // The works of which a text in this language is held, ascending.
  [[nodiscard]] virtual Result<std::vector<WorkId>> works_in(Language language) const = 0;
  // All clauses, by work, then as they stand in the text. Read once, when first asked for.
  [[nodiscard]] virtual Result<std::span<const ClauseEntry>> clauses() const = 0;
  // The words of a clause, in its language.
  [[nodiscard]] virtual Result<std::string> text_of(const ClauseEntry& clause) const = 0;
};

}  // namespace lineage::query
