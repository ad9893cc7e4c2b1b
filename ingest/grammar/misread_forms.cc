#include "ingest/grammar/misread_forms.h"

#include <string>
#include <utility>
#include <vector>

#include "graph/numbering.h"
#include "ingest/grammar/dates.h"
#include "ingest/grammar/misread.h"
#include "ingest/grammar/printed_symbol.h"
#include "ingest/text/capitals.h"

namespace lineage::ingest {

std::optional<Session> mended_session(const Bracket& bracket, std::uint32_t number) {
  constexpr std::size_t kLongest = 14;  // bytes
  if (bracket.stop == 0 || bracket.inside.size() > kLongest || bracket.inside.size() < 2) {
    return std::nullopt;
  }
  const unsigned value = session_numeral(mended_numeral(without_spaces(bracket.inside)));
  const Session session{SessionKind::Regular, static_cast<std::uint16_t>(value)};
  const bool fits = value != 0 && (assembly_number_fits(session, number) ||
                                   economic_council_number_fits(session, number));
  return fits ? std::optional(session) : std::nullopt;
}

std::optional<Session> misread_session(const Tokens& tokens,
                                       std::size_t at,
                                       std::string_view text) {
  if (kind(tokens, at) != TokenKind::Open || kind(tokens, at + 1) != TokenKind::Word) {
    return std::nullopt;
  }
  std::string word(text.substr(tokens[at + 1].begin, tokens[at + 1].end - tokens[at + 1].begin));
  if (word.size() < 2 || word.size() > 8 || word.back() != 'D') {
    return std::nullopt;
  }
  word.back() = 'I';  // "I)" printed close reads as "D"
  const unsigned number = session_numeral(word);
  return number == 0
             ? std::nullopt
             : std::optional(Session{SessionKind::Regular, static_cast<std::uint16_t>(number)});
}

std::optional<Session> figure_session(const Bracket& bracket,
                                      const Tokens& tokens,
                                      std::uint32_t number,
                                      std::string_view text) {
  if (bracket.stop == 0 || bracket.inside.empty() || bracket.inside.size() > 3 ||
      bracket.inside.find_first_not_of("1lI") != std::string_view::npos ||
      !is(tokens, bracket.stop, Word::Of)) {
    return std::nullopt;
  }
  const Session session{SessionKind::Regular, static_cast<std::uint16_t>(bracket.inside.size())};
  const DateReading date = date_at(tokens, bracket.stop + 1, text);
  const int opens = 1945 + session.number;
  const bool then = date.tokens > 0 && date.year >= opens && date.year <= opens + 1;
  return then && assembly_number_fits(session, number) ? std::optional(session) : std::nullopt;
}

FormReading exchanged_ones(const Tokens& tokens, std::size_t at, std::string_view text) {
  if (kind(tokens, at) != TokenKind::Letter || tokens[at].value != 'I') {
    return {};
  }
  const Bracket bracket = bracket_at(tokens, at + 1, text);
  if (bracket.stop != at + 4 || bracket.inside.find_first_not_of("1I") != std::string_view::npos ||
      bracket.inside.size() > 3) {
    return {};
  }
  FormReading reading{.form = Form::Roman, .number = 1, .repaired = true};
  reading.session = {SessionKind::Regular, static_cast<std::uint16_t>(bracket.inside.size())};
  return finish(std::move(reading), tokens, at, bracket.stop);
}

bool lost_thousand(const FormReading& reading, const Tokens& tokens, std::size_t at) {
  if (at == 0 || tokens[at - 1].kind != TokenKind::Open || tokens[at].space_before ||
      reading.number >= 1000 || assembly_number_fits(reading.session, reading.number) ||
      !assembly_number_fits(reading.session, reading.number + 1000)) {
    return false;
  }
  constexpr std::size_t kFar = 16;
  int depth = 0;
  for (std::size_t i = at; i < tokens.size() && i < at + kFar; ++i) {
    depth += tokens[i].kind == TokenKind::Open ? 1 : tokens[i].kind == TokenKind::Close ? -1 : 0;
    if (depth < 0) {
      return false;
    }
  }
  return true;
}

std::size_t misread_number(const Tokens& tokens,
                           std::size_t at,
                           std::string_view text,
                           FormReading& reading) {
  if (kind(tokens, at) != TokenKind::Number ||
      (kind(tokens, at + 1) != TokenKind::Word && kind(tokens, at + 1) != TokenKind::Letter) ||
      tokens[at + 1].space_before) {
    return 0;
  }
  std::size_t length = 0;
  const std::uint32_t value = misread_figure(text, tokens[at].begin, length);
  std::size_t stop = at;
  while (stop < tokens.size() && tokens[stop].begin < tokens[at].begin + length) {
    ++stop;
  }
  if (length == 0 || kind(tokens, stop) != TokenKind::Open) {
    return 0;
  }
  reading.number = value;
  reading.repaired = true;
  return stop - at;
}

FormReading five_as_letter(const Tokens& tokens, std::size_t at, std::string_view text) {
  if (kind(tokens, at) != TokenKind::Number || kind(tokens, at + 1) != TokenKind::Letter ||
      tokens[at + 1].value != 'S' || tokens[at + 1].space_before) {
    return {};
  }
  const Bracket bracket = bracket_at(tokens, at + 2, text);
  if (bracket.stop != at + 5 || kind(tokens, at + 3) != TokenKind::Number ||
      tokens[at].value > 999) {
    return {};
  }
  const std::uint32_t number = tokens[at].value * 10 + 5;
  const std::uint32_t year = tokens[at + 3].value;
  if (!is_year(year) || council_year(number) != year) {
    return {};
  }
  FormReading reading{.form = Form::Year, .number = number, .repaired = true};
  reading.year = static_cast<std::uint16_t>(year);
  return finish(std::move(reading), tokens, at, bracket.stop);
}

FormReading misread_year(const Tokens& tokens, std::size_t at, std::string_view text) {
  if (kind(tokens, at + 1) != TokenKind::Open || at + 2 >= tokens.size()) {
    return {};
  }
  std::size_t length = 0;
  const std::uint32_t from = tokens[at + 2].begin;
  const std::uint32_t year = misread_figure(text, from, length);
  std::size_t close = at + 2;
  while (close < tokens.size() && tokens[close].begin < from + length) {
    ++close;
  }
  if (length != 4 || kind(tokens, close) != TokenKind::Close ||
      council_year(tokens[at].value) != year) {
    return {};
  }
  FormReading reading{.form = Form::Year, .number = tokens[at].value, .repaired = true};
  reading.year = static_cast<std::uint16_t>(year);
  return finish(std::move(reading), tokens, at, close + 1);
}

FormReading spoilt_year(const Tokens& tokens, std::size_t at, std::string_view text) {
  if (FormReading misread = misread_year(tokens, at, text); misread.tokens > 0) {
    return misread;
  }
  constexpr std::size_t kInside = 4;  // tokens
  std::size_t close = at + 1;
  while (close < at + kInside &&
         (kind(tokens, close) == TokenKind::Open || kind(tokens, close) == TokenKind::Word ||
          kind(tokens, close) == TokenKind::Letter || kind(tokens, close) == TokenKind::Number ||
          kind(tokens, close) == TokenKind::Other)) {
    ++close;
  }
  if (kind(tokens, close) != TokenKind::Close || close < at + 2 ||
      !is(tokens, close + 1, Word::Of)) {
    return {};
  }
  const std::uint32_t number = tokens[at].value;
  const std::size_t inside = tokens[close].begin - tokens[at].end;
  const DateReading date = date_at(tokens, close + 2, text);
  const auto year = council_year(number);
  constexpr std::size_t kLongest = 8;  // bytes: " (l9S2"
  if (date.tokens == 0 || !year || date.year != static_cast<int>(*year) || inside < 3 ||
      inside > kLongest) {
    return {};
  }
  FormReading reading{.form = Form::Year, .number = number, .repaired = true};
  reading.year = static_cast<std::uint16_t>(*year);
  return finish(std::move(reading), tokens, at, close + 1);
}

FormReading misread_document(const Tokens& tokens, std::size_t at, std::string_view text) {
  constexpr std::uint32_t kLowest = 2000;
  constexpr std::uint32_t kHighest = 40000;
  const bool eight = kind(tokens, at) == TokenKind::Number && tokens[at].value == 8 &&
                     tokens[at].end == tokens[at].begin + 1;
  const bool letter = kind(tokens, at) == TokenKind::Letter && tokens[at].value == 'S';
  if ((!eight && !letter) || kind(tokens, at + 1) != TokenKind::Slash ||
      kind(tokens, at + 2) != TokenKind::Number || tokens[at + 2].value < kLowest ||
      tokens[at + 2].value > kHighest || text[tokens[at + 2].begin] == '0' ||
      (eight && (tokens[at + 1].space_before || tokens[at + 2].space_before))) {
    return {};
  }
  std::size_t stop = at + 3;
  if (kind(tokens, stop) == TokenKind::Slash && !tokens[stop].space_before &&
      kind(tokens, stop + 1) == TokenKind::Word && kind(tokens, stop + 2) == TokenKind::Period &&
      kind(tokens, stop + 3) == TokenKind::Number) {
    stop += 4;  // "/Add.1"
  }
  FormReading reading{.form = Form::Document, .repaired = true};
  reading = finish(std::move(reading), tokens, at, stop);
  reading.external =
      "S/" + std::string(text.substr(tokens[at + 2].begin, reading.end - tokens[at + 2].begin));
  return reading;
}

FormReading lookalike_document(const Tokens& tokens, std::size_t at, std::string_view text) {
  constexpr std::size_t kLongest = 60;  // bytes
  if (kind(tokens, at) != TokenKind::Letter || tokens[at].end != tokens[at].begin + 2 ||
      kind(tokens, at + 1) != TokenKind::Slash || tokens[at + 1].space_before) {
    return {};
  }
  std::string latin;
  std::vector<std::uint32_t> ends;  // of each letter of `latin` in the text
  for (std::uint32_t i = tokens[at].begin; i < text.size() && ends.size() < kLongest;) {
    std::size_t length = 0;
    const char capital = latin_capital(text, i, length);
    length = capital != 0 ? length : 1;
    latin.push_back(capital != 0 ? capital : text[i]);
    i += static_cast<std::uint32_t>(length);
    ends.push_back(i);
  }
  const std::size_t length = symbol_length(latin, 0);
  if (length == 0) {
    return {};
  }
  std::size_t stop = at;
  while (stop < tokens.size() && tokens[stop].begin < ends[length - 1]) {
    ++stop;
  }
  FormReading reading{.form = Form::Document};
  reading = finish(std::move(reading), tokens, at, stop);
  reading.end = ends[length - 1];
  reading.external = latin.substr(0, length);
  return reading;
}

}  // namespace lineage::ingest
