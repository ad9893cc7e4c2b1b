// How the readers of forms look at tokens.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/grammar/forms.h"

namespace lineage::ingest {

using Tokens = std::vector<Token>;

[[nodiscard]] inline TokenKind kind(const Tokens& tokens, std::size_t at) {
  return at < tokens.size() ? tokens[at].kind : TokenKind::Other;
}

[[nodiscard]] inline bool is(const Tokens& tokens, std::size_t at, Word word) {
  return at < tokens.size() && tokens[at].is(word);
}

[[nodiscard]] inline bool is_year(std::uint32_t value) { return value >= 1946 && value <= 2100; }

[[nodiscard]] inline FormReading finish(FormReading reading,
                                        const Tokens& tokens,
                                        std::size_t at,
                                        std::size_t stop) {
  reading.tokens = stop - at;
  reading.begin = tokens[at].begin;
  reading.end = tokens[stop - 1].end;
  return reading;
}

[[nodiscard]] inline std::string without_spaces(std::string_view text) {
  std::string kept;
  std::copy_if(text.begin(), text.end(), std::back_inserter(kept),
               [](char c) { return c != ' ' && c != '\n' && c != '-'; });
  return kept;
}

// The bracket that opens at token `at`: its inside, and the token behind it.
struct Bracket {
  std::string_view inside;
  std::size_t stop = 0;  // 0 for none
};

[[nodiscard]] inline Bracket bracket_at(const Tokens& tokens,
                                        std::size_t at,
                                        std::string_view text) {
  if (kind(tokens, at) != TokenKind::Open) {
    return {};
  }
  for (std::size_t i = at + 1; i < tokens.size() && i <= at + 5; ++i) {
    if (tokens[i].kind == TokenKind::Close) {
      return {text.substr(tokens[at].end, tokens[i].begin - tokens[at].end), i + 1};
    }
  }
  return {};
}

[[nodiscard]] inline bool is_bracket(const Tokens& tokens, std::size_t at) {
  return kind(tokens, at) == TokenKind::Open || kind(tokens, at) == TokenKind::Close;
}

}  // namespace lineage::ingest
