// Character sets: brings the bytes of older files to UTF-8.
#pragma once

#include <string>
#include <string_view>

#include "graph/result.h"

namespace lineage::ingest {

// The character set that a web page declares in its first KiB, "" for none.
[[nodiscard]] std::string declared_charset(std::string_view bytes);

// The text in UTF-8; a byte-order mark goes before `charset`, and "" is UTF-8. Errors: Unsupported
// for a set that is not known.
[[nodiscard]] Result<std::string> to_utf8(std::string_view bytes, const std::string& charset);

// "CÃ´te" is "Côte", read as Latin-1 and written as UTF-8 once too often. Text that does not look
// so is returned as it is.
[[nodiscard]] std::string mend_twice_encoded(std::string_view text);

}  // namespace lineage::ingest
