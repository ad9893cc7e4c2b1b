// PDF: `pdftotext` of poppler-utils takes the words out, as a child process within limits, and
// their places on the page make paragraphs and notes of them.
#pragma once

#include <string_view>

#include "graph/result.h"
#include "ingest/readers/source_document.h"

namespace lineage::ingest {

// Errors: Unsupported where pdftotext is not installed or breaks a limit; Malformed for what it
// cannot read and for a scan without text.
[[nodiscard]] Result<SourceContent> read_pdf(std::string_view name, std::string_view bytes);

}  // namespace lineage::ingest
