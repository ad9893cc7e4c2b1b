#include "ingest/words/triggers.h"

#include <algorithm>

#include "graph/ascii.h"
#include "ingest/text/bytes.h"
#include "ingest/text/capitals.h"
#include "ingest/text/normalize.h"

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

bool any_word(std::string_view lower, const Lexicon& lexicon, std::size_t from) {
  Words words(lower, from);
  while (words.next()) {
    if (lexicon.announces(lower, words.begin())) {
      return true;
    }
  }
  return false;
}

// A note mark, a mark that lost its raised place ("2011,1"), the inside of a symbol ("A/C.1/78").
bool may_end_in_number(std::string_view lower, std::size_t begin) {
  constexpr std::size_t kLongestSymbol = 80;
  if (begin > 0 && (lower[begin - 1] == kNoteMarkBegin || lower[begin - 1] == ',')) {
    return true;
  }
  for (std::size_t i = begin; i > 0 && begin - i < kLongestSymbol; --i) {
    const char c = lower[i - 1];
    if (c == '/') {
      return true;
    }
    if (is_folded_space(c) || is_wide(c)) {
      return false;
    }
  }
  return false;
}

// The letter of a part: a capital alone, or its name ("ألف").
bool letter_at(const LexerInput& input, const Lexicon& lexicon, std::size_t at) {
  std::size_t length = 0;
  if (latin_capital(input.text, at, length) == 0) {
    return lexicon.names_letter(input.lower, at);
  }
  const std::size_t end = at + length;
  return end >= input.text.size() || !is_word_byte(input.text[end]) || is_wide(input.text[end]);
}

// "53/", "217 (", "1976)", "3411 A": what makes the number of a work out of one.
bool may_go_on_as_work(const LexerInput& input, const Lexicon& lexicon, std::size_t end) {
  const std::string_view lower = input.lower;
  if (end < lower.size() && is_word_byte(lower[end]) && !is_wide(lower[end])) {
    return true;  // "1er", "78resolution"
  }
  std::size_t at = end;
  while (at < lower.size() && is_folded_space(lower[at])) {
    ++at;
  }
  if (at >= lower.size()) {
    return false;
  }
  return is_word_byte(lower[at])
             ? !is_digit(lower[at]) && letter_at(input, lexicon, at)
             : std::string_view("/()[]").find(lower[at]) != std::string_view::npos;
}

// Whether the digits can name a work, or be a note mark, in a paragraph without a word that
// announces works. A year and its mark may be glued: "20191".
bool may_name_work(const LexerInput& input,
                   const Lexicon& lexicon,
                   std::size_t begin,
                   std::size_t end) {
  constexpr std::size_t kYear = 4;
  return end - begin > kYear || may_end_in_number(input.lower, begin) ||
         may_go_on_as_work(input, lexicon, end);
}

// The end of the last such digits at or behind `from`, 0 for none. "The 2030 Agenda", "paragraph 4"
// and "5 June 2015" name nothing: half of the paragraphs that hold digits hold no others.
std::size_t last_number(const LexerInput& input, const Lexicon& lexicon, std::size_t from) {
  const std::string_view lower = input.lower;
  std::size_t end = last_digit(lower, from);
  while (end > from && !is_wide(lower[end - 1])) {
    std::size_t begin = end;
    while (begin > from && is_digit(lower[begin - 1])) {
      --begin;
    }
    if (may_name_work(input, lexicon, begin, end)) {
      return end;
    }
    end = last_digit(lower.substr(0, begin), from);
  }
  return end;
}

std::size_t last_of_spaced(const LexerInput& input, const Lexicon& lexicon, std::size_t from) {
  const std::string_view lower = input.lower;
  const std::size_t digit = last_digit(lower, from);
  if (const std::size_t word = last_word(lower, lexicon, digit == 0 ? from : digit); word != 0) {
    return word;
  }
  const std::size_t number = last_number(input, lexicon, from);
  if (number == digit) {
    return digit;
  }
  // Behind a head noun any number may be a work's: "resolutions 242 and 338". The noun may be glued
  // to a number, "7resolution 418", and begins no word then.
  const std::string_view before = lower.substr(0, digit);
  const bool announced =
      any_word(before, lexicon, from) || (number != 0 && any_word(before, lexicon, number));
  return announced ? digit : number;
}

// In a text whose words are not set apart every character may begin one. A number in characters
// needs its session in brackets.
bool any_character(std::string_view lower, const Lexicon& lexicon, std::size_t from) {
  const bool bracket = lower.find('(', from) != std::string_view::npos ||
                       lower.find('[', from) != std::string_view::npos;
  for (std::size_t at = from; at < lower.size(); at += char_length(lower, at)) {
    if (lexicon.announces(lower, at) || (bracket && is_han_digit(lower, at))) {
      return true;
    }
  }
  return false;
}

bool any_number(const LexerInput& input, const Lexicon& lexicon, std::size_t from) {
  const std::string_view lower = input.lower;
  for (std::size_t at = from; at < lower.size(); ++at) {
    if (!is_digit(lower[at])) {
      continue;
    }
    const std::size_t begin = at;
    while (at < lower.size() && is_digit(lower[at])) {
      ++at;
    }
    if (may_name_work(input, lexicon, begin, at)) {
      return true;
    }
  }
  return false;
}

}  // namespace

std::size_t last_trigger(const LexerInput& input, const Lexicon& lexicon, std::size_t from) {
  const std::string_view lower = input.lower;
  if (lexicon.spaced()) {
    return last_of_spaced(input, lexicon, from);
  }
  const bool any = any_number(input, lexicon, from) || any_character(lower, lexicon, from);
  return any ? lower.size() : 0;
}

}  // namespace lineage::ingest
