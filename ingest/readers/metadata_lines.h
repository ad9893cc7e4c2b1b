// Metadata of General Assembly resolutions as research exports hold it: a JSON record a line, with
// votes by name, sponsors, draft, report and meeting.
#pragma once

#include <string_view>

#include "graph/result.h"
#include "ingest/readers/source_document.h"

namespace lineage::ingest {

[[nodiscard]] bool is_metadata_lines(std::string_view bytes);

// The facts of each record. Errors: Malformed, with the line, for what is not JSON or has no
// symbol.
[[nodiscard]] Result<SourceContent> read_metadata_lines(std::string_view name,
                                                        std::string_view bytes);

}  // namespace lineage::ingest
