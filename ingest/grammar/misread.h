// Figures and numerals that a scan took for letters, or letters of another alphabet.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace lineage::ingest {

// "l978", "I975", "197O": the figure that stands at `at` with one or more letters in it, and its
// length; 0 for none, or for one that is all digits.
[[nodiscard]] std::uint32_t misread_figure(std::string_view text,
                                           std::size_t at,
                                           std::size_t& length);

// "XXIIl", "XXlV", "ХVП": the numeral in capitals I, V and X where the letters can be told, else
// empty.
[[nodiscard]] std::string mended_numeral(std::string_view printed);

// "A/7200/Rev.l", "S/l2345": the symbol with its figures one; the same where none was a letter.
[[nodiscard]] std::string mended_symbol(std::string_view printed);

}  // namespace lineage::ingest
