#include "graph/symbol.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <tuple>

#include "graph/ascii.h"
#include "graph/symbol_forms.h"

namespace lineage {
namespace {

constexpr std::array<std::string_view, 13> kOrganNames{"General Assembly",
                                                       "Security Council",
                                                       "Economic and Social Council",
                                                       "Human Rights Council",
                                                       "Trusteeship Council",
                                                       "Commission on Human Rights",
                                                       "Commission on Narcotic Drugs",
                                                       "Commission on Crime Prevention",
                                                       "Commission on the Status of Women",
                                                       "Environment Assembly",
                                                       "Secretariat",
                                                       "Conference",
                                                       "other body"};

constexpr std::array<std::string_view, 11> kKindNames{
    "resolution", "decision", "report",   "draft", "meeting", "statement",
    "document",   "treaty",   "external", "body",  "track"};

constexpr auto kResolution = WorkKind::Resolution;
constexpr auto kDecision = WorkKind::Decision;

constexpr std::array<ActPrefix, 20> kActPrefixes{{
    {"A/RES/", Organ::GeneralAssembly, kResolution, false},
    {"A/DEC/", Organ::GeneralAssembly, kDecision, false},
    {"S/RES/", Organ::SecurityCouncil, kResolution, true},
    {"S/DEC/", Organ::SecurityCouncil, kDecision, true},
    {"E/RES/", Organ::EconomicAndSocialCouncil, kResolution, true},
    {"E/DEC/", Organ::EconomicAndSocialCouncil, kDecision, true},
    {"A/HRC/RES/", Organ::HumanRightsCouncil, kResolution, false},
    {"A/HRC/DEC/", Organ::HumanRightsCouncil, kDecision, false},
    {"T/RES/", Organ::TrusteeshipCouncil, kResolution, false},
    {"T/DEC/", Organ::TrusteeshipCouncil, kDecision, false},
    {"E/CN.4/RES/", Organ::CommissionOnHumanRights, kResolution, true},
    {"E/CN.4/DEC/", Organ::CommissionOnHumanRights, kDecision, true},
    {"E/CN.7/RES/", Organ::CommissionOnNarcoticDrugs, kResolution, false},
    {"E/CN.7/DEC/", Organ::CommissionOnNarcoticDrugs, kDecision, false},
    {"E/CN.15/RES/", Organ::CommissionOnCrimePrevention, kResolution, false},
    {"E/CN.15/DEC/", Organ::CommissionOnCrimePrevention, kDecision, false},
    {"E/CN.6/RES/", Organ::CommissionOnTheStatusOfWomen, kResolution, false},
    {"E/CN.6/DEC/", Organ::CommissionOnTheStatusOfWomen, kDecision, false},
    {"UNEP/EA./RES/", Organ::EnvironmentAssembly, kResolution, false},
    {"UNEP/EA./DEC/", Organ::EnvironmentAssembly, kDecision, false},
}};

const ActPrefix& prefix_of(Organ organ, WorkKind kind) {
  for (const ActPrefix& prefix : kActPrefixes) {
    if (prefix.organ == organ && prefix.kind == kind) {
      return prefix;
    }
  }
  assert(false && "this organ numbers no acts of this kind");
  return kActPrefixes[0];
}

void append_number(std::string& text, std::uint32_t number) {
  std::array<char, 10> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr;
  text.append(buffer.data(), end);
}

std::string_view session_prefix(SessionKind kind) {
  switch (kind) {
    case SessionKind::Special:
      return "S-";
    case SessionKind::EmergencySpecial:
      return "ES-";
    default:
      return "";
  }
}

void append_letters(std::string& text, std::string_view letters) {
  if (!letters.empty()) {
    text.append(1, '[').append(letters).append(1, ']');
  }
}

// Compares runs of digits by value, so that L.9 stands before L.10. Digit runs never begin with a
// zero in a canonical symbol, so the longer one is the greater.
int compare_naturally(std::string_view a, std::string_view b) {
  std::size_t i = 0;
  while (i < a.size() && i < b.size()) {
    if (is_digit(a[i]) && is_digit(b[i])) {
      const auto run = [i](std::string_view text) {
        std::size_t end = i;
        while (end < text.size() && is_digit(text[end])) {
          ++end;
        }
        return text.substr(i, end - i);
      };
      const std::string_view left = run(a);
      const std::string_view right = run(b);
      if (left.size() != right.size()) {
        return left.size() < right.size() ? -1 : 1;
      }
      if (const int order = left.compare(right); order != 0) {
        return order;
      }
      i += left.size();
    } else if (a[i] != b[i]) {
      return static_cast<unsigned char>(a[i]) < static_cast<unsigned char>(b[i]) ? -1 : 1;
    } else {
      ++i;
    }
  }
  return a.size() < b.size() ? -1 : (a.size() > b.size() ? 1 : 0);
}

// The part of `text` before a closing "/Add.2", "/Corr.1" or "(Sect.4)", empty when it has none.
std::string_view document_whole(std::string_view text) {
  if (text.ends_with(')')) {
    const std::size_t open = text.rfind('(');
    for (const std::string_view word : {"(Part", "(Sect", "(Vol", "(Supp", "(Introduction"}) {
      if (open != std::string_view::npos && text.substr(open).starts_with(word)) {
        return text.substr(0, open);
      }
    }
  }
  const std::size_t stroke = text.rfind('/');
  for (const std::string_view word : {"/Add.", "/Corr.", "/Amend."}) {
    if (stroke != std::string_view::npos && text.substr(stroke).starts_with(word)) {
      return text.substr(0, stroke);
    }
  }
  return {};
}

}  // namespace

std::span<const ActPrefix> act_prefixes() { return kActPrefixes; }

std::string_view name_of(Organ organ) { return kOrganNames[static_cast<std::size_t>(organ)]; }

std::string_view name_of(WorkKind kind) { return kKindNames[static_cast<std::size_t>(kind)]; }

std::optional<WorkKind> work_kind_named(std::string_view name) {
  for (std::size_t i = 0; i < kKindNames.size(); ++i) {
    if (kKindNames[i] == name) {
      return static_cast<WorkKind>(i);
    }
  }
  return std::nullopt;
}

Symbol Symbol::slash(
    Organ organ, WorkKind kind, Session session, std::uint32_t number, std::string_view letters) {
  if (organ == Organ::SecurityCouncil) {
    return roman(organ, kind, session, number, letters);
  }
  const ActPrefix& prefix = prefix_of(organ, kind);
  Symbol symbol;
  symbol.organ_ = organ;
  symbol.kind_ = kind;
  symbol.session_ = session;
  if (prefix.by_year && session.kind == SessionKind::Regular) {
    symbol.session_.kind = SessionKind::None;
  } else if (!prefix.by_year && session.kind == SessionKind::None) {
    symbol.session_.kind = SessionKind::Regular;
  }
  symbol.number_ = number;
  std::string& text = symbol.text_;
  if (organ == Organ::EnvironmentAssembly) {
    text.append("UNEP/EA.");
    append_number(text, session.number);
    text.append(kind == kDecision ? "/DEC/" : "/RES/");
  } else {
    text.append(prefix.text).append(session_prefix(symbol.session_.kind));
    append_number(text, session.number);
    text.append(1, '/');
  }
  append_number(text, number);
  append_letters(text, letters);
  return symbol;
}

Symbol Symbol::roman(
    Organ organ, WorkKind kind, Session session, std::uint32_t number, std::string_view letters) {
  Symbol symbol;
  symbol.organ_ = organ;
  symbol.kind_ = kind;
  symbol.session_ = session;
  symbol.roman_ = true;
  symbol.number_ = number;
  std::string& text = symbol.text_;
  text.append(prefix_of(organ, kind).text);
  append_number(text, number);
  text.append(1, '(');
  if (organ == Organ::SecurityCouncil) {
    symbol.session_.kind = SessionKind::None;
    append_number(text, session.number);
  } else {
    if (session.kind == SessionKind::None) {
      symbol.session_.kind = SessionKind::Regular;
    }
    text.append(session_prefix(symbol.session_.kind)).append(roman_numeral(session.number));
  }
  text.append(1, ')');
  append_letters(text, letters);
  return symbol;
}

Symbol Symbol::council(std::uint32_t number, std::uint16_t year) {
  return roman(Organ::SecurityCouncil, WorkKind::Resolution, Session{SessionKind::None, year},
               number);
}

Symbol Symbol::named(std::string_view space, std::string_view name) {
  Symbol symbol;
  symbol.kind_ = space == "treaty"     ? WorkKind::Treaty
                 : space == "external" ? WorkKind::External
                 : space == "track"    ? WorkKind::Track
                                       : WorkKind::Document;
  symbol.text_.append(space).append(1, ':').append(name);
  std::ranges::replace(symbol.text_, ' ', '-');
  return symbol;
}

Symbol Symbol::body(std::string_view name) {
  Symbol symbol;
  symbol.kind_ = WorkKind::Body;
  symbol.text_.append(1, '@').append(name);
  // "gge2014-2015": the year in which it begins orders it among works.
  constexpr std::size_t kYear = 4;
  const std::size_t at = std::min(name.find_first_of("0123456789"), name.size());
  const std::string_view year = name.substr(at, kYear);
  if (year.size() == kYear && std::ranges::all_of(year, is_digit)) {
    std::from_chars(year.data(), year.data() + kYear, symbol.session_.number);
  }
  return symbol;
}

std::string Symbol::letters() const {
  const std::size_t open = text_.ends_with(']') ? text_.rfind('[') : std::string::npos;
  return open == std::string::npos ? std::string{}
                                   : text_.substr(open + 1, text_.size() - open - 2);
}

std::string Symbol::short_form() const {
  const bool act = kind_ == kResolution || kind_ == kDecision;
  const bool assembly = organ_ == Organ::GeneralAssembly;
  if (!act || !(assembly || organ_ == Organ::SecurityCouncil)) {
    return text_;
  }
  // No Assembly resolution before the thirty-first session has a stroke: "2/24" alone is another
  // body's.
  if (assembly && !roman_ && session_.kind == SessionKind::Regular && session_.number < 31) {
    return text_;
  }
  const std::string letters = this->letters();
  std::string number = text_.substr(prefix_of(organ_, kind_).text.size());
  if (!letters.empty()) {
    number.resize(number.size() - letters.size() - 2);
  }
  const std::string part = letters.empty() ? "" : " " + letters;
  if (const std::size_t bracket = number.find('('); bracket != std::string::npos) {
    number.insert(bracket, part + " ");
  } else {
    number += part;
  }
  return kind_ == kDecision ? "decision " + number : number;
}

std::string Symbol::file_stem() const {
  std::string stem;
  for (const char c : text_) {
    if (c == '/' || c == '[' || c == '(' || c == ':') {
      stem += '_';
    } else if (c != ']' && c != ')') {
      stem += c;
    }
  }
  return stem;
}

std::string Symbol::address() const {
  const std::string symbol = document_symbol();
  return symbol.empty() ? symbol : "https://docs.un.org/en/" + symbol;
}

std::string Symbol::document_symbol() const {
  if (kind_ == WorkKind::Treaty || kind_ == WorkKind::External || !is_text(kind_) ||
      text_.find(':') != std::string::npos) {
    return {};
  }
  if (kind_ != kResolution && kind_ != kDecision) {
    return text_;
  }
  switch (organ_) {
    case Organ::HumanRightsCouncil:
      return text_;
    case Organ::GeneralAssembly:
    case Organ::SecurityCouncil:
    case Organ::EconomicAndSocialCouncil:
    case Organ::TrusteeshipCouncil:
    case Organ::CommissionOnHumanRights:
      break;
    case Organ::EnvironmentAssembly:
      return kind_ == kResolution
                 ? "UNEP/EA." + std::to_string(session_.number) + "/Res." + std::to_string(number_)
                 : std::string{};
    default:
      return {};
  }
  // Decisions are printed in a volume with others, not as documents of their own.
  if (kind_ == kDecision) {
    return {};
  }
  const std::string letters = this->letters();
  if (letters.empty()) {
    return text_;
  }
  // Up to the 1980s one document holds all parts; later each part has its own ("A/RES/57/270B").
  const std::string whole = text_.substr(0, text_.size() - letters.size() - 2);
  constexpr unsigned kFirstSessionWithPartDocuments = 45;
  const bool own_document = !roman_ && session_.number >= kFirstSessionWithPartDocuments;
  return whole + (own_document ? letters : "");
}

std::optional<Symbol> Symbol::whole() const {
  Symbol whole = *this;
  if (kind_ == kResolution || kind_ == kDecision) {
    const std::string letters = this->letters();
    if (letters.empty()) {
      return std::nullopt;
    }
    whole.text_.resize(text_.size() - letters.size() - 2);
    return whole;
  }
  if (kind_ == WorkKind::Treaty || kind_ == WorkKind::External || !is_text(kind_)) {
    return std::nullopt;
  }
  const std::string_view text = document_whole(text_);
  if (text.empty()) {
    return std::nullopt;
  }
  if (const auto parsed = document(text)) {
    return *parsed;
  }
  return std::nullopt;
}

std::strong_ordering operator<=>(const Symbol& a, const Symbol& b) {
  const auto key = [](const Symbol& s) {
    return std::tuple(s.organ_, s.kind_, s.session_, s.number_);
  };
  if (const auto order = key(a) <=> key(b); order != 0) {
    return order;
  }
  return compare_naturally(a.text_, b.text_) <=> 0;
}

std::string roman_numeral(unsigned number) {
  struct Row {
    unsigned value;
    std::string_view numeral;
  };
  constexpr std::array<Row, 13> kRows{{{1000, "M"},
                                       {900, "CM"},
                                       {500, "D"},
                                       {400, "CD"},
                                       {100, "C"},
                                       {90, "XC"},
                                       {50, "L"},
                                       {40, "XL"},
                                       {10, "X"},
                                       {9, "IX"},
                                       {5, "V"},
                                       {4, "IV"},
                                       {1, "I"}}};
  if (number == 0 || number > 3999) {
    return std::to_string(number);
  }
  std::string numeral;
  for (const Row& row : kRows) {
    for (; number >= row.value; number -= row.value) {
      numeral += row.numeral;
    }
  }
  return numeral;
}

std::optional<unsigned> from_roman(std::string_view text) {
  constexpr std::size_t kLongest = 15;  // MMMDCCCLXXXVIII
  if (text.empty() || text.size() > kLongest) {
    return std::nullopt;
  }
  const auto value = [](char c) -> unsigned {
    constexpr std::string_view kDigits = "IVXLCDM";
    constexpr std::array<unsigned, 7> kValues{1, 5, 10, 50, 100, 500, 1000};
    const std::size_t at = kDigits.find(c);
    return at == std::string_view::npos ? 0 : kValues[at];
  };
  unsigned sum = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const unsigned here = value(text[i]);
    const unsigned next = i + 1 < text.size() ? value(text[i + 1]) : 0;
    sum = here < next ? sum - here : sum + here;
  }
  // Printing it again refuses the forms that are not well formed: IIII, VX, IM.
  if (sum == 0 || sum > 3999 || roman_numeral(sum) != text) {
    return std::nullopt;
  }
  return sum;
}

}  // namespace lineage
