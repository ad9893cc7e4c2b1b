#include "ingest/grammar/dates.h"

#include <algorithm>
#include <array>
#include <utility>

#include "graph/ascii.h"
#include "ingest/grammar/misread.h"

namespace lineage::ingest {
namespace {

// Misprints such as "2107" are dates too: the resolver says what is wrong with them.
bool is_year(std::uint32_t value) { return value >= 1900 && value <= 2199; }
bool is_day(std::uint32_t value) { return value >= 1 && value <= 31; }

constexpr std::array<std::pair<std::string_view, std::uint32_t>, 12> kHanDigits{{{"〇", 0},
                                                                                 {"○", 0},
                                                                                 {"一", 1},
                                                                                 {"二", 2},
                                                                                 {"三", 3},
                                                                                 {"四", 4},
                                                                                 {"五", 5},
                                                                                 {"六", 6},
                                                                                 {"七", 7},
                                                                                 {"八", 8},
                                                                                 {"九", 9},
                                                                                 {"零", 0}}};

// The three bytes at `at` as one number.
constexpr std::uint32_t packed(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return std::uint32_t{static_cast<unsigned char>(text[at + i])};
  };
  return byte(0) << 16 | byte(1) << 8 | byte(2);
}

// A bit for each last byte that a digit, or the sign of ten, has: the six that count.
constexpr std::uint64_t kLastBytes = [] {
  const auto bit = [](std::string_view character) {
    return std::uint64_t{1} << (static_cast<unsigned char>(character[2]) & 0x3F);
  };
  std::uint64_t bits = bit("十");
  for (const auto& row : kHanDigits) {
    bits |= bit(row.first);
  }
  return bits;
}();

// Every word of a text is asked; all digits are characters of three bytes from U+25CB on.
bool may_be_han_digit(std::string_view text, std::size_t at) {
  return at + 3 <= text.size() && static_cast<unsigned char>(text[at]) >= 0xE2 &&
         (kLastBytes >> (static_cast<unsigned char>(text[at + 2]) & 0x3F) & 1) != 0;
}

class Reader {
 public:
  Reader(const std::vector<Token>& tokens, std::size_t at, std::string_view text)
      : tokens_(tokens), begin_(at), at_(at), text_(text) {}

  DateReading read() {
    if (kind() == TokenKind::Number || is_han_digit()) {
      if (chinese() || (kind() == TokenKind::Number && day_first())) {
        return done();
      }
    } else if (month() != 0 && month_first()) {
      return done();
    } else if (month(1) != 0 && is_misread_first() && day_first() && reading_.year != 0) {
      return done();
    }
    return {};
  }

 private:
  [[nodiscard]] const Token* token(std::size_t ahead = 0) const {
    return at_ + ahead < tokens_.size() ? &tokens_[at_ + ahead] : nullptr;
  }
  [[nodiscard]] TokenKind kind(std::size_t ahead = 0) const {
    return token(ahead) == nullptr ? TokenKind::Other : token(ahead)->kind;
  }
  [[nodiscard]] int month(std::size_t ahead = 0) const {
    const Token* t = token(ahead);
    return t != nullptr && t->entry != nullptr ? t->entry->month : 0;
  }
  [[nodiscard]] bool is(Word word, std::size_t ahead = 0) const {
    return token(ahead) != nullptr && token(ahead)->is(word);
  }
  // "ler décembre", "I February": the first of a month, with a letter for its figure.
  [[nodiscard]] bool is_misread_first() const {
    const std::string_view word = text_.substr(token()->begin, token()->end - token()->begin);
    return word == "ler" || word == "Ier" || word == "I" || word == "l";
  }
  [[nodiscard]] std::uint32_t value(std::size_t ahead = 0) const {
    return kind(ahead) == TokenKind::Number ? token(ahead)->value : 0;
  }

  DateReading done() {
    reading_.tokens = at_ - begin_;
    reading_.end = reading_.end != 0 ? reading_.end : tokens_[at_ - 1].end;
    return reading_;
  }

  void skip_glue() {
    while (is(Word::DateGlue) || (is(Word::Of) && month(1) != 0)) {
      ++at_;
    }
  }

  // "4 December 1998", "4 de diciembre de 1998", "4 كانون الأول/ديسمبر 1998", "1 7 December 1984".
  bool day_first() {
    std::uint32_t day = value();
    if (day == 0 && kind() != TokenKind::Number) {
      day = 1;
      reading_.repaired = true;
    }
    if (day >= 1 && day <= 3 && kind(1) == TokenKind::Number && value(1) <= 9 && month(2) != 0) {
      day = day * 10 + value(1);
      reading_.repaired = true;
      ++at_;
    }
    ++at_;
    if (!is_day(day)) {
      return false;
    }
    skip_glue();
    if (month() == 0) {
      return false;
    }
    reading_.day = static_cast<int>(day);
    reading_.month = month();
    ++at_;
    if (kind() == TokenKind::Slash && month(1) != 0) {
      at_ += 2;
    } else if (month() == reading_.month) {  // "29 تشرين الثاني نوفمبر": the stroke is missing
      ++at_;
    }
    const std::size_t before_glue = at_;
    mark_inside();
    skip_glue();
    if (is(Word::Of) && is_year(value(1))) {  // "15 of December of 2022"
      ++at_;
    }
    if (kind() == TokenKind::Comma && is_year(value(1))) {
      ++at_;
    }
    if (!year()) {
      at_ = before_glue;  // the year follows with a later date
    }
    return true;
  }

  // "1 نيسان/أبريل(³) 2022": a note mark in front of the year.
  void mark_inside() {
    if (kind() == TokenKind::NoteMark && is_year(value(1))) {
      reading_.inner_mark = token()->value;
      ++at_;
    }
  }

  // Reads the year, a note mark glued to it, and the words that close it.
  bool year() {
    const std::uint32_t digits = value();
    if (is_year(digits)) {
      reading_.year = static_cast<int>(digits);
      reading_.end = token()->end;
      ++at_;
      if (is(Word::YearWord)) {
        reading_.end = token()->end;
        ++at_;
      }
      return true;
    }
    for (const std::uint32_t scale : {10U, 100U, 1000U}) {
      if (digits / scale != 0 && is_year(digits / scale)) {
        reading_.year = static_cast<int>(digits / scale);
        reading_.note_mark = digits % scale;
        reading_.end = token()->begin + 4;
        ++at_;
        return true;
      }
    }
    // "29 May I968", "18 March 197O": letters for figures.
    if (token() != nullptr && kind() != TokenKind::Term) {
      std::size_t length = 0;
      const std::uint32_t from = token()->begin;
      const std::uint32_t figure = misread_figure(text_, from, length);
      if (length == 4 && is_year(figure)) {
        reading_.year = static_cast<int>(figure);
        reading_.repaired = true;
        reading_.end = from + 4;
        while (token() != nullptr && token()->begin < from + 4) {
          ++at_;
        }
        return true;
      }
    }
    // "18 December 1 985": the year's digits set apart.
    const bool one = value() == 1 || (kind() == TokenKind::Letter && token()->value == 'I');
    if (one && kind(1) == TokenKind::Number && is_year(1000 + value(1)) && value(1) < 1000) {
      reading_.year = static_cast<int>(1000 + value(1));
      reading_.repaired = true;
      reading_.end = token(1)->end;
      at_ += 2;
      return true;
    }
    return false;
  }

  // "December 4, 1998".
  bool month_first() {
    reading_.month = month();
    ++at_;
    if (!is_day(value())) {
      return false;
    }
    reading_.day = static_cast<int>(value());
    ++at_;
    if (kind() == TokenKind::Comma) {
      ++at_;
    }
    return year();
  }

  [[nodiscard]] bool is_han_digit() const {
    std::size_t length = 0;
    const Token* t = token();
    if (t == nullptr || t->kind != TokenKind::Word) {
      return false;
    }
    static_cast<void>(chinese_number(text_, t->begin, length));
    return length != 0;
  }

  // A number in digits or in Chinese characters; nullopt when there is none.
  std::optional<std::uint32_t> han_or_digits() {
    if (kind() == TokenKind::Number) {
      return tokens_[at_++].value;
    }
    if (token() == nullptr) {
      return std::nullopt;
    }
    std::size_t length = 0;
    const std::size_t from = token()->begin;
    const std::uint32_t number = chinese_number(text_, from, length);
    if (length == 0) {
      return std::nullopt;
    }
    while (token() != nullptr && token()->begin < from + length) {
      ++at_;
    }
    return number;
  }

  // "1998年12月4日", "一九五〇年十二月十四日".
  bool chinese() {
    const std::size_t start = at_;
    const auto year = han_or_digits();
    if (year && is(Word::YearWord)) {
      ++at_;
      const auto month = han_or_digits();
      if (month && is(Word::MonthWord)) {
        ++at_;
        const auto day = han_or_digits();
        if (day && is(Word::DayWord) && is_year(*year) && *month <= 12 && is_day(*day)) {
          ++at_;
          reading_.year = static_cast<int>(*year);
          reading_.month = static_cast<int>(*month);
          reading_.day = static_cast<int>(*day);
          return true;
        }
      }
    }
    at_ = start;
    return false;
  }

  const std::vector<Token>& tokens_;
  std::size_t begin_;
  std::size_t at_;
  std::string_view text_;
  DateReading reading_;
};

}  // namespace

DateReading date_at(const std::vector<Token>& tokens, std::size_t at, std::string_view text) {
  return Reader(tokens, at, text).read();
}

bool may_hold_date(std::string_view text, const Lexicon& lexicon) {
  constexpr std::ptrdiff_t kFewest = 4;  // digits: "1 March I 985"
  return !lexicon.spaced() || std::count_if(text.begin(), text.end(), is_digit) >= kFewest;
}

std::optional<Date> last_date_in(const LexerInput& line, const Lexicon& lexicon) {
  if (!may_hold_date(line.text, lexicon)) {
    return std::nullopt;
  }
  std::vector<Token> tokens;
  lex(line, lexicon, tokens);
  return last_date_in(tokens, line.text);
}

std::optional<Date> last_date_in(const std::vector<Token>& tokens, std::string_view text) {
  std::optional<Date> last;
  for (std::size_t i = 0; i < tokens.size();) {
    const DateReading reading = date_at(tokens, i, text);
    if (reading.tokens > 0 && reading.date()) {
      last = reading.date();
    }
    i += reading.tokens > 0 ? reading.tokens : 1;
  }
  return last;
}

std::uint32_t chinese_number(std::string_view text, std::size_t at, std::size_t& length) {
  const std::size_t begin = at;
  std::uint32_t total = 0;
  std::uint32_t digit = 0;
  std::size_t digits = 0;
  bool ten = false;
  if (!may_be_han_digit(text, at)) {
    length = 0;
    return 0;
  }
  const auto next = [&]() -> int {
    if (at + 3 > text.size()) {
      return -1;
    }
    const std::uint32_t character = packed(text, at);
    for (const auto& [written, value] : kHanDigits) {
      if (packed(written, 0) == character) {
        at += written.size();
        return static_cast<int>(value);
      }
    }
    return -1;
  };
  for (; digits < 9; ++digits) {
    if (text.substr(at, 3) == "十") {
      total += (digit == 0 ? 1 : digit) * 10;
      digit = 0;
      ten = true;
      at += 3;
      continue;
    }
    const int value = next();
    if (value < 0) {
      break;
    }
    digit =
        ten ? static_cast<std::uint32_t>(value) : digit * 10 + static_cast<std::uint32_t>(value);
  }
  length = at - begin;
  return total + digit;
}

}  // namespace lineage::ingest
