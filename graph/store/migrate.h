// Brings a store of an older format to the present one. Private to graph/.
#pragma once

#include "graph/store/sqlite.h"

namespace lineage {

// Within the caller's transaction; a store of the present format, or of a newer one, stays as it
// is. Every row is kept. What an older format did not keep (the texts, the words to search) comes
// with the next ingest of the same files, which are read again then.
void migrate(const sqlite::Database& database);

}  // namespace lineage
