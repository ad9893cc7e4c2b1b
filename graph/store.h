// The store: one SQLite file that holds works, the texts that were read, and every mention with its
// passage. Schema: docs/store-format.md. One writer at a time; readers go on while it writes.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "graph/graph_builder.h"
#include "graph/result.h"

namespace lineage {

// A paragraph of a text, as the segmenter found it.
struct StoredClause {
  std::string place;      // "pp1", "op3(a)", "fn1", "annex/8"
  std::string text;       // as read, without markup
  std::size_t begin = 0;  // bytes of the text
  std::size_t end = 0;
  Relation act = Relation::Cites;  // what its opening words do; Cites where they do nothing
  std::string verb{};              // these words as printed
  std::string editor_verb{};       // what the editors of the file marked as its verb
  std::string words{};             // normalised, with one space between: for search and comparison
};

// Where the words and another witness of the same citation do not agree. The words win.
struct StoredFinding {
  std::string code;   // "disagree": the words name another work; "link-only": they name none
  std::string place;  // of the mention, "" for none
  std::size_t begin = 0;
  std::size_t end = 0;
  std::optional<Symbol> said;     // by the words
  std::optional<Symbol> witness;  // by the editor's link
};

// One expression of a work: its text in one language, from one file.
struct StoredDocument {
  std::string file;          // path as given, with '/' between parts
  std::string content_hash;  // hex
  Language language = Language::English;
  std::optional<Symbol> symbol;  // nothing when the text does not say
  std::string title;             // "" when the text has none
  std::optional<Date> date;
  std::vector<StoredClause> clauses;
  std::vector<Mention> mentions;  // in text order
  std::vector<StoredFinding> findings{};
  std::vector<std::uint64_t> sketch{};  // of its words; two sketches tell how alike the texts are
};

// The facts of one catalogue file.
struct StoredCatalogue {
  std::string file;
  std::string content_hash;
  std::vector<WorkFacts> works;
  std::vector<Citation> citations;
};

struct StoreCounts {
  std::size_t works = 0;  // distinct symbols held, catalogued or cited
  std::size_t documents = 0;
  std::size_t mentions = 0;
  std::size_t unresolved = 0;
};

class Store {
 public:
  // Opens for reading. Errors: NotFound; Malformed for a file that is no store; Unsupported for a
  // newer version of the format.
  [[nodiscard]] static Result<Store> open(const std::filesystem::path& path);
  // Opens for writing, making the file when it is not there. Errors: as open; Io when it is locked.
  [[nodiscard]] static Result<Store> create(const std::filesystem::path& path);

  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;
  ~Store();

  // True when this file was put with the same content hash.
  [[nodiscard]] Result<bool> has(const std::string& file, const std::string& content_hash) const;
  // Replaces what the store held of other content of the same file; the documents of one content
  // are put one after another. Each call is one transaction unless within a batch, where a put that
  // fails is taken back alone.
  [[nodiscard]] Result<void> put(const StoredDocument& document);
  [[nodiscard]] Result<void> put(const StoredCatalogue& catalogue);
  // Begins and ends a transaction over many puts; a batch that is not ended is rolled back.
  [[nodiscard]] Result<void> begin_batch();
  [[nodiscard]] Result<void> end_batch();

  // Reads everything into a graph. The same content gives the same graph, whatever the order of
  // puts.
  [[nodiscard]] Result<LineageGraph> load() const;
  [[nodiscard]] Result<StoreCounts> counts() const;

 private:
  struct Impl;
  explicit Store(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace lineage
