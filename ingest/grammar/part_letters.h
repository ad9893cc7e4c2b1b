// The letters of a resolution's parts, as they stand behind its number: "43/78 H", "77/264 A to C".
#pragma once

#include <cstddef>
#include <string_view>

#include "ingest/grammar/form_tokens.h"

namespace lineage::ingest {

// The part letter that token `at` is: a Latin capital, its Cyrillic look-alike, or an Arabic letter
// name; 0 for none.
[[nodiscard]] char letter_at(const Tokens& tokens, std::size_t at);

// Reads the letters from token `at` into the reading: "H", "A and B", "A to D", "A-F", "(A+B)",
// "AA". Returns how many tokens; 0 where none stands there.
[[nodiscard]] std::size_t read_letters(const Tokens& tokens,
                                       std::size_t at,
                                       std::string_view text,
                                       FormReading& reading);

}  // namespace lineage::ingest
