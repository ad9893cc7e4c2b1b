// AKN4UN: the XML in which the United Nations publishes resolutions with their structure, the links
// that editors set, and metadata of the vote and the way to it.
#pragma once

#include <string_view>

#include "graph/result.h"
#include "ingest/readers/source_document.h"

namespace lineage::ingest {

// Paragraphs, notes at the end with raised marks, links, the editors' verbs, and the facts of each
// resolution of the file. Errors: Malformed, as read_xml(); a file without any words.
[[nodiscard]] Result<SourceContent> read_akn(std::string_view name, std::string_view bytes);

}  // namespace lineage::ingest
