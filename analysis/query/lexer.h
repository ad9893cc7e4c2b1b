// Cuts the text of a query into tokens. A symbol is one token: "217A(III)", "S/RES/1373(2001)",
// "A/C.1/78/L.60/Rev.1", "dec:77/512"; one with spaces stands in quotes: "43/78 H".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/query/error.h"

namespace lineage::query {

enum class Token : std::uint8_t {
  Symbol,
  Quoted,  // "..." or '...', without the quotes
  Name,    // letters and '_': a function, a relation, a kind
  Value,   // a number or a date: 79, 2015-01-01
  Not,
  Open,
  Close,
  Comma,
  Equals,
  Colon,
  Arrow,  // =>
  Reach,  // ::
  Dots,   // ..
  And,    // &
  Minus,  // ~
  Or,     // |
  End,
};

struct Lexeme {
  Token token = Token::End;
  TextSpan span;
  std::string text;
};

// Longer texts are refused before anything is read.
inline constexpr std::size_t kLongestQuery = std::size_t{64} * 1024;

// The tokens in order, the last one End. Cost: linear; a symbol is tried at most eight times over
// at most 200 bytes. Errors: a text that is too long, a character that begins nothing, a quote that
// does not end, a word with digits that is no symbol.
[[nodiscard]] Parsed<std::vector<Lexeme>> tokens(std::string_view text);

}  // namespace lineage::query
