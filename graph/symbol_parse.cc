// Reads the spellings of symbols. The text is first brought to one plain form (an address, a file
// name and odd spaces become ordinary text), then read as an act (a resolution or a decision) or as
// a document.
#include <algorithm>
#include <charconv>
#include <cstdint>
#include <string>
#include <utility>

#include "graph/ascii.h"
#include "graph/symbol.h"
#include "graph/symbol_forms.h"
#include "graph/symbol_spelling.h"

namespace lineage {
namespace {

constexpr std::size_t kLongestLetters = 2;          // "53/77 AA"
constexpr std::size_t kMostDigits = 9;              // fits 32 bits
constexpr unsigned kLastRomanAssemblySession = 30;  // 1975
constexpr unsigned kFirstStrokeSession = 31;        // 1976
constexpr unsigned kLastPlausibleSession = 200;
constexpr unsigned kFirstYear = 1946;
constexpr unsigned kLastYear = 2100;

// A place in the text, moving to the right; every `take` leaves it alone when it does not succeed.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : rest_(text) {}

  [[nodiscard]] bool at_end() const { return rest_.empty(); }
  void skip_spaces() {
    while (!rest_.empty() && rest_.front() == ' ') {
      rest_.remove_prefix(1);
    }
  }
  bool take(char c) {
    if (rest_.empty() || upper(rest_.front()) != c) {
      return false;
    }
    rest_.remove_prefix(1);
    return true;
  }
  bool take_word(std::string_view upper_word) {
    if (!starts_with_folded(rest_, upper_word)) {
      return false;
    }
    rest_.remove_prefix(upper_word.size());
    return true;
  }
  std::optional<std::uint32_t> take_number() {
    std::size_t zeros = 0;
    while (zeros < rest_.size() && rest_[zeros] == '0') {
      ++zeros;
    }
    std::size_t end = zeros;
    while (end < rest_.size() && is_digit(rest_[end])) {
      ++end;
    }
    if (end == zeros || end - zeros > kMostDigits) {
      return std::nullopt;
    }
    std::uint32_t value = 0;
    std::from_chars(rest_.data() + zeros, rest_.data() + end, value);
    rest_.remove_prefix(end);
    return value;
  }
  std::string take_alphas() {
    std::size_t end = 0;
    while (end < rest_.size() && is_alpha(rest_[end])) {
      ++end;
    }
    const std::string word = uppercase(rest_.substr(0, end));
    rest_.remove_prefix(end);
    return word;
  }
  // "S-" or "ES-" before a number or a numeral, the hyphen of which may be missing before digits.
  SessionKind take_session_kind() {
    for (const auto& [word, kind] :
         {std::pair{"ES", SessionKind::EmergencySpecial}, std::pair{"S", SessionKind::Special}}) {
      Cursor ahead = *this;
      if (!ahead.take_word(word)) {
        continue;
      }
      ahead.skip_spaces();
      const bool hyphen = ahead.take('-');
      ahead.skip_spaces();
      if (!ahead.at_end() &&
          (is_digit(ahead.rest_.front()) || (hyphen && is_alpha(ahead.rest_.front())))) {
        *this = ahead;
        return kind;
      }
    }
    return SessionKind::Regular;
  }

 private:
  std::string_view rest_;
};

// What stands after the prefix of an act, or alone.
struct ActNumber {
  enum class Shape { Stroke, Roman, Year };
  Shape shape = Shape::Stroke;
  Session session;
  std::uint32_t number = 0;
  std::string letters;
};

// "H", "AA", "A-B", in square brackets or bare, after an optional space or stroke. Nothing when
// what stands there is no part.
std::optional<std::string> take_letters(Cursor& cursor) {
  cursor.skip_spaces();
  if (!cursor.take('/')) {
    cursor.skip_spaces();
  }
  const bool bracket = cursor.take('[');
  std::string letters = cursor.take_alphas();
  bool fits = !letters.empty() && letters.size() <= kLongestLetters;
  if (cursor.take('-')) {
    const std::string last = cursor.take_alphas();
    fits = fits && !last.empty() && last.size() <= kLongestLetters;
    letters += "-" + last;
  }
  if (!fits || (bracket && !cursor.take(']'))) {
    return std::nullopt;
  }
  return letters;
}

std::optional<Session> session_of(SessionKind kind, const std::string& numeral) {
  const auto value = from_roman(numeral);
  if (!value) {
    return std::nullopt;
  }
  return Session{kind, static_cast<std::uint16_t>(*value)};
}

// "/78", "/78[H]" after a session.
std::optional<ActNumber> read_stroke(Cursor cursor, SessionKind kind, std::uint32_t session) {
  ActNumber act;
  cursor.skip_spaces();
  if (!cursor.take('/')) {
    return std::nullopt;
  }
  cursor.skip_spaces();
  const auto number = cursor.take_number();
  if (!number || session > UINT16_MAX) {
    return std::nullopt;
  }
  act.session = Session{kind, static_cast<std::uint16_t>(session)};
  act.number = *number;
  cursor.skip_spaces();
  if (!cursor.at_end()) {
    const auto letters = take_letters(cursor);
    if (!letters) {
      return std::nullopt;
    }
    act.letters = *letters;
  }
  cursor.skip_spaces();
  return cursor.at_end() ? std::optional(act) : std::nullopt;
}

// "(III)", " A (III)", "(III)[A]", "(2004)" after a number.
std::optional<ActNumber> read_bracket(Cursor cursor, std::uint32_t number) {
  ActNumber act;
  act.shape = ActNumber::Shape::Roman;
  act.number = number;
  cursor.skip_spaces();
  if (!cursor.take('(')) {
    const auto letters = take_letters(cursor);
    cursor.skip_spaces();
    if (!letters || !cursor.take('(')) {
      return std::nullopt;
    }
    act.letters = *letters;
  }
  cursor.skip_spaces();
  if (const auto year = cursor.take_number()) {
    if (*year < kFirstYear || *year > UINT16_MAX) {
      return std::nullopt;
    }
    act.shape = ActNumber::Shape::Year;
    act.session = Session{SessionKind::None, static_cast<std::uint16_t>(*year)};
  } else {
    const SessionKind kind = cursor.take_session_kind();
    const auto session = session_of(kind, cursor.take_alphas());
    if (!session) {
      return std::nullopt;
    }
    act.session = *session;
  }
  cursor.skip_spaces();
  if (!cursor.take(')')) {
    return std::nullopt;
  }
  cursor.skip_spaces();
  if (!cursor.at_end()) {
    const auto letters = act.letters.empty() ? take_letters(cursor) : std::nullopt;
    if (!letters) {
      return std::nullopt;
    }
    act.letters = *letters;
  }
  cursor.skip_spaces();
  return cursor.at_end() ? std::optional(act) : std::nullopt;
}

// "217/III/A" of a file name: session, then letters; letters first when the first word is no
// session
// ("3367_D_XXX").
std::optional<ActNumber> read_file_name_roman(Cursor cursor, std::uint32_t number) {
  constexpr unsigned kLastSession = 70;
  ActNumber act;
  act.shape = ActNumber::Shape::Roman;
  act.number = number;
  for (int part = 0; part < 2 && cursor.take('/'); ++part) {
    const SessionKind kind = cursor.take_session_kind();
    std::string word = cursor.take_alphas();
    const auto session = session_of(kind, word);
    if (act.session.number == 0 && session && session->number <= kLastSession) {
      act.session = *session;
    } else if (act.letters.empty() && kind == SessionKind::Regular &&
               word.size() <= kLongestLetters) {
      act.letters = std::move(word);
    } else {
      return std::nullopt;
    }
  }
  return cursor.at_end() && act.session.number != 0 ? std::optional(act) : std::nullopt;
}

std::optional<ActNumber> read_act_number(std::string_view text) {
  Cursor cursor(text);
  cursor.skip_spaces();
  const SessionKind kind = cursor.take_session_kind();
  const auto first = cursor.take_number();
  if (!first) {
    return std::nullopt;
  }
  if (kind == SessionKind::Regular) {
    if (auto act = read_bracket(cursor, *first)) {
      return act;
    }
    if (auto act = read_file_name_roman(cursor, *first)) {
      return act;
    }
  }
  return read_stroke(cursor, kind, *first);
}

// Reads "S_RES_1540_2004", in which the year stands where other organs have their number.
std::optional<Symbol> council_act(WorkKind kind, const ActNumber& act) {
  using Shape = ActNumber::Shape;
  if (act.shape == Shape::Year) {
    return Symbol::roman(Organ::SecurityCouncil, kind, act.session, act.number, act.letters);
  }
  if (act.shape == Shape::Stroke && act.session.kind == SessionKind::Regular &&
      act.number >= kFirstYear && act.number <= kLastYear) {
    const Session year{SessionKind::None, static_cast<std::uint16_t>(act.number)};
    return Symbol::roman(Organ::SecurityCouncil, kind, year, act.session.number, act.letters);
  }
  return std::nullopt;
}

std::optional<Symbol> symbol_of(Organ organ, WorkKind kind, const ActNumber& act) {
  if (organ == Organ::SecurityCouncil) {
    return council_act(kind, act);
  }
  switch (act.shape) {
    case ActNumber::Shape::Stroke:
      return Symbol::slash(organ, kind, act.session, act.number, act.letters);
    case ActNumber::Shape::Roman:
      return Symbol::roman(organ, kind, act.session, act.number, act.letters);
    case ActNumber::Shape::Year:
      break;
  }
  return std::nullopt;
}

// "UNEP/EA.2/RES/24", which the documents print as "UNEP/EA.2/Res.24".
PrefixedAct read_environment_act(std::string_view text) {
  Cursor cursor(text);
  if (!cursor.take_word("UNEP/EA.")) {
    return {};
  }
  const auto session = cursor.take_number();
  if (!session || !cursor.take('/')) {
    return {};
  }
  const bool resolution = cursor.take_word("RES");
  if (!resolution && !cursor.take_word("DEC")) {
    return {};
  }
  if (!cursor.take('/') && !cursor.take('.')) {
    return {};
  }
  cursor.skip_spaces();
  const auto number = cursor.take_number();
  if (!number || !cursor.at_end() || *session > UINT16_MAX || *session == 0 || *number == 0) {
    return {true, std::nullopt};
  }
  return {true, Symbol::slash(Organ::EnvironmentAssembly,
                              resolution ? WorkKind::Resolution : WorkKind::Decision,
                              Session{SessionKind::Regular, static_cast<std::uint16_t>(*session)},
                              *number)};
}

// All prefixes of acts end in one of these words; most symbols are those of documents.
bool holds_act_word(std::string_view text) {
  for (std::size_t at = text.find('/'); at != std::string_view::npos; at = text.find('/', at + 1)) {
    const std::string_view behind = text.substr(at + 1);
    if (starts_with_folded(behind, "RES/") || starts_with_folded(behind, "DEC/")) {
      return true;
    }
  }
  return false;
}

}  // namespace

PrefixedAct read_prefixed_act(std::string_view text) {
  if (!holds_act_word(text)) {
    return read_environment_act(text);
  }
  for (const ActPrefix& prefix : act_prefixes()) {
    if (starts_with_folded(text, prefix.text)) {
      const auto act = read_act_number(text.substr(prefix.text.size()));
      if (!act || act->number == 0 || act->session.number == 0) {
        return {true, std::nullopt};
      }
      return {true, symbol_of(prefix.organ, prefix.kind, *act)};
    }
  }
  return read_environment_act(text);
}

namespace {

// A number without an organ is an Assembly's or, with a year, the Security Council's; here the
// session must be one that the Assembly counted this way, for "24/7" and "2020/21" are not its
// resolutions.
std::optional<Symbol> read_bare_act(std::string_view text, WorkKind kind) {
  using Shape = ActNumber::Shape;
  const auto act = read_act_number(text);
  if (!act || act->number == 0 || act->session.number == 0) {
    return std::nullopt;
  }
  const unsigned session = act->session.number;
  const bool regular = act->session.kind == SessionKind::Regular;
  switch (act->shape) {
    case Shape::Year:
      if (session > kLastYear) {
        return std::nullopt;
      }
      return symbol_of(Organ::SecurityCouncil, kind, *act);
    case Shape::Roman:
      if (session > kLastRomanAssemblySession) {
        return std::nullopt;
      }
      break;
    case Shape::Stroke:
      if ((regular && session < kFirstStrokeSession) || session > kLastPlausibleSession) {
        return std::nullopt;
      }
      break;
  }
  return symbol_of(Organ::GeneralAssembly, kind, *act);
}

// Takes a leading "decision " or "res:" off the text.
std::optional<WorkKind> take_kind_word(std::string_view& text) {
  struct Row {
    std::string_view word;
    WorkKind kind;
  };
  constexpr Row kRows[] = {{"RESOLUTION", WorkKind::Resolution},
                           {"DECISION", WorkKind::Decision},
                           {"RES", WorkKind::Resolution},
                           {"DEC", WorkKind::Decision}};
  for (const Row& row : kRows) {
    if (!starts_with_folded(text, row.word)) {
      continue;
    }
    std::string_view rest = text.substr(row.word.size());
    if (!rest.empty() && (rest.front() == ':' || rest.front() == '.' || rest.front() == ' ')) {
      rest.remove_prefix(1);
      text = trimmed(rest);
      return row.kind;
    }
  }
  return std::nullopt;
}

// "treaty:un-charter", "external:IMO/A.1002(25)".
std::optional<Symbol> read_named(std::string_view text) {
  constexpr std::size_t kShortestSpace = 3;
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon < kShortestSpace || colon + 1 == text.size() ||
      text.substr(colon + 1).starts_with("//")) {
    return std::nullopt;
  }
  const std::string_view space = text.substr(0, colon);
  const bool name_fits = std::ranges::all_of(text.substr(colon + 1), [](char c) {
    return static_cast<unsigned char>(c) > ' ' && c != 0x7f;
  });
  if (!name_fits || !std::ranges::all_of(space, [](char c) { return is_lower(c) || c == '-'; })) {
    return std::nullopt;
  }
  return Symbol::named(space, text.substr(colon + 1));
}

// "@gge2014-2015": small letters, digits and hyphens.
std::optional<Symbol> read_body(std::string_view text) {
  if (text.size() < 2 || text.front() != '@') {
    return std::nullopt;
  }
  std::string name(text.substr(1));
  std::ranges::transform(name, name.begin(),
                         [](char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; });
  const bool fits =
      std::ranges::all_of(name, [](char c) { return is_lower(c) || is_digit(c) || c == '-'; });
  return fits ? std::optional(Symbol::body(name)) : std::nullopt;
}

}  // namespace

Result<Symbol> Symbol::parse(std::string_view text) {
  const std::string_view input = text;
  text = trimmed(text);
  if (text.empty() || text.size() > kLongestSymbolText) {
    return malformed_symbol(input);
  }
  const auto address = symbol_in_address(text);
  if (address) {
    text = trimmed(*address);
  }
  if (text.front() == '@') {
    const auto body = read_body(text);
    return body ? Result<Symbol>(*body) : malformed_symbol(input);
  }
  std::string_view number = text;
  const auto kind_word = take_kind_word(number);
  if (!kind_word) {
    if (auto named = read_named(text)) {
      return *named;
    }
  }
  auto plain_text = plain(number);
  if (!plain_text) {
    return malformed_symbol(input);
  }
  const std::string form = without_file_name_marks(std::move(*plain_text));
  if (const PrefixedAct act = read_prefixed_act(form); act.has_prefix) {
    return act.symbol ? Result<Symbol>(*act.symbol) : malformed_symbol(input);
  }
  if (auto act = read_bare_act(form, kind_word.value_or(WorkKind::Resolution))) {
    return *act;
  }
  // "resolution A/74/367" is said of a report: the symbol beats the word.
  return document(form);
}

}  // namespace lineage
