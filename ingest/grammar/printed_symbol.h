// Document symbols as texts print them: A/C.1/78/L.60/Rev.1, S/RES/1540(2004), ICC-ASP/1/3.
#pragma once

#include <cstddef>
#include <string_view>

namespace lineage::ingest {

// The length of the symbol that begins at `at` of a folded text, 0 for none: capitals, a slash,
// then parts of letters, digits, dots and hyphens with at least one digit. Series outside the table
// of printed_symbol.cc need two slashes. Cost: the bytes of the symbol, at most 128.
[[nodiscard]] std::size_t symbol_length(std::string_view text, std::size_t at);

}  // namespace lineage::ingest
