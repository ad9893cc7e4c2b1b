// Makes the tables of a store, and brings one of an older format to the present one. Private to
// graph/.
#pragma once

#include "graph/store/sqlite.h"

namespace lineage {

// Of the present format, within the caller's transaction and an empty file.
void make_tables(const sqlite::Database& database);

// Within the caller's transaction; a store of the present format, or of a newer one, stays as it
// is. Every row is kept. What an older format did not keep (the texts, the words to search) comes
// with the next ingest of the same files, which are read again then.
void migrate(const sqlite::Database& database);

}  // namespace lineage
