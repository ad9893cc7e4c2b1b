// MARCXML as the UN Digital Library exports it: records about documents, no texts.
#pragma once

#include <string_view>

#include "graph/result.h"
#include "ingest/readers/source_document.h"

namespace lineage::ingest {

// The facts of each record: symbol (191), title (245), date (992, else 269), agenda item (991),
// related documents (993) and the vote (996). Text that the export encoded twice is mended. Errors:
// Malformed, as read_xml(); a file without a record that has a symbol.
[[nodiscard]] Result<SourceContent> read_marcxml(std::string_view name, std::string_view bytes);

}  // namespace lineage::ingest
