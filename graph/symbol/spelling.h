// Brings the ways in which a symbol is typed, printed, linked to and saved to one plain text.
// Private to graph/symbol/.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "graph/ascii.h"
#include "graph/result.h"

namespace lineage {

inline constexpr std::size_t kLongestSymbolText = 300;  // bytes; the longest printed has some 60

constexpr char upper(char c) { return is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c; }

[[nodiscard]] std::string uppercase(std::string_view text);
[[nodiscard]] constexpr bool starts_with_folded(std::string_view text,
                                                std::string_view upper_prefix) {
  if (text.size() < upper_prefix.size()) {
    return false;
  }
  for (std::size_t i = 0; i < upper_prefix.size(); ++i) {
    if (upper(text[i]) != upper_prefix[i]) {
      return false;
    }
  }
  return true;
}
[[nodiscard]] std::string_view trimmed(std::string_view text);

// Spaces and hyphens of print become those of the keyboard; nothing for any other byte beyond ASCII
// and for control characters.
[[nodiscard]] std::optional<std::string> plain(std::string_view text);

// The symbol within an address of the document service: the path after the language, or the value
// of "symbol=" or "FinalSymbol=". Nothing for other text.
[[nodiscard]] std::optional<std::string> symbol_in_address(std::string_view text);

// File names have '_' for every mark ("A_RES_43_78_H", "A_81_6__SECT._10_") or '-' ("A-RES-78-16"),
// and behind it the language and the number of a copy ("A_RES_863%28IX%29-EN (1)").
[[nodiscard]] std::string without_file_name_marks(std::string text);

[[nodiscard]] tl::unexpected<Error> malformed_symbol(std::string_view text);

}  // namespace lineage
