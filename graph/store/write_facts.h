// Writes the facts of works into the tables of a store: `entry` and its lists. Private to graph/.
#pragma once

#include <cstdint>
#include <string>

#include "graph/store/sqlite.h"
#include "graph/work.h"

namespace lineage {

class FactsWriter {
 public:
  explicit FactsWriter(const sqlite::Database& database);

  // Notes that the content states the facts. Equal facts of several contents are one entry.
  void write(std::int64_t content, const WorkFacts& facts);

 private:
  std::int64_t new_entry(const std::string& digest, const WorkFacts& facts);

  const sqlite::Database& database_;
  sqlite::Statement find_entry_;
  sqlite::Statement insert_entry_;
  sqlite::Statement insert_origin_;
  sqlite::Statement insert_alias_;
  sqlite::Statement insert_state_;
  sqlite::Statement insert_source_;
  sqlite::Statement insert_subject_;
};

}  // namespace lineage
