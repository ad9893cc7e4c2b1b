#include "graph/symbol/act_number.h"

#include <utility>

#include "graph/symbol/cursor.h"

namespace lineage {
namespace {

constexpr std::size_t kLongestLetters = 2;  // "53/77 AA"

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
// session ("3367_D_XXX").
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

}  // namespace

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

}  // namespace lineage
