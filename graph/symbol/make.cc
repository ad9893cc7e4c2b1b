// Makes symbols of the pieces that a reader has in hand.
#include <algorithm>
#include <array>
#include <charconv>

#include "graph/ascii.h"
#include "graph/symbol.h"
#include "graph/symbol/act_prefix.h"

namespace lineage {
namespace {

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

}  // namespace

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
    text.append(kind == WorkKind::Decision ? "/DEC/" : "/RES/");
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

}  // namespace lineage
