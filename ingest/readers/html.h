// Web pages: takes the text out with a tokenizer of its own that looks at every byte once.
#pragma once

#include <string_view>

#include "graph/result.h"
#include "ingest/readers/source_document.h"

namespace lineage::ingest {

[[nodiscard]] bool is_html(std::string_view bytes);

// Paragraphs, raised numbers and links; scripts, styles and forms are left out. The page is read in
// the character set that it declares, UTF-8 otherwise. Errors: Malformed for a page without words.
// Cost: linear, whatever the page holds.
[[nodiscard]] Result<SourceContent> read_html(std::string_view name, std::string_view bytes);

}  // namespace lineage::ingest
