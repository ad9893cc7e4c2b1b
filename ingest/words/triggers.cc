#include "ingest/words/triggers.h"

#include <algorithm>
#include <bit>
#include <span>
#include <vector>

#include "graph/ascii.h"
#include "ingest/text/bytes.h"
#include "ingest/text/capitals.h"
#include "ingest/text/normalize.h"

namespace lineage::ingest {
namespace {

// Behind a head noun a number without digits may follow: "resolutions I and II of the Conference".
constexpr std::size_t kBehindHead = 64;

// A digit, or a byte of Han and of other letters beyond the alphabets, which may be one.
constexpr bool may_be_digit(unsigned char c) {
  return static_cast<unsigned char>(c - '0') < 10 || c >= 0xE2;
}

// The end of the last digit at or behind `from`, 0 for none.
std::size_t last_digit(std::string_view text, std::size_t from) {
  std::size_t end = text.size();
  while (end >= from + kBlockBytes) {
    const Block block = block_at(text.data() + end - kBlockBytes);
    const std::uint32_t found = bits_of(is_within(block, '0', 10) | BlockMask(block >= 0xE2));
    if (found != 0) {
      return end - kBlockBytes + std::bit_width(found);
    }
    end -= kBlockBytes;
  }
  while (end > from && !may_be_digit(static_cast<unsigned char>(text[end - 1]))) {
    --end;
  }
  return end > from ? end : 0;
}

// Every word at or behind `from`.
std::vector<std::uint32_t> words_from(std::string_view lower, std::size_t from) {
  std::vector<std::uint32_t> begins;
  Words words(lower, from);
  while (words.next()) {
    begins.push_back(static_cast<std::uint32_t>(words.begin()));
  }
  return begins;
}

// A noun that is glued to the number before it, "7resolution", begins no word.
bool announced_by_glued(std::string_view lower, const Lexicon& lexicon, std::size_t at) {
  return at > 0 && at < lower.size() && is_word_byte(lower[at]) && lexicon.announces(lower, at);
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

std::size_t last_of_spaced(const LexerInput& input,
                           const Lexicon& lexicon,
                           std::size_t from,
                           std::span<const std::uint32_t> words) {
  const std::string_view lower = input.lower;
  const std::size_t digit = last_digit(lower, from);
  const auto reach_of = [&](std::size_t word) {
    return std::min(word + kBehindHead, lower.size());
  };
  for (; !words.empty() && words.back() >= digit; words = words.first(words.size() - 1)) {
    if (lexicon.announces(lower, words.back())) {
      return reach_of(words.back());
    }
  }
  if (announced_by_glued(lower, lexicon, digit)) {
    return reach_of(digit);
  }
  const std::size_t number = last_number(input, lexicon, from);
  if (number == digit) {
    return digit;
  }
  // Behind a head noun any number may be a work's: "resolutions 242 and 338".
  const std::string_view before = lower.substr(0, digit);
  const bool announced = announced_by_glued(before, lexicon, number) ||
                         std::any_of(words.rbegin(), words.rend(), [&](std::uint32_t word) {
                           return lexicon.announces(before, word);
                         });
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
    return last_trigger(input, lexicon, from, words_from(lower, from));
  }
  const bool any = any_number(input, lexicon, from) || any_character(lower, lexicon, from);
  return any ? lower.size() : 0;
}

std::size_t last_trigger(const LexerInput& input,
                         const Lexicon& lexicon,
                         std::size_t from,
                         std::span<const std::uint32_t> announcers) {
  return last_of_spaced(input, lexicon, from, announcers);
}

}  // namespace lineage::ingest
