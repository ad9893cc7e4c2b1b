// The paragraph around a mention. Private to graph/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "graph/store/sqlite.h"
#include "graph/store/store.h"

namespace lineage {

// The clauses of the document that is being read, for the paragraph around each of its mentions.
class Paragraphs {
 public:
  explicit Paragraphs(const sqlite::Database& database);

  // The clause around the byte that begins last, else the first one at the place; "" when there is
  // none. Of a clause longer than any paragraph only what stands around the byte. Cost: reads a
  // document when it is not the one of the last call.
  [[nodiscard]] std::string around(std::int64_t document, const Mention& mention);

 private:
  [[nodiscard]] const StoredClause* at_byte(std::size_t byte) const;
  void read(std::int64_t document);
  void index();
  [[nodiscard]] std::string cut(const StoredClause& clause) const;

  sqlite::Statement rows_;
  sqlite::Statement text_;
  std::string whole_;  // of the content that the document stands in
  std::int64_t document_ = -1;
  std::vector<StoredClause> clauses_;
  std::vector<std::size_t> by_begin_;
  std::unordered_map<std::string, std::size_t> by_place_;
};

}  // namespace lineage
