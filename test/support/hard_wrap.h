// A text as a printer of eighty columns breaks it: for tests.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace lineage {

// Every line of `text` broken into lines of at most `width` columns, each behind `indent`. Breaks
// stand at spaces and between Chinese characters, never inside a number or behind punctuation.
[[nodiscard]] std::string hard_wrapped(std::string_view text,
                                       std::string_view indent,
                                       std::size_t width = 80);

}  // namespace lineage
