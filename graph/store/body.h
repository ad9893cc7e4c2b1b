// The facts of bodies in a store. Private to graph/.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "graph/store/sqlite.h"
#include "graph/work.h"

namespace lineage {

// Writes the facts of the entry, and their sources.
void write_body(const sqlite::Database& database, std::int64_t entry, const WorkFacts& facts);
// Adds to the entries what the store holds of bodies. A fact that no program writes fails the
// database.
void read_bodies(const sqlite::Database& database, std::map<std::int64_t, WorkFacts>& entries);
// All of it in one string with a NUL behind each piece, for the digest of the entry.
[[nodiscard]] std::string body_text(const WorkFacts& facts);

}  // namespace lineage
