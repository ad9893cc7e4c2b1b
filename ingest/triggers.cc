#include "ingest/triggers.h"

#include <algorithm>

#include "ingest/bytes.h"

namespace lineage::ingest {
namespace {

constexpr std::size_t kBlock = 32;

// Behind a head noun a number without digits may follow: "resolutions I and II of the Conference".
constexpr std::size_t kBehindHead = 64;

// A digit, or a byte of Han and of other letters beyond the alphabets, which may be one.
constexpr bool may_be_digit(unsigned char c) {
  return static_cast<unsigned char>(c - '0') < 10 || c >= 0xE2;
}

bool holds_digit(const char* block) {
  unsigned char found = 0;
  for (std::size_t i = 0; i < kBlock; ++i) {
    const auto c = static_cast<unsigned char>(block[i]);
    const bool digit = static_cast<unsigned char>(c - '0') < 10;
    const bool wide = c >= 0xE2;
    found = static_cast<unsigned char>(found | static_cast<unsigned char>(digit) |
                                       static_cast<unsigned char>(wide));
  }
  return found != 0;
}

// The end of the last digit at or behind `from`, 0 for none.
std::size_t last_digit(std::string_view text, std::size_t from) {
  std::size_t end = text.size();
  while (end >= from + kBlock && !holds_digit(text.data() + end - kBlock)) {
    end -= kBlock;
  }
  while (end > from && !may_be_digit(static_cast<unsigned char>(text[end - 1]))) {
    --end;
  }
  return end > from ? end : 0;
}

// The end of the last word at or behind `from` that announces a work, 0 for none.
std::size_t last_word(std::string_view lower, const Lexicon& lexicon, std::size_t from) {
  std::size_t last = 0;
  Words words(lower, from);
  while (words.next()) {
    if (lexicon.announces(lower, words.begin())) {
      last = std::min(words.begin() + kBehindHead, lower.size());
    }
  }
  return last;
}

// Where words are not set apart, every character may begin one; and a number may be written in
// characters.
bool any_character(std::string_view lower, const Lexicon& lexicon, std::size_t from) {
  for (std::size_t at = from; at < lower.size(); at += char_length(lower, at)) {
    if (lexicon.announces(lower, at)) {
      return true;
    }
  }
  return false;
}

bool any_ascii_digit(std::string_view text, std::size_t from) {
  for (std::size_t at = from; at < text.size(); ++at) {
    if (text[at] >= '0' && text[at] <= '9') {
      return true;
    }
  }
  return false;
}

}  // namespace

std::size_t last_trigger(const LexerInput& input, const Lexicon& lexicon, std::size_t from) {
  const std::size_t size = input.lower.size();
  if (!lexicon.spaced()) {
    const bool any =
        any_ascii_digit(input.lower, from) || any_character(input.lower, lexicon, from);
    return any ? size : 0;
  }
  const std::size_t digit = last_digit(input.lower, from);
  const std::size_t word = last_word(input.lower, lexicon, digit == 0 ? from : digit);
  return word != 0 ? word : digit;
}

}  // namespace lineage::ingest
