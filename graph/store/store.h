// The store: one SQLite file that holds works, the texts that were read, and every mention with its
// passage. Schema: docs/store-format.md. One writer at a time; readers go on while it writes.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "graph/frozen_graph.h"
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
  std::vector<Mention> bodies{};  // that the text names, in text order; no citations
  std::string packed_words{};     // pack(): made where there is time for it, else by the store
  std::vector<std::uint64_t> sketch{};  // of its words; two sketches tell how alike the texts are
};

// The facts of one catalogue file.
struct StoredCatalogue {
  std::string file;
  std::string content_hash;
  std::vector<WorkFacts> works;
  std::vector<Citation> citations;
};

// A file as it was found on the disk, or a member of an archive.
struct StoredFile {
  std::string name;
  std::string archive;        // the file that it is a member of, "" for none
  std::int64_t size = -1;     // bytes, -1 where it was not looked at
  std::int64_t modified = 0;  // nanoseconds
};

// What a file holds. Files with the same bytes share one content, unless their names or the user
// say different things about it: the hint.
struct StoredContent {
  StoredFile file;
  std::string hash;
  std::string hint;
  std::string format = "text";  // of its reader
  std::string text;             // as taken out, in UTF-8; "" for facts alone
  std::string packed_text{};    // as packed_words
  std::vector<StoredDocument> documents;
  std::vector<WorkFacts> works;
  std::vector<Citation> citations;
};

// Makes the words and the text of the content small, which takes longer than writing them.
void pack(StoredContent& content);

// What the store knows of a file, so that it need not be opened again.
struct KnownFile {
  std::int64_t size = -1;
  std::int64_t modified = 0;
  std::string archive;
  std::string hint;
  std::string error;        // why it could not be read, "" for none
  bool is_content = false;  // else an archive, or a failure
};

struct StoreCounts {
  std::size_t works = 0;  // distinct symbols held, catalogued or cited
  std::size_t documents = 0;
  std::size_t mentions = 0;  // of works; those of bodies are no citations
  std::size_t unresolved = 0;
};

// What the store holds, counted.
struct StoreStats {
  StoreCounts counts;
  std::size_t files = 0;
  std::size_t contents = 0;
  std::size_t clauses = 0;
  std::size_t citations = 0;                       // pairs of works and a relation
  std::size_t bodies = 0;                          // mentions of bodies by name
  std::size_t bytes = 0;                           // of texts
  std::map<std::string, std::size_t> by_language;  // documents
  std::map<std::string, std::size_t> by_format;    // files
  std::map<std::string, std::size_t> by_holding;   // works
  std::map<std::string, std::size_t> by_status;    // mentions
  std::map<std::string, std::size_t> findings;     // by code
};

struct SearchQuery {
  std::string words;    // as ingest::search_words_of gives them; each must stand in the clause
  bool phrase = false;  // in this order, one behind the other
  std::optional<Language> language;
  std::optional<Date> from;  // of the document
  std::optional<Date> to;
  std::size_t limit = 20;
};

struct SearchHit {
  std::string file;
  std::optional<Symbol> symbol;
  Language language = Language::English;
  std::optional<Date> date;
  std::string place;
  std::string text;  // the paragraph as read
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct SearchResult {
  std::vector<SearchHit> hits;  // the best first
  std::size_t found = 0;        // clauses, also those beyond the limit
};

// A clause of a document, without its words.
struct ClausePlace {
  Symbol symbol;
  Language language = Language::English;
  std::string place;
  Relation act = Relation::Cites;
  std::string verb;
};

// Texts of one work in one language that are not the same text.
struct RivalTexts {
  Symbol symbol;
  Language language = Language::English;
  std::vector<std::string> files;  // sorted
};

// Rows that do not agree: words and an editor's link ("disagree", "link-only"), words that
// look like a body's name and are none ("no-body"), a text and an entry
// of a catalogue ("text-date"), two entries ("entry-date").
struct StoreDoubt {
  Symbol work;
  std::string language;  // "" for entries
  std::string code;
  std::string place;
  std::string said;
  std::string against;
  std::string file;
  std::size_t begin = 0;  // bytes of its text, 0 and 0 for entries
  std::size_t end = 0;
};

// Whether the graph's arrays are built anew and kept beside the rows.
enum class Freeze : std::uint8_t { Yes, No };

class Store {
 public:
  // Opens for reading. Errors: NotFound; Malformed for a file that is no store; Unsupported for a
  // newer version of the format, and for an older one, which create() converts.
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
  [[nodiscard]] Result<std::map<std::string, KnownFile>> known_files() const;
  // Hash and hint of every content.
  [[nodiscard]] Result<std::vector<std::pair<std::string, std::string>>> contents() const;

  // Replaces what the store held of other content of the same file. Each call is one transaction
  // unless within a batch, where a put that fails is taken back alone.
  [[nodiscard]] Result<void> put(const StoredContent& content);
  // The same for one document of a content; the documents of one content are put one after another.
  [[nodiscard]] Result<void> put(const StoredDocument& document);
  [[nodiscard]] Result<void> put(const StoredCatalogue& catalogue);
  // Notes one more file with a content that the store holds.
  [[nodiscard]] Result<void> put_file(const StoredFile& file,
                                      const std::string& hash,
                                      const std::string& hint);
  // Notes an archive whose members are put on their own, or a file that cannot be read and why.
  [[nodiscard]] Result<void> put_other(const StoredFile& file, const std::string& error);
  // Removes the files and what no other file holds.
  [[nodiscard]] Result<void> remove_files(const std::vector<std::string>& names);
  // Begins and ends a transaction over many puts; a batch that is not ended, or that cannot be, is
  // rolled back.
  [[nodiscard]] Result<void> begin_batch();
  [[nodiscard]] Result<void> end_batch(Freeze freeze = Freeze::No);

  // Removes the file of a store that holds no content, while no other program can write to it: one
  // that has it open learns at its next batch that it is gone. False where the store stays.
  [[nodiscard]] bool remove_if_empty(const std::filesystem::path& path);

  // Reads everything into a graph. The same content gives the same graph, whatever the order of
  // puts.
  [[nodiscard]] Result<LineageGraph> load() const;
  // The graph without proofs (LineageGraph::outline), of the kept arrays; where the rows have
  // changed since, the whole graph. Both have the same works, edges and ids.
  [[nodiscard]] Result<LineageGraph> outline() const;
  // The arrays that end_batch(Freeze::Yes) kept, nothing where the rows have changed since.
  [[nodiscard]] Result<std::optional<FrozenGraph>> frozen() const;
  [[nodiscard]] Result<StoreCounts> counts() const;
  [[nodiscard]] Result<StoreStats> stats() const;
  [[nodiscard]] Result<SearchResult> search(const SearchQuery& query) const;
  // The works of the clauses that search() would find; of the texts in a language; each once, in no
  // order.
  [[nodiscard]] Result<std::vector<Symbol>> symbols_with(const SearchQuery& query) const;
  [[nodiscard]] Result<std::vector<Symbol>> symbols_in(Language language) const;
  // All clauses of texts with a symbol: by symbol and language, English first, then as they stand.
  [[nodiscard]] Result<std::vector<ClausePlace>> clause_places() const;
  // The words of one of them, "" where there is none.
  [[nodiscard]] Result<std::string> clause_text(const Symbol& symbol,
                                                Language language,
                                                const std::string& place) const;
  [[nodiscard]] Result<std::vector<RivalTexts>> rival_texts() const;
  // In the order of work and place.
  [[nodiscard]] Result<std::vector<StoreDoubt>> doubts() const;
  // One line for each breach: of the file, of the ties between rows, of the search index, and
  // between the rows and the kept graph. None for a sound store.
  [[nodiscard]] Result<std::vector<std::string>> verify() const;

 private:
  struct Impl;
  explicit Store(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace lineage
