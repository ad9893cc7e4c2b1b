// Writes contents, files and facts into the tables of a store. Private to graph/.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "graph/store/sqlite.h"
#include "graph/store/store.h"
#include "graph/store/write_facts.h"

namespace lineage {

// The clauses of a document have the ids from this one on; a document has room for 16 million.
[[nodiscard]] constexpr std::int64_t first_clause(std::int64_t document) { return document << 24; }

class StoreWriter {
 public:
  explicit StoreWriter(const sqlite::Database& database);

  void write(const StoredContent& content);
  void write(const StoredDocument& document);
  void write(const StoredCatalogue& catalogue);
  void write_file(const StoredFile& file,
                  std::optional<std::int64_t> content,
                  const std::string& error);
  void remove_file(const std::string& name);
  [[nodiscard]] std::optional<std::int64_t> content_row(const std::string& hash,
                                                        const std::string& hint);

  // Ends a change: what no file holds any more goes, which of several texts of a work is used is
  // settled again where texts came or went, and the generation of the rows rises.
  void settle();

 private:
  // The row of the content, emptied of what it held.
  std::int64_t content_for(const StoredContent& content);
  void empty_content(std::int64_t content);
  void drop_content(std::int64_t content);
  void drop_document(std::int64_t document);
  void write_document(std::int64_t content,
                      const std::string& text,
                      const StoredDocument& document);
  void write_clauses(std::int64_t id, const std::string& text, const StoredDocument& document);
  void write_mention(std::int64_t content,
                     std::optional<std::int64_t> document,
                     const Mention& mention,
                     const std::optional<std::string>& file,
                     const std::optional<std::string>& source,
                     const std::optional<std::string>& sentence);
  void settle_expressions();
  void touch(const std::optional<Symbol>& symbol, Language language);

  const sqlite::Database& database_;
  sqlite::Statement find_content_;
  sqlite::Statement insert_content_;
  sqlite::Statement put_file_;
  sqlite::Statement insert_document_;
  sqlite::Statement insert_clause_;
  sqlite::Statement insert_words_;
  sqlite::Statement insert_mention_;
  sqlite::Statement insert_candidate_;
  sqlite::Statement insert_finding_;
  FactsWriter facts_;
  std::set<std::pair<std::string, std::string>> touched_;  // symbol and language
  bool changed_ = false;
};

}  // namespace lineage
