// Cuts a folded paragraph into tokens that the grammar reads. One lexer serves all languages; what
// a word means comes from the language's lexicon.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/words/lexicon.h"

namespace lineage::ingest {

enum class TokenKind : std::uint8_t {
  Number,    // digits; `value` holds them up to nine places
  Term,      // a phrase of the lexicon: `entry`
  Word,      // any other word
  Letter,    // one capital letter standing alone: `value` is its Latin form
  Symbol,    // a document symbol as printed: A/C.1/78/L.60/Rev.1
  Session,   // "S-10" or "ES-11" before a slash: `value` the number, `emergency`
  NoteMark,  // `value` is its number
  Slash,
  Hyphen,
  Comma,
  Semicolon,
  Period,
  Colon,
  Open,
  Close,
  Quote,
  OpenTitle,  // 《 and 》, which stand within quotes too
  CloseTitle,
  Other,
};

struct Token {
  TokenKind kind = TokenKind::Other;
  bool space_before = false;
  bool emergency = false;   // Session: ES
  std::uint32_t begin = 0;  // bytes of the folded paragraph
  std::uint32_t end = 0;
  std::uint32_t value = 0;
  const LexiconEntry* entry = nullptr;

  [[nodiscard]] bool is(Word word) const { return entry != nullptr && entry->is(word); }
};

// A paragraph's folded text, and the same in lower case: what the lexer reads. Both are views;
// where the caller has no lower-case text, the input keeps its own.
class LexerInput {
 public:
  explicit LexerInput(std::string_view folded);
  LexerInput(std::string_view folded, std::string_view lowered) : text(folded), lower(lowered) {}
  LexerInput(const LexerInput&) = delete;
  LexerInput& operator=(const LexerInput&) = delete;
  ~LexerInput() = default;

 private:
  std::string own_;

 public:
  std::string_view text;
  std::string_view lower;
};

// Puts the tokens of a paragraph that begin before byte `stop` into `tokens`, which is cleared
// first. Cost: linear.
void lex(const LexerInput& input,
         const Lexicon& lexicon,
         std::vector<Token>& tokens,
         std::size_t stop = static_cast<std::size_t>(-1));

}  // namespace lineage::ingest
