#include "ingest/grammar/printed_symbol.h"

#include <algorithm>
#include <array>

#include "graph/ascii.h"

namespace lineage::ingest {
namespace {

// Series of symbols that are cited, by the letters before the first slash. Others count when they
// have two slashes and a digit.
constexpr std::array<std::string_view, 41> kSeries{
    "A",   "S",   "E",    "T",    "ST",  "TD",    "NPT",   "CRC",  "CEDAW", "CCPR", "CERD",
    "CAT", "CMW", "CRPD", "HRI",  "DP",  "ECE",   "UNEP",  "UNW",  "FCCC",  "ICCD", "CD",
    "BWC", "CCW", "ID",   "GC",   "LC",  "SPLOS", "ISBA",  "APLC", "UNFF",  "HSP",  "PCNICC",
    "ICC", "DPI", "HS",   "AFCF", "IDB", "CBD",   "UNHCR", "CLCS"};

constexpr std::size_t kLongest = 80;  // bytes before the last bracket

bool is_part(char c) { return is_digit(c) || is_alpha(c); }

class SymbolReader {
 public:
  SymbolReader(std::string_view text, std::size_t at) : text_(text.substr(at)) {}

  std::size_t length() {
    const std::string_view series = series_letters();
    if (at(length_) != '/' || !is_part(at(length_ + 1))) {
      return 0;
    }
    while (length_ < kLongest && step()) {
    }
    const bool known = std::find(kSeries.begin(), kSeries.end(), series) != kSeries.end();
    return digit_ && (known || slashes_ >= 2) ? length_ : 0;
  }

 private:
  // "\n" behind the text: it belongs to no symbol.
  [[nodiscard]] char at(std::size_t i) const { return i < text_.size() ? text_[i] : '\n'; }

  // "A", "CEDAW", "ICC-ASP", of which the first letters tell the series.
  std::string_view series_letters() {
    constexpr std::size_t kMostLetters = 8;
    constexpr std::size_t kMostWithHyphens = 16;
    while (is_upper(at(length_)) && length_ < kMostLetters) {
      ++length_;
    }
    const std::string_view letters = text_.substr(0, length_);
    while (at(length_) == '-' && is_upper(at(length_ + 1))) {
      ++length_;
      while (is_upper(at(length_)) && length_ < kMostWithHyphens) {
        ++length_;
      }
    }
    return letters;
  }

  // Takes the next character, with what belongs to it; false at the end of the symbol.
  bool step() {
    const char c = at(length_);
    switch (c) {
      case '/':
        return slash();
      case '[':
        length_ += is_upper(at(length_ + 1)) ? part_letters() : 0;
        return false;
      case '(':
        return bracket();
      case '-':
      case '.':
      case '&':
        // "A/C.6/56/SR.15-19" names the first and means the rest.
        return !(c == '-' && is_range()) && is_part(at(length_ + 1)) && take(1);
      default:
        digit_ = digit_ || is_digit(c);
        return is_part(c) && take(1);
    }
  }

  bool take(std::size_t bytes) {
    length_ += bytes;
    return true;
  }

  // A slash, behind which a line's end may have left a space: "A/66/53/Add.1/ Corr.1",
  // "S/PRST/ 2014/23".
  bool slash() {
    const bool spaced =
        at(length_ + 1) == ' ' &&
        (digit_ ? is_supplement(length_ + 2) : slashes_ > 0 && is_digit(at(length_ + 2)));
    if (!spaced && !is_part(at(length_ + 1))) {
      return false;
    }
    ++slashes_;
    return take(spaced ? 2 : 1);
  }

  [[nodiscard]] bool is_supplement(std::size_t from) const {
    const std::string_view word = text_.substr(std::min(from, text_.size()), 5);
    return word.starts_with("Add.") || word.starts_with("Rev.") || word == "Corr.";
  }

  // A hyphen between two numbers of documents: "SR.15-19", "Add.1-3". In "A/42/227-E/1987/65" and
  // "A/CN.4/L.702-A" it belongs to the symbol.
  [[nodiscard]] bool is_range() const {
    if (!is_digit(at(length_ + 1)) || !is_digit(at(length_ - 1))) {
      return false;
    }
    std::size_t first = length_;
    while (first > 0 && is_digit(at(first - 1))) {
      --first;
    }
    return first > 0 && at(first - 1) == '.';
  }

  // "[H]", "[A-B]", up to six bytes, of which the loop of a symbol is at an end.
  [[nodiscard]] std::size_t part_letters() const {
    constexpr std::size_t kMost = 6;
    std::size_t length = 1;
    while (length < kMost && (is_upper(at(length_ + length)) || at(length_ + length) == '-')) {
      ++length;
    }
    return at(length_ + length) == ']' ? length + 1 : 0;
  }

  // "(2004)", "(XXV)", "(S-VI)", "(PartsIandII)" glued to a part.
  bool bracket() {
    constexpr std::size_t kMost = 24;
    const auto may_stand = [](char c) { return is_part(c) || c == '-' || c == '.'; };
    std::size_t length = 1;
    while (length < kMost && may_stand(at(length_ + length))) {
      ++length;
    }
    const bool closed = length > 1 && at(length_ + length) == ')';
    return closed && is_part(at(length_ - 1)) && take(length + 1);
  }

  std::string_view text_;
  std::size_t length_ = 0;
  std::size_t slashes_ = 0;
  bool digit_ = false;
};

}  // namespace

std::size_t symbol_length(std::string_view text, std::size_t at) {
  return SymbolReader(text, at).length();
}

}  // namespace lineage::ingest
