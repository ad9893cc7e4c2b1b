// UTF-8, one character at a time.
#pragma once

#include <cstddef>
#include <string_view>

namespace lineage::ingest {

inline constexpr std::size_t kInvalidUtf8 = 0;

// The length of the well-formed sequence of two bytes or more at `at` (Unicode 15, table 3-7), with
// its character in `c`; kInvalidUtf8 where there is none, at an ASCII character too. `at` must lie
// within the text.
[[nodiscard]] std::size_t decode_utf8(std::string_view bytes, std::size_t at, char32_t& c);

}  // namespace lineage::ingest
