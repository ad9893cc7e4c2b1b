// Reads document symbols: A/78/404, A/C.1/78/L.60/Rev.1, NPT/CONF.2000/28(PartsIandII).
#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <vector>

#include "graph/symbol.h"
#include "graph/symbol_spelling.h"

namespace lineage {
namespace {

constexpr std::size_t kMostSegments = 12;
constexpr std::size_t kMostDigits = 9;
constexpr std::size_t kLongestWord = 14;  // "Introduction", "Corrigendum"
constexpr std::uint32_t kFirstYear = 1945;
constexpr std::uint32_t kLastYear = 2100;
constexpr std::uint32_t kLastPlausibleSession = 200;

// Series that are recognised in any letter case; others must be printed in capitals.
constexpr std::array<std::string_view, 14> kKnownSeries{
    "A", "S", "E", "T", "ST", "NPT", "UNEP", "FCCC", "CD", "TD", "CAC", "CCW", "BWC", "ISBA"};

constexpr std::array<std::string_view, 9> kTreatySeries{"NPT", "FCCC", "CCW",  "BWC", "ICCD",
                                                        "CAC", "CTOC", "TPNW", "CCM"};

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

// Brings letters to their printed case and drops leading zeros.
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

// The first half of a double symbol: "A/74/73" of "A/74/73-E/2019/14".
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

std::vector<std::string_view> segments_of(std::string_view text) {
  std::vector<std::string_view> segments;
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

// "404", "65A", "11-13", "6(Sect.29C)": what may follow the digits that begin a segment.
bool is_number_tail(std::string_view tail) {
  std::size_t letters = 0;
  while (letters < tail.size() && is_alpha(tail[letters])) {
    ++letters;
  }
  return letters <= 2 && (letters == tail.size() || tail[letters] == '(' || tail[letters] == '-');
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

// The number that stands at the start of a segment or, as in "L.60" and "S-12", after its word.
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

using Segments = std::vector<std::string_view>;

Organ organ_of(const Segments& segments) {
  const std::string_view series = segments[0];
  const std::string_view second = segments[1];
  if (std::ranges::find(kTreatySeries, series) != kTreatySeries.end() ||
      std::ranges::any_of(segments, [](std::string_view s) { return s.starts_with("CONF."); })) {
    return Organ::Conference;
  }
  if (series == "A") {
    return second == "HRC" ? Organ::HumanRightsCouncil : Organ::GeneralAssembly;
  }
  if (series == "S") {
    return Organ::SecurityCouncil;
  }
  if (series == "E") {
    return second == "CN.4"    ? Organ::CommissionOnHumanRights
           : second == "CN.6"  ? Organ::CommissionOnTheStatusOfWomen
           : second == "CN.7"  ? Organ::CommissionOnNarcoticDrugs
           : second == "CN.15" ? Organ::CommissionOnCrimePrevention
                               : Organ::EconomicAndSocialCouncil;
  }
  if (series == "UNEP" && second.starts_with("EA.")) {
    return Organ::EnvironmentAssembly;
  }
  return series == "T"    ? Organ::TrusteeshipCouncil
         : series == "ST" ? Organ::Secretariat
                          : Organ::Other;
}

// True for a document of an organ's own series: its letter, a session or year, a number and
// suffixes.
bool in_own_series(const Segments& segments) {
  const std::string_view series = segments[0];
  if (series != "A" && series != "S" && series != "E" && series != "T") {
    return false;
  }
  std::size_t at = segments[1] == "HRC" ? 2 : 1;
  std::size_t numbers = 0;
  for (; at < segments.size() && !is_suffix(segments[at]); ++at, ++numbers) {
    const std::string_view segment = segments[at];
    if (!is_session_segment(segment) && !is_digit(segment.front())) {
      return false;
    }
  }
  return numbers == 1 || numbers == 2;
}

WorkKind kind_of(const Segments& segments) {
  for (const std::string_view segment : segments) {
    const bool numbered = segment.size() > 2 && is_digit(segment.back());
    if (numbered && segment.starts_with("L.")) {
      return WorkKind::Draft;
    }
    if (numbered && (segment.starts_with("PV.") || segment.starts_with("SR."))) {
      return WorkKind::Meeting;
    }
  }
  if (segments[0] == "S" && segments[1] == "PRST") {
    return WorkKind::Statement;
  }
  return in_own_series(segments) ? WorkKind::Report : WorkKind::Document;
}

struct Counted {
  Session session;
  std::uint32_t number = 0;
};

// The first bare number is the session or year when another number follows it.
Counted count_of(const Segments& segments) {
  Counted counted;
  bool has_session = false;
  for (std::size_t i = 1; i < segments.size() && !is_suffix(segments[i]); ++i) {
    const bool committee = i == 1 && !is_session_segment(segments[i]) && segments.size() > 2;
    const auto number = committee ? std::nullopt : number_in(segments[i]);
    if (!number) {
      continue;
    }
    if (!has_session && counted.number == 0 && is_session_segment(segments[i])) {
      counted.session = session_in(segments[i]);
      counted.number = *number;
      has_session = true;
      continue;
    }
    counted.number = *number;
    return counted;
  }
  counted.session = Session{};  // one number only: A/8965
  return counted;
}

}  // namespace

Result<Symbol> Symbol::document(std::string_view text) {
  // Most lines of a header are asked whether they are a symbol: most are told by this.
  if (text.find('/') == std::string_view::npos || std::ranges::none_of(text, is_digit)) {
    return malformed_symbol(text);
  }
  auto printed = text.size() <= kLongestSymbolText ? plain(text) : std::nullopt;
  if (!printed) {
    return malformed_symbol(text);
  }
  if (const PrefixedAct act = read_prefixed_act(trimmed(*printed)); act.has_prefix) {
    return act.symbol ? Result<Symbol>(*act.symbol) : malformed_symbol(text);
  }
  std::erase(*printed, ' ');
  std::string_view half = first_half(*printed);
  while (half.ends_with('*')) {
    half.remove_suffix(1);
  }
  const std::string canonical = folded(half);
  // "A/ RES/78/16" shows that it is an act only now.
  if (const PrefixedAct act = read_prefixed_act(canonical); act.has_prefix) {
    return act.symbol ? Result<Symbol>(*act.symbol) : malformed_symbol(text);
  }
  const Segments segments = segments_of(canonical);
  const bool fits = segments.size() >= 2 && segments.size() <= kMostSegments &&
                    is_series(half.substr(0, half.find('/'))) &&
                    std::ranges::all_of(segments, is_segment) &&
                    std::ranges::any_of(canonical, is_digit);
  if (!fits) {
    return malformed_symbol(text);
  }
  const Counted counted = count_of(segments);
  Symbol symbol;
  symbol.organ_ = organ_of(segments);
  symbol.kind_ = kind_of(segments);
  symbol.session_ = counted.session;
  symbol.number_ = counted.number;
  symbol.text_ = canonical;
  return symbol;
}

}  // namespace lineage
