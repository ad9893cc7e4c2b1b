// Small readers of symbol text, shared by graph/symbol_parse.cc and graph/symbol_document.cc and
// private to them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "graph/ascii.h"
#include "graph/symbol.h"

namespace lineage {

inline constexpr std::size_t kLongestSymbolText =
    300;  // bytes; the longest printed one has some 60

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

struct PrefixedAct {
  bool has_prefix = false;  // then the text is an act or nothing
  std::optional<Symbol> symbol;
};

// Reads text that begins like a resolution or decision with its organ: "A/RES/78/16".
[[nodiscard]] PrefixedAct read_prefixed_act(std::string_view text);

}  // namespace lineage
