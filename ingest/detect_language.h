// Tells the language of a text from its letters and its small words.
#pragma once

#include <optional>
#include <string_view>

#include "graph/language.h"

namespace lineage::ingest {

// `lower` is folded text in lower case; at most its first 64 KiB are read. Nothing when there are
// too few letters to tell (a number, a symbol, a name).
[[nodiscard]] std::optional<Language> detect_language(std::string_view lower);

}  // namespace lineage::ingest
