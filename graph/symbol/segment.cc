#include "graph/symbol/segment.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "graph/ascii.h"
#include "graph/symbol/spelling.h"

namespace lineage {
namespace {

constexpr std::size_t kMostDigits = 9;
constexpr std::size_t kLongestWord = 14;  // "Introduction", "Corrigendum"
constexpr std::uint32_t kFirstYear = 1945;
constexpr std::uint32_t kLastYear = 2100;
constexpr std::uint32_t kLastPlausibleSession = 200;

// Series that are recognised in any letter case; others must be printed in capitals.
constexpr std::array<std::string_view, 14> kKnownSeries{
    "A", "S", "E", "T", "ST", "NPT", "UNEP", "FCCC", "CD", "TD", "CAC", "CCW", "BWC", "ISBA"};

// "404", "65A", "11-13", "6(Sect.29C)": what may follow the digits that begin a segment.
bool is_number_tail(std::string_view tail) {
  std::size_t letters = 0;
  while (letters < tail.size() && is_alpha(tail[letters])) {
    ++letters;
  }
  return letters <= 2 && (letters == tail.size() || tail[letters] == '(' || tail[letters] == '-');
}

}  // namespace

Segments segments_of(std::string_view text) {
  Segments segments;
  segments.reserve(kMostSegments);
  while (true) {
    const std::size_t stroke = text.find('/');
    segments.push_back(text.substr(0, stroke));
    if (stroke == std::string_view::npos) {
      return segments;
    }
    text.remove_prefix(stroke + 1);
  }
}

bool is_segment(std::string_view segment) {
  if (segment.empty()) {
    return false;
  }
  bool open = false;
  std::size_t digits = 0;
  std::size_t word = 0;
  for (const char c : segment) {
    digits = is_digit(c) ? digits + 1 : 0;
    word = is_alpha(c) ? word + 1 : 0;
    if (c == '(' || c == ')') {
      if (open == (c == '(')) {
        return false;
      }
      open = !open;
    } else if (!is_alpha(c) && !is_digit(c) && c != '.' && c != '-' && !(open && c == ',')) {
      return false;
    }
    if (digits > kMostDigits || word > kLongestWord) {
      return false;
    }
  }
  if (open || segment.front() == '.' || segment.front() == '-' || segment.back() == '.' ||
      segment.back() == '-') {
    return false;
  }
  std::size_t end = 0;
  while (end < segment.size() && is_digit(segment[end])) {
    ++end;
  }
  return end == 0 || is_number_tail(segment.substr(end));
}

bool is_series(std::string_view segment) {
  const bool known = std::ranges::any_of(kKnownSeries, [&](std::string_view series) {
    return series.size() == segment.size() && starts_with_folded(segment, series);
  });
  if (known) {
    return true;
  }
  return segment.size() >= 2 && segment.size() <= 10 && std::ranges::all_of(segment, is_upper);
}

std::optional<std::uint32_t> number_in(std::string_view segment) {
  const auto digit = std::ranges::find_if(segment, is_digit);
  std::uint32_t value = 0;
  const char* begin = segment.data() + (digit - segment.begin());
  if (std::from_chars(begin, segment.data() + segment.size(), value).ec != std::errc{}) {
    return std::nullopt;
  }
  return value;
}

bool is_suffix(std::string_view segment) {
  return std::ranges::any_of(
      std::array<std::string_view, 6>{"Add.", "Corr", "Rev.", "Amend", "Summary", "Prov"},
      [segment](std::string_view word) { return segment.starts_with(word); });
}

bool is_session_segment(std::string_view segment) {
  if (segment.starts_with("S-") || segment.starts_with("ES-")) {
    segment.remove_prefix(segment.find('-') + 1);
  }
  return !segment.empty() && std::ranges::all_of(segment, is_digit);
}

Session session_in(std::string_view segment) {
  const std::uint32_t value = number_in(segment).value_or(0);
  const auto number = static_cast<std::uint16_t>(std::min<std::uint32_t>(value, UINT16_MAX));
  if (segment.starts_with("S-")) {
    return {SessionKind::Special, number};
  }
  if (segment.starts_with("ES-")) {
    return {SessionKind::EmergencySpecial, number};
  }
  if (value >= kFirstYear && value <= kLastYear) {
    return {SessionKind::None, number};
  }
  return value <= kLastPlausibleSession ? Session{SessionKind::Regular, number} : Session{};
}

}  // namespace lineage
