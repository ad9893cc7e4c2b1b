// Reads a catalogue: facts about works, as JSON (docs/catalogue-format.md).
#pragma once

#include <string_view>

#include "graph/result.h"
#include "graph/store/store.h"

namespace lineage::ingest {

// `name` is the file name to report. Errors: Malformed, with the JSON path of the first fact that
// does not fit the format; Unsupported for a newer version. Never throws for content; nesting is
// bounded at 64.
//
// Works and citations come in the order of the file. The sources of a fact that the catalogue marks
// as inferred end with the id "inferred". A citation without a symbol is an unresolved mention
// whose quote is the catalogue's description of it. The links of mandates and reports are citations
// of an institutional relation. `content_hash` is left to the caller.
[[nodiscard]] Result<StoredCatalogue> read_catalogue(std::string_view name, std::string_view json);

}  // namespace lineage::ingest
