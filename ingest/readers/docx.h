// Word documents (DOCX): a zip of XML parts.
#pragma once

#include <string_view>

#include "graph/result.h"
#include "ingest/readers/source_document.h"

namespace lineage::ingest {

// True for a zip with the part that holds a Word document's text.
[[nodiscard]] bool is_docx(std::string_view bytes);

// The first page's header, paragraphs and the cells of tables in their order, notes at the end with
// raised marks, links. Deleted text of tracked changes is left out. Errors: Malformed for a damaged
// file and for one without words.
[[nodiscard]] Result<SourceContent> read_docx(std::string_view name, std::string_view bytes);

}  // namespace lineage::ingest
