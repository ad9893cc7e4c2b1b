// Dates in running text, in all six languages: "4 December 1998", "1er décembre 1999", "4 de
// diciembre de 1998", "4 كانون الأول/ديسمبر 1998", "1998年12月4日", "一九五〇年十二月十四日",
// "December 4, 1998".
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "graph/date.h"
#include "graph/language.h"
#include "ingest/words/lexer.h"

namespace lineage::ingest {

// What date_at() read.
struct DateReading {
  std::size_t tokens = 0;  // how many it takes; 0 when there is no date
  int year = 0;            // 0: day and month alone, the year follows with a later date
  int month = 0;
  int day = 0;
  std::uint32_t note_mark = 0;   // "15 June 197238": the mark glued to the year, 38
  std::uint32_t inner_mark = 0;  // "1 April³ 2022": the mark in front of the year
  std::uint32_t end = 0;         // end of the last token that belongs to the date itself
  bool repaired = false;         // "1 7 December": digits set apart

  [[nodiscard]] std::optional<Date> date() const { return Date::of(year, month, day); }
};

// Reads a date that begins at token `at`. Looks at most twelve tokens ahead.
[[nodiscard]] DateReading date_at(const std::vector<Token>& tokens,
                                  std::size_t at,
                                  std::string_view text);

// The last whole date in a line, in the words of a language.
[[nodiscard]] std::optional<Date> last_date_in(const LexerInput& line, const Lexicon& lexicon);
// The same where the caller has the tokens of the line.
[[nodiscard]] std::optional<Date> last_date_in(const std::vector<Token>& tokens,
                                               std::string_view text);
// False where no date can stand: all but Chinese ones write day and year with digits.
[[nodiscard]] bool may_hold_date(std::string_view text, const Lexicon& lexicon);

// The value of Chinese digits at `at` ("一九五〇", "十四"); `length` receives their bytes, 0 for
// none.
[[nodiscard]] std::uint32_t chinese_number(std::string_view text,
                                           std::size_t at,
                                           std::size_t& length);

}  // namespace lineage::ingest
