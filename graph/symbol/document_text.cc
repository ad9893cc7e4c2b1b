#include "graph/symbol/document_text.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "graph/ascii.h"
#include "graph/symbol/spelling.h"

namespace lineage {
namespace {

// Words that the documents print with small letters.
constexpr std::array<std::string_view, 14> kMixedCaseWords{
    "Add",  "Corr", "Rev", "Amend", "Corrigendum",  "Summary", "Parts",
    "Part", "Sect", "Vol", "Supp",  "Introduction", "Income",  "Prov"};

std::string folded_word(std::string_view word) {
  for (const std::string_view known : kMixedCaseWords) {
    if (word.size() == known.size() && std::ranges::equal(word, known, {}, upper, upper)) {
      return std::string(known);
    }
  }
  return std::ranges::all_of(word, is_lower) ? uppercase(word) : std::string(word);
}

// "PARTSIANDII" and "Parts I and II" without spaces are one word: "PartsIandII".
std::string folded_part_word(std::string_view word) {
  struct Row {
    std::string_view capitals;
    std::string_view known;
  };
  for (const auto& [capitals, known] :
       {Row{"PARTS", "Parts"}, Row{"PART", "Part"}, Row{"VOL", "Vol"}, Row{"SECT", "Sect"}}) {
    if (!starts_with_folded(word, capitals)) {
      continue;
    }
    std::string numerals = uppercase(word.substr(known.size()));
    if (const std::size_t joint = numerals.find("AND"); joint != std::string::npos) {
      numerals.replace(joint, 3, "and");
    }
    return std::string(known) + numerals;
  }
  return folded_word(word);
}

}  // namespace

std::string folded(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  bool in_brackets = false;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    if (is_alpha(text[i])) {
      while (end < text.size() && is_alpha(text[end])) {
        ++end;
      }
      const std::string_view word = text.substr(i, end - i);
      result += in_brackets ? folded_part_word(word) : folded_word(word);
    } else if (is_digit(text[i])) {
      while (end < text.size() && is_digit(text[end])) {
        ++end;
      }
      std::size_t begin = i;
      while (begin + 1 < end && text[begin] == '0') {
        ++begin;
      }
      result += text.substr(begin, end - begin);
    } else {
      in_brackets = text[i] == '(' || (in_brackets && text[i] != ')');
      result += text[i];
      end = i + 1;
    }
    i = end;
  }
  return result;
}

std::string_view first_half(std::string_view text) {
  for (std::size_t at = text.find('-'); at != std::string_view::npos; at = text.find('-', at + 1)) {
    std::size_t end = at + 1;
    while (end < text.size() && is_alpha(text[end])) {
      ++end;
    }
    // Not in UNEP/CBD/BS/COP-MOP/5/17: the first half ends with its number.
    const bool after_word = at == 0 || is_alpha(text[at - 1]);
    if (!after_word && end > at + 1 && end < text.size() && text[end] == '/') {
      return text.substr(0, at);
    }
  }
  return text;
}

}  // namespace lineage
