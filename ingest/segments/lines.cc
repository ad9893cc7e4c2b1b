#include "ingest/segments/lines.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "graph/ascii.h"
#include "graph/symbol.h"
#include "ingest/grammar/dates.h"
#include "ingest/text/capitals.h"
#include "ingest/text/normalize.h"
#include "ingest/words/lexicon.h"

namespace lineage::ingest {
namespace {

// Letters that number sub-paragraphs, in the order of each alphabet.
constexpr std::array<std::pair<std::string_view, char>, 22> kLetters{{
    {"а", 'a'}, {"б", 'b'}, {"в", 'c'}, {"г", 'd'}, {"д", 'e'}, {"е", 'f'}, {"ж", 'g'}, {"з", 'h'},
    {"и", 'i'}, {"к", 'j'}, {"л", 'k'}, {"м", 'l'}, {"ا", 'a'}, {"ب", 'b'}, {"ج", 'c'}, {"د", 'd'},
    {"ه", 'e'}, {"و", 'f'}, {"ز", 'g'}, {"ح", 'h'}, {"ط", 'i'}, {"ي", 'j'},
}};

// The label that stands at the start of `text` before ")": its letters in Latin, and its length.
std::pair<std::string, std::size_t> label_at(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size() && length < 6 && text[length] >= 'a' && text[length] <= 'z') {
    ++length;
  }
  if (length > 0 && length < text.size() && text[length] == ')') {
    return {std::string(text.substr(0, length)), length};
  }
  for (const auto& [letter, latin] : kLetters) {
    if (text.substr(0, letter.size()) == letter && text.size() > letter.size() &&
        text[letter.size()] == ')') {
      return {std::string(1, latin), letter.size()};
    }
  }
  return {};
}

// "a", "iv", "bb": a letter, a Roman numeral, a letter twice.
bool is_label(std::string_view label) {
  std::string upper(label);
  std::transform(upper.begin(), upper.end(), upper.begin(),
                 [](char c) { return static_cast<char>(c - 'a' + 'A'); });
  return !label.empty() &&
         (label.size() == 1 || from_roman(upper).has_value() || label.front() == label.back());
}

// Whether a closing bracket stands where a label would end: every paragraph is asked three times,
// and hardly one begins so.
bool may_be_labelled(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size() && length < 6 && text[length] >= 'a' && text[length] <= 'z') {
    ++length;
  }
  const std::size_t end = length == 0 ? 2 : length;  // other alphabets have two bytes a letter
  return end < text.size() && text[end] == ')';
}

Marker letter_marker(std::string_view line) {
  const std::size_t open = line.front() == '(' ? 1 : 0;
  if (!may_be_labelled(line.substr(open))) {
    return {};
  }
  const auto [label, length] = label_at(line.substr(open));
  if (!is_label(label)) {
    return {};
  }
  Marker marker{.kind = MarkerKind::Letter, .label = label, .length = open + length + 1};
  while (marker.length < line.size() && line[marker.length] == ' ') {
    ++marker.length;
  }
  return marker;
}

// "1, Reaffirms": a scan that read the full stop of a number as a comma.
bool is_misread_stop(std::string_view line, std::size_t at) {
  if (line.size() < at + 3 || line[at] != ',' || line[at + 1] != ' ' || line[at + 2] < 'A' ||
      line[at + 2] > 'Z') {
    return false;
  }
  const std::size_t end = line.find(' ', at + 2);
  return end != std::string_view::npos && line[end - 1] == 's' &&
         std::all_of(line.begin() + static_cast<std::ptrdiff_t>(at) + 3,
                     line.begin() + static_cast<std::ptrdiff_t>(end),
                     [](char c) { return c >= 'a' && c <= 'z'; });
}

Marker number_marker(std::string_view line) {
  std::size_t digits = 0;
  std::uint32_t number = 0;
  while (digits < line.size() && digits < 4 && is_digit(line[digits])) {
    number = number * 10 + static_cast<std::uint32_t>(line[digits] - '0');
    ++digits;
  }
  if (digits == 0 || digits > 3) {
    return {};
  }
  std::size_t at = digits;
  while (at < line.size() && line[at] == ' ') {
    ++at;
  }
  // "9 - تقرر" in Arabic, "9." elsewhere; "2.5 per cent" is no paragraph.
  const bool dash = at < line.size() && line[at] == '-';
  const bool dot = at == digits && (line.substr(at).starts_with('.') || is_misread_stop(line, at));
  if ((!dash && !dot) || at + 1 >= line.size() || is_digit(line[at + 1])) {
    return {};
  }
  ++at;
  while (at < line.size() && line[at] == ' ') {
    ++at;
  }
  if (dash && at < line.size() && is_digit(line[at])) {
    return {};  // "2 - 3"
  }
  return {.kind = MarkerKind::Number, .number = number, .label = {}, .length = at};
}

// "一、重申": Chinese numbers its paragraphs in characters, or did.
Marker han_marker(std::string_view line) {
  constexpr std::uint32_t kMost = 200;
  constexpr std::string_view kStop = "、";
  std::size_t length = 0;
  const std::uint32_t number = chinese_number(line, 0, length);
  if (length == 0 || number == 0 || number > kMost || !line.substr(length).starts_with(kStop) ||
      line.size() == length + kStop.size()) {
    return {};
  }
  return {
      .kind = MarkerKind::Number, .number = number, .label = {}, .length = length + kStop.size()};
}

Marker note_marker(std::string_view line) {
  const std::size_t close = line.find(kNoteMarkEnd);
  std::uint32_t number = 0;
  for (std::size_t i = 1; i < close && i < 10; ++i) {
    number = number * 10 + static_cast<std::uint32_t>(line[i] - '0');
  }
  return {.kind = MarkerKind::Note, .number = number, .label = {}, .length = close + 1};
}

// Arabic numbers its sections with ordinals: أولا, ثانيا, ... حادي عشر; folded.
constexpr std::array<std::string_view, 10> kArabicOrdinals{
    "اولا", "ثانيا", "ثالثا", "رابعا", "خامسا", "سادسا", "سابعا", "ثامنا", "تاسعا", "عاشرا"};
constexpr std::array<std::string_view, 9> kArabicUnits{"حادي", "ثاني", "ثالث", "رابع", "خامس",
                                                       "سادس", "سابع", "ثامن", "تاسع"};

unsigned arabic_ordinal(std::string_view line) {
  for (std::size_t i = 0; i < kArabicOrdinals.size(); ++i) {
    if (line == kArabicOrdinals[i]) {
      return static_cast<unsigned>(i + 1);
    }
  }
  if (line == "عشرون") {
    return 20;
  }
  for (std::size_t i = 0; i < kArabicUnits.size(); ++i) {
    if (line.starts_with(kArabicUnits[i])) {
      const std::string_view tens = line.substr(kArabicUnits[i].size());
      const unsigned unit = static_cast<unsigned>(i + 1);
      return tens == " عشر" ? 10 + unit : tens == " وعشرون" ? 20 + unit : 0;
    }
  }
  return 0;
}

}  // namespace

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  bool blank = true;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t stop = std::min(text.find('\n', begin), text.size());
    std::size_t first = begin;
    std::size_t last = stop;
    while (first < last && text[first] == ' ') {
      ++first;
    }
    while (last > first && text[last - 1] == ' ') {
      --last;
    }
    if (first == last) {
      blank = true;
    } else {
      lines.push_back({first, last, blank});
      blank = false;
    }
    begin = stop + 1;
  }
  return lines;
}

std::string paragraph_label(std::string_view word) {
  const auto [label, length] = label_at(std::string(word) + ")");
  return length == word.size() && is_label(label) ? label : std::string();
}

bool is_shorter(std::string_view words, std::size_t limit) {
  if (words.size() < limit) {
    return true;
  }
  // White space behind white space does not count. Without a branch: vector instructions.
  std::size_t skipped = 0;
  for (std::size_t i = 1; i < limit; ++i) {
    skipped += static_cast<unsigned>(is_folded_space(words[i - 1])) &
               static_cast<unsigned>(is_folded_space(words[i]));
  }
  for (std::size_t i = limit; skipped > 0 && i < words.size(); ++i) {
    skipped -= is_folded_space(words[i - 1]) && is_folded_space(words[i]) ? 0 : 1;
  }
  return skipped > 0;
}

std::uint32_t slashed_note(std::string_view line) {
  constexpr std::size_t kMostDigits = 3;
  std::uint32_t number = 0;
  std::size_t at = 0;
  while (at < line.size() && at < kMostDigits && is_digit(line[at])) {
    number = number * 10 + static_cast<std::uint32_t>(line[at++] - '0');
  }
  const bool slash = at > 0 && at < line.size() && line[at] == '/';
  const std::size_t words = slash ? line.find_first_not_of(' ', at + 1) : std::string_view::npos;
  if (words == std::string_view::npos || words <= at + 1) {
    return 0;
  }
  // "1/ 8/24600.": the S of a document, misread.
  const bool misread = line.substr(words).starts_with("8/") && line.size() > words + 5 &&
                       is_digit(line[words + 2]) && is_digit(line[words + 5]);
  return is_upper(line[words]) || misread ? number : 0;
}

Marker lone_number(std::string_view line) {
  constexpr std::size_t kLongest = 4;  // "123."
  const bool lone = line.size() > 1 && line.size() <= kLongest && line.ends_with('.') &&
                    std::all_of(line.begin(), line.end() - 1, is_digit);
  return lone ? number_marker(std::string(line) + " x") : Marker{};
}

Marker marker_of(std::string_view line) {
  if (line.empty()) {
    return {};
  }
  if (line.front() == kNoteMarkBegin) {
    return note_marker(line);
  }
  if (line.size() > 1 && line[0] == '(' && line[1] == kNoteMarkBegin) {  // "(¹) القرار 55/2"
    Marker marker = note_marker(line.substr(1));
    marker.length += line.substr(marker.length + 1).starts_with(')') ? 2 : 1;
    return marker;
  }
  if (const std::uint32_t note = slashed_note(line); note != 0) {
    return {MarkerKind::Note, note, {}, line.find_first_not_of(' ', line.find('/') + 1)};
  }
  if (is_digit(line.front())) {
    return number_marker(line);
  }
  return static_cast<unsigned char>(line.front()) >= 0xE2 ? han_marker(line) : letter_marker(line);
}

bool is_note_of_symbol(std::string_view line) {
  const std::size_t space = line.find(' ');
  if (space == std::string_view::npos || space == 0 ||
      line.substr(0, space).find_first_not_of("0123456789") != std::string_view::npos) {
    return false;
  }
  std::string_view symbol = line.substr(space + 1);
  const std::size_t end = symbol.find(' ');
  const bool alone = end == std::string_view::npos;
  symbol = symbol.substr(0, end);
  // The text's own symbol, which pages bear, is that of a resolution.
  return symbol.find('/') != std::string_view::npos && symbol.front() >= 'A' &&
         symbol.front() <= 'Z' &&
         (symbol.back() == '.' || symbol.back() == ',' ||
          (alone && symbol.find("/RES/") == std::string_view::npos));
}

bool is_page_furniture(std::string_view line) {
  if (line.size() > 60) {
    return false;
  }
  if (line.substr(0, 4) == "<!--" || line == "*" || line == "...") {
    return true;
  }
  if (is_note_of_symbol(line) || slashed_note(line) != 0) {
    return false;
  }
  // Every word of the line is a page count, a job number or a symbol: "A/RES/78/16  2/4  23-24060
  // (E)".
  bool number = false;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= line.size(); ++i) {
    if (i < line.size() && line[i] != ' ') {
      continue;
    }
    const std::string_view word = line.substr(begin, i - begin);
    begin = i + 1;
    if (word.empty()) {
      continue;
    }
    const auto digits = static_cast<std::size_t>(std::count_if(word.begin(), word.end(), is_digit));
    const bool count =
        digits > 0 && word.find_first_not_of("0123456789/-") == std::string_view::npos;
    const bool language = word.size() == 3 && word.front() == '(' && word.back() == ')';
    const bool symbol = word.find('/') != std::string_view::npos && digits > 0 &&
                        word.front() >= 'A' && word.front() <= 'Z';
    if (!count && !language && !symbol) {
      return false;
    }
    number = number || count;
  }
  // A lone number may be a table's cell; a lone symbol is the header's own and is kept.
  return number &&
         (line.find('/') != std::string_view::npos || line.find('-') != std::string_view::npos);
}

bool ends_paragraph(std::string_view text) {
  std::size_t i = text.size();
  while (i > 0) {
    const char c = text[i - 1];
    if (c == kNoteMarkEnd) {
      i = text.rfind(kNoteMarkBegin, i - 1);
      if (i == std::string_view::npos) {
        return false;
      }
      continue;
    }
    if (c == ')' || c == '"' || c == ']' || c == ' ' || c == '*') {
      --i;
      continue;
    }
    if (is_digit(c)) {  // "Syria, 7": a mark that lost its raised place
      std::size_t first = i;
      while (first > 0 && i - first < 3 && is_digit(text[first - 1])) {
        --first;
      }
      if (first < 2 || text[first - 1] != ' ') {
        return false;
      }
      const char before = text[first - 2];
      return before == ',' || before == ';' || before == '.';
    }
    return c == ',' || c == ';' || c == '.' || c == ':' || c == '!' || c == '?';
  }
  return false;
}

std::string section_number(std::string_view line) {
  if (!line.empty() && line.back() == '.') {
    line.remove_suffix(1);
  }
  if (line.empty() || line.size() > 24) {
    return {};
  }
  if (line.size() == 1 && is_upper(line.front())) {
    return std::string(line);
  }
  if (line.size() <= 8 && session_numeral(line) != 0) {
    return std::string(line);
  }
  std::size_t length = 0;
  const std::uint32_t han = chinese_number(line, 0, length);
  if (length == line.size() && han > 0 && han < 100) {
    return roman_numeral(han);
  }
  const unsigned ordinal = arabic_ordinal(line);
  return ordinal != 0 ? roman_numeral(ordinal) : std::string();
}

}  // namespace lineage::ingest
