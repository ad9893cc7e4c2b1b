// Capitals that number things: part letters and Roman numerals, also where a typist took the
// Cyrillic letter that looks the same.
#pragma once

#include <cstddef>
#include <string_view>

namespace lineage::ingest {

// The Latin capital that a capital letter of the text stands for: itself, or the Cyrillic
// look-alike's; 0 for another character. `length` receives its bytes.
[[nodiscard]] char latin_capital(std::string_view text, std::size_t at, std::size_t& length);

// 19 for "XIX", also in Cyrillic look-alikes (ХIХ); 0 when the text is not a numeral up to 60.
[[nodiscard]] unsigned session_numeral(std::string_view text);

}  // namespace lineage::ingest
