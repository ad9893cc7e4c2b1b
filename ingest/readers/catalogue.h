// Reads a catalogue: facts about works, as JSON (docs/catalogue-format.md).
#pragma once

#include <string_view>

#include "graph/result.h"
#include "graph/store.h"

namespace lineage::ingest {

// `name` is the file name to report. Errors: Malformed, with the JSON path of the first fact that does not
// fit the format; Unsupported for a newer version. Never throws for content; nesting is bounded at 64.
[[nodiscard]] Result<StoredCatalogue> read_catalogue(std::string_view name, std::string_view json);

}  // namespace lineage::ingest
