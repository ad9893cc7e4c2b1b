// Tells the language of a text from its letters and its small words.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "graph/language.h"

namespace lineage::ingest {

// After how many small words of one language, with at most one of the others for every eight, the
// question is settled: a whole text may open with a page in another language, a paragraph does not.
inline constexpr std::size_t kEnoughForText = 64;
inline constexpr std::size_t kEnoughForParagraph = 8;

// `lower` is folded text in lower case; at most its first 64 KiB are read, and no more than it
// takes to meet `enough` small words. Nothing when there are too few letters to tell (a number, a
// symbol, a name).
[[nodiscard]] std::optional<Language> detect_language(std::string_view lower,
                                                      std::size_t enough = kEnoughForText);

}  // namespace lineage::ingest
