#include "ingest/names/name_years.h"

#include <algorithm>
#include <string>

#include "ingest/text/normalize.h"

namespace lineage::ingest {
namespace {

bool is_digit(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

// Whether what stands between two years makes them items of a list: ", ", " and ", "年和".
bool joins_years(std::string_view between) {
  constexpr std::string_view kJoiners[] = {"",   "and",  "et",   "y",    "e",    "и",
                                           "و",  "年",   "年、", "年和", "、",   "和",
                                           "及", "年及", "г. и", "года", "годов"};
  std::string word;
  for (const char c : between) {
    if (c != ',' && (!is_folded_space(c) || (!word.empty() && word.back() != ' '))) {
      word += is_folded_space(c) ? ' ' : c;
    }
  }
  while (!word.empty() && word.back() == ' ') {
    word.pop_back();
  }
  return std::find(std::begin(kJoiners), std::end(kJoiners), word) != std::end(kJoiners);
}

// Bytes that may stand between two years of a list, and years in one.
constexpr std::size_t kJoinerBytes = 12;
constexpr std::size_t kMostYears = 8;

}  // namespace

std::uint16_t year_at(std::string_view text, std::size_t at) {
  if (is_digit(text, at + 4) || (at > 0 && is_digit(text, at - 1))) {
    return 0;
  }
  std::uint16_t year = 0;
  for (std::size_t i = at; i < at + 4; ++i) {
    if (!is_digit(text, i)) {
      return 0;
    }
    year = static_cast<std::uint16_t>(year * 10 + (text[i] - '0'));
  }
  return year;
}

std::vector<std::size_t> years_from(std::string_view text, std::size_t at) {
  std::vector<std::size_t> years;
  while (years.size() < kMostYears && year_at(text, at) != 0) {
    years.push_back(at);
    std::size_t next = at + 4;
    while (next < text.size() && next < at + 4 + kJoinerBytes && !is_digit(text, next)) {
      ++next;
    }
    if (!joins_years(text.substr(at + 4, next - at - 4))) {
      break;
    }
    at = next;
  }
  return years;
}

std::vector<std::size_t> years_before(std::string_view text, std::size_t end) {
  std::vector<std::size_t> years;
  while (years.size() < kMostYears && end >= 4 && year_at(text, end - 4) != 0) {
    years.push_back(end - 4);
    const std::size_t begin = end - 4;
    std::size_t next = begin;
    while (next > 0 && begin - next < kJoinerBytes && !is_digit(text, next - 1)) {
      --next;
    }
    if (!joins_years(text.substr(next, begin - next))) {
      break;
    }
    end = next;
  }
  std::reverse(years.begin(), years.end());
  return years;
}

}  // namespace lineage::ingest
