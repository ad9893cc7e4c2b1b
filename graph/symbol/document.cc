// Reads document symbols: A/78/404, A/C.1/78/L.60/Rev.1, NPT/CONF.2000/28(PartsIandII).
#include <algorithm>
#include <array>
#include <string>

#include "graph/ascii.h"
#include "graph/symbol.h"
#include "graph/symbol/act.h"
#include "graph/symbol/document_text.h"
#include "graph/symbol/segment.h"
#include "graph/symbol/spelling.h"

namespace lineage {
namespace {

constexpr std::array<std::string_view, 9> kTreatySeries{"NPT", "FCCC", "CCW",  "BWC", "ICCD",
                                                        "CAC", "CTOC", "TPNW", "CCM"};

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
