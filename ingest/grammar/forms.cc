#include "ingest/grammar/forms.h"

#include <algorithm>
#include <initializer_list>
#include <optional>

#include "graph/ascii.h"
#include "graph/numbering.h"
#include "ingest/grammar/dates.h"
#include "ingest/grammar/external.h"
#include "ingest/grammar/form_tokens.h"
#include "ingest/grammar/misread_forms.h"
#include "ingest/grammar/part_letters.h"
#include "ingest/text/capitals.h"

namespace lineage::ingest {
namespace {

// "A/78/6 (Sect. 28)/Add.2", "A/CONF.157/24 (Part I)": the bracket, and what follows its slash,
// belong to the symbol. Returns the token behind them, or `at`.
std::size_t bracketed_part(const Tokens& tokens, std::size_t at, std::string_view text) {
  constexpr std::string_view kWords[] = {"Part",         "Parts", "Sect", "Vol",   "Vols",
                                         "Introduction", "Plan",  "Supp", "Income"};
  if (kind(tokens, at) != TokenKind::Open || at + 1 >= tokens.size()) {
    return at;
  }
  const Token& first = tokens[at + 1];
  const std::string_view word = text.substr(first.begin, first.end - first.begin);
  if (std::none_of(std::begin(kWords), std::end(kWords),
                   [&](std::string_view known) { return word.substr(0, known.size()) == known; })) {
    return at;
  }
  std::size_t stop = at + 2;
  while (stop < tokens.size() && stop < at + 8 && tokens[stop].kind != TokenKind::Close) {
    ++stop;
  }
  if (kind(tokens, stop) != TokenKind::Close) {
    return at;
  }
  ++stop;
  while (kind(tokens, stop) == TokenKind::Slash && kind(tokens, stop + 1) == TokenKind::Word &&
         kind(tokens, stop + 2) == TokenKind::Period &&
         kind(tokens, stop + 3) == TokenKind::Number) {
    stop += 4;
  }
  return stop;
}

// "S/18164/Add. 1": the number of an addendum, set apart by a space. Returns the token behind it.
std::size_t number_set_apart(std::string_view symbol, const Tokens& tokens, std::size_t at) {
  const bool open = symbol.ends_with("/Add") || symbol.ends_with("/Corr");
  const bool number = open && kind(tokens, at) == TokenKind::Period && !tokens[at].space_before &&
                      kind(tokens, at + 1) == TokenKind::Number;
  return number ? at + 2 : at;
}

// "NPT/CONF.2000/28 (Parts I和II)", "(Partes I y II)": in a symbol the parts are joined in English,
// whatever the language of the text. Nothing where they are not joined; "(Sect. 29E)" is no joiner.
std::string with_english_joiner(const Tokens& tokens,
                                std::size_t at,
                                std::size_t open,
                                std::size_t stop,
                                std::string_view text) {
  const auto between = [&](std::uint32_t begin, std::uint32_t end) {
    return text.substr(begin, end - begin);
  };
  std::size_t joiner = open;
  while (joiner < stop &&
         (!is(tokens, joiner, Word::And) || is_upper(text[tokens[joiner].begin]))) {
    ++joiner;
  }
  if (joiner == stop) {
    return {};
  }
  const Token& first = tokens[open + 1];
  std::string symbol(between(tokens[at].begin, first.begin));
  const bool parts = between(first.begin, first.end).starts_with("Part");
  symbol += parts ? "Parts" : between(first.begin, first.end);
  symbol += between(first.end, tokens[joiner].begin);
  symbol.append(" and ").append(between(tokens[joiner].end, tokens[stop - 1].end));
  return symbol;
}

FormReading document(const Tokens& tokens, std::size_t at, std::string_view text) {
  if (kind(tokens, at) != TokenKind::Symbol) {
    return {};
  }
  std::size_t stop = at + 1;
  // "S/RES/1540 (2004)", "A/RES/217 (III)": the bracket belongs to the symbol.
  const std::string_view symbol = text.substr(tokens[at].begin, tokens[at].end - tokens[at].begin);
  if (symbol.find("/RES/") != std::string_view::npos && kind(tokens, stop) == TokenKind::Open &&
      kind(tokens, stop + 2) == TokenKind::Close) {
    const Token& inner = tokens[stop + 1];
    const bool year = inner.kind == TokenKind::Number && is_year(inner.value);
    if (year || session_numeral(text.substr(inner.begin, inner.end - inner.begin)) != 0) {
      stop += 3;
    }
  }
  const std::size_t open = stop;
  stop = bracketed_part(tokens, open, text);
  FormReading reading{.form = Form::Document};
  reading.external = with_english_joiner(tokens, at, open, stop, text);
  stop = number_set_apart(symbol, tokens, stop);
  if (symbol.find("/RES/") != std::string_view::npos && letter_at(tokens, stop) != 0 &&
      tokens[stop].kind == TokenKind::Letter) {
    ++stop;  // "A/RES/43/78 H"
  }
  return finish(std::move(reading), tokens, at, stop);
}

// The session word of Arabic: د regular, دإ special, دإط emergency special; folded to "د", "دا",
// "داط".
std::optional<SessionKind> arabic_session(std::string_view word) {
  if (word == "د") {
    return SessionKind::Regular;
  }
  if (word == "دا" || word == "داس") {
    return SessionKind::Special;
  }
  if (word == "داط" || word == "دط" || word == "دطا") {
    return SessionKind::EmergencySpecial;
  }
  return std::nullopt;
}

// The same, and the letters of "186 (S-2)", which is 186 (S-II).
std::optional<SessionKind> written_session(std::string_view word) {
  if (word == "S") {
    return SessionKind::Special;
  }
  return word == "ES" ? SessionKind::EmergencySpecial : arabic_session(word);
}

// Reads "XXX", "S-VII", "ES-I", "د-15", "دإ - 6", the inside of a bracket.
std::optional<Session> session_in(std::string_view inside) {
  const std::string packed = without_spaces(inside);
  const std::size_t digit = packed.find_first_of("0123456789");
  if (digit != std::string::npos && digit > 0) {
    const auto letters = written_session(packed.substr(0, digit));
    unsigned number = 0;
    for (std::size_t i = digit; i < packed.size(); ++i) {
      if (packed[i] < '0' || packed[i] > '9' || number > 99) {
        return std::nullopt;
      }
      number = number * 10 + static_cast<unsigned>(packed[i] - '0');
    }
    if (!letters || number == 0 || number > 60) {
      return std::nullopt;
    }
    return Session{*letters, static_cast<std::uint16_t>(number)};
  }
  const bool dashed = inside.find('-') != std::string_view::npos;
  std::string_view roman = packed;
  SessionKind session = SessionKind::Regular;
  if (dashed) {
    std::size_t length = 0;
    std::size_t at = 0;
    const char first = packed.empty() ? '\0' : latin_capital(packed, 0, length);
    if (first == 'E') {
      session = SessionKind::EmergencySpecial;
      at = length;
      at += at < packed.size() && latin_capital(packed, at, length) == 'S' ? 1 : 0;
    } else {
      session = SessionKind::Special;
      at = first == 'S' || first == 'C' ? length : 0;  // Cyrillic С
    }
    if (at == 0) {
      return std::nullopt;
    }
    roman.remove_prefix(at);
  }
  const unsigned number = session_numeral(roman);
  return number == 0 ? std::nullopt
                     : std::optional(Session{session, static_cast<std::uint16_t>(number)});
}

FormReading roman(const Tokens& tokens, std::size_t at, std::string_view text) {
  if (FormReading ones = exchanged_ones(tokens, at, text); ones.tokens > 0) {
    return ones;
  }
  FormReading reading{.form = Form::Roman};
  std::size_t i = at;
  const std::size_t misread = misread_number(tokens, at, text, reading);
  if (misread > 0) {
    i += misread;
  } else if (kind(tokens, i) == TokenKind::Number) {
    reading.number = tokens[i].value;
    ++i;
  } else {
    std::size_t length = 0;
    if (kind(tokens, i) != TokenKind::Word) {
      return {};
    }
    const std::uint32_t from = tokens[i].begin;
    reading.number = chinese_number(text, from, length);
    while (length > 0 && i < tokens.size() && tokens[i].begin < from + length) {
      ++i;
    }
  }
  if (reading.number == 0 || reading.number > 4000) {
    return {};
  }
  // "2248 (S-V)" is a special session, not the parts S to V.
  const Bracket next = bracket_at(tokens, i, text);
  if (next.stop == 0 || !session_in(next.inside)) {
    i += read_letters(tokens, i, text, reading);
  }
  const Bracket bracket = bracket_at(tokens, i, text);
  auto session = bracket.stop != 0 ? session_in(bracket.inside) : std::nullopt;
  std::size_t stop = bracket.stop;
  if (misread > 0 && (!session || !assembly_number_fits(*session, reading.number))) {
    return {};
  }
  if (!session && bracket.stop != 0) {  // 三九六(五)
    std::size_t length = 0;
    const std::uint32_t number = chinese_number(bracket.inside, 0, length);
    if (length == bracket.inside.size() && length > 0 && number > 0 && number <= 63) {
      session = Session{SessionKind::Regular, static_cast<std::uint16_t>(number)};
    }
  }
  if (!session) {
    session = figure_session(bracket, tokens, reading.number, text);
    reading.repaired = session.has_value();
  }
  if (!session) {
    session = mended_session(bracket, reading.number);
    reading.repaired = session.has_value();
  }
  if (!session) {
    session = misread_session(tokens, i, text);
    reading.repaired = session.has_value();
    stop = i + 2;
  }
  if (!session) {
    return {};
  }
  reading.session = *session;
  // "217 (III) A": the letter behind the session.
  if (reading.letters.empty()) {
    stop += read_letters(tokens, stop, text, reading);
  }
  if (lost_thousand(reading, tokens, at)) {
    reading.number += 1000;
    reading.repaired = true;
    reading = finish(std::move(reading), tokens, at, stop);
    reading.begin = tokens[at - 1].begin;
    return reading;
  }
  return finish(std::move(reading), tokens, at, stop);
}

// 第二三二(一九六六)号: number and year in characters.
FormReading han_year(const Tokens& tokens, std::size_t at, std::string_view text) {
  std::size_t length = 0;
  const std::uint32_t from = tokens[at].begin;
  const std::uint32_t number = chinese_number(text, from, length);
  std::size_t open = at;
  while (length > 0 && open < tokens.size() && tokens[open].begin < from + length) {
    ++open;
  }
  // A year in characters has four of them, and a token each.
  constexpr std::size_t kYear = 4;
  if (length == 0 || kind(tokens, open) != TokenKind::Open ||
      kind(tokens, open + kYear + 1) != TokenKind::Close) {
    return {};
  }
  const std::string_view inside =
      text.substr(tokens[open].end, tokens[open + kYear + 1].begin - tokens[open].end);
  const std::uint32_t year = chinese_number(inside, 0, length);
  if (length != inside.size() || !is_year(year) || council_year(number) != year) {
    return {};
  }
  FormReading reading{.form = Form::Year, .number = number};
  reading.year = static_cast<std::uint16_t>(year);
  return finish(std::move(reading), tokens, at, open + kYear + 2);
}

FormReading year(const Tokens& tokens, std::size_t at, std::string_view text) {
  if (kind(tokens, at) == TokenKind::Word) {
    return han_year(tokens, at, text);
  }
  if (FormReading five = five_as_letter(tokens, at, text); five.tokens > 0) {
    return five;
  }
  const Bracket bracket = bracket_at(tokens, at + 1, text);
  if (kind(tokens, at) != TokenKind::Number || tokens[at].value == 0 || tokens[at].value > 9999) {
    return {};
  }
  FormReading reading{.form = Form::Year, .number = tokens[at].value};
  std::size_t stop = bracket.stop;
  if (bracket.stop == at + 4 && kind(tokens, at + 2) == TokenKind::Number &&
      is_year(tokens[at + 2].value)) {
    reading.year = static_cast<std::uint16_t>(tokens[at + 2].value);
  } else if (kind(tokens, at + 1) == TokenKind::Number && is_year(tokens[at + 1].value) &&
             kind(tokens, at + 2) == TokenKind::Close) {
    reading.year = static_cast<std::uint16_t>(tokens[at + 1].value);  // "387 1976)"
    reading.repaired = true;
    stop = at + 3;
  } else if (is_bracket(tokens, at + 1) && kind(tokens, at + 2) == TokenKind::Number &&
             is_bracket(tokens, at + 3) && council_year(tokens[at].value) == tokens[at + 2].value) {
    reading.year = static_cast<std::uint16_t>(tokens[at + 2].value);  // "2558 (2020("
    reading.repaired = true;
    stop = at + 4;
  } else {
    return spoilt_year(tokens, at, text);
  }
  return finish(std::move(reading), tokens, at, stop);
}

// A line's end inside a number is no error of the scan.
bool is_set_apart(const Token& token, std::string_view text) {
  return token.space_before && token.begin > 0 && text[token.begin - 1] != '\n';
}

// Reads the number behind a slash; a scan may set its digits apart: "34/ 1 72". No resolution is
// written "18/03".
std::size_t number_behind(const Tokens& tokens,
                          std::size_t at,
                          std::string_view text,
                          FormReading& reading) {
  if (kind(tokens, at) != TokenKind::Number || text[tokens[at].begin] == '0') {
    return 0;
  }
  reading.number = tokens[at].value;
  std::size_t i = at + 1;
  if (tokens[at].space_before) {
    reading.repaired = is_set_apart(tokens[at], text);
    while (kind(tokens, i) == TokenKind::Number && reading.number < 100 && tokens[i].value < 100 &&
           tokens[i].space_before && !tokens[i - 1].is(Word::And)) {
      reading.repaired = true;
      reading.number =
          reading.number * (tokens[i].end - tokens[i].begin > 1 ? 100 : 10) + tokens[i].value;
      ++i;
    }
  }
  return i - at;
}

// "32/105 0": a scan took the letter O for a zero.
std::size_t zero_letter(const Tokens& tokens, std::size_t at, FormReading& reading) {
  if (kind(tokens, at) != TokenKind::Number || tokens[at].value != 0 ||
      tokens[at].end != tokens[at].begin + 1 || !tokens[at].space_before ||
      kind(tokens, at + 1) == TokenKind::Slash || kind(tokens, at + 1) == TokenKind::Number) {
    return 0;
  }
  reading.letters.push_back({'O', tokens[at].begin, tokens[at].end, false, false});
  reading.repaired = true;
  return 1;
}

// "44/156-9": 156 to 159, or something else.
bool abbreviated_range(const Tokens& tokens, std::size_t at) {
  return kind(tokens, at) == TokenKind::Hyphen && !tokens[at].space_before &&
         kind(tokens, at + 1) == TokenKind::Number && !tokens[at + 1].space_before &&
         kind(tokens, at + 2) != TokenKind::Slash;
}

FormReading slash(const Tokens& tokens, std::size_t at, std::string_view text) {
  if (kind(tokens, at) != TokenKind::Number || kind(tokens, at + 1) != TokenKind::Slash) {
    return {};
  }
  if (at > 0 &&
      (tokens[at - 1].kind == TokenKind::Slash || tokens[at - 1].kind == TokenKind::Hyphen) &&
      !tokens[at].space_before) {
    return {};
  }
  FormReading reading{.form = Form::Slash};
  reading.repaired = is_set_apart(tokens[at + 1], text);
  const std::uint32_t first = tokens[at].value;
  const std::size_t behind = number_behind(tokens, at + 2, text, reading);
  if (behind == 0 || first == 0 || reading.number == 0 || reading.number > 1999) {
    return {};
  }
  std::size_t stop = at + 2 + behind;
  if (kind(tokens, stop) == TokenKind::Slash) {
    return {};  // 2010/413/CFSP, 12/3/2004
  }
  if (is_year(first)) {
    reading.year = static_cast<std::uint16_t>(first);
  } else if (first > 150) {
    return {};
  }
  reading.session = {SessionKind::Regular, static_cast<std::uint16_t>(first)};
  const std::size_t letters = read_letters(tokens, stop, text, reading);
  stop += letters != 0 ? letters : zero_letter(tokens, stop, reading);
  if (abbreviated_range(tokens, stop)) {
    reading.abbreviated = true;
    stop += 2;
  }
  return finish(std::move(reading), tokens, at, stop);
}

FormReading special_slash(const Tokens& tokens, std::size_t at, std::string_view text) {
  FormReading reading{.form = Form::SpecialSlash};
  std::size_t i = at;
  if (kind(tokens, i) == TokenKind::Session) {
    reading.session = {tokens[i].emergency ? SessionKind::EmergencySpecial : SessionKind::Special,
                       static_cast<std::uint16_t>(tokens[i].value)};
    ++i;
  } else if (kind(tokens, i) == TokenKind::Word || kind(tokens, i) == TokenKind::Letter ||
             is(tokens, i, Word::SpecialSession) || is(tokens, i, Word::EmergencySession)) {
    // دإ-10/2, دإط-10/15
    const std::optional<SessionKind> session =
        is(tokens, i, Word::SpecialSession) ? std::optional(SessionKind::Special)
        : is(tokens, i, Word::EmergencySession)
            ? std::optional(SessionKind::EmergencySpecial)
            : arabic_session(text.substr(tokens[i].begin, tokens[i].end - tokens[i].begin));
    ++i;
    i += kind(tokens, i) == TokenKind::Hyphen ? 1 : 0;
    if (!session || *session == SessionKind::Regular || kind(tokens, i) != TokenKind::Number) {
      return {};
    }
    reading.session = {*session, static_cast<std::uint16_t>(tokens[i].value)};
    ++i;
  } else {
    return {};
  }
  if (kind(tokens, i) != TokenKind::Slash || number_behind(tokens, i + 1, text, reading) == 0 ||
      reading.session.number == 0 || reading.session.number > 60) {
    return {};
  }
  std::size_t stop = i + 2;
  stop += read_letters(tokens, stop, text, reading);
  return finish(std::move(reading), tokens, at, stop);
}

FormReading external(const Tokens& tokens, std::size_t at, std::string_view text) {
  ExternalReading found = external_at(tokens, at, text);
  if (found.tokens == 0) {
    return {};
  }
  FormReading reading{.form = Form::External, .external = std::move(found.name)};
  reading = finish(std::move(reading), tokens, at, at + found.tokens);
  reading.end = found.end;
  return reading;
}

// The kinds of tokens that a form may begin with.
constexpr std::uint32_t begins(std::initializer_list<TokenKind> kinds) {
  std::uint32_t bits = 0;
  for (const TokenKind kind : kinds) {
    bits |= std::uint32_t{1} << static_cast<unsigned>(kind);
  }
  return bits;
}

constexpr std::uint32_t kAnything = ~std::uint32_t{0};

constexpr FormRow kForms[] = {
    {Form::External, "act of another body", "A.1002(25)", external, kAnything},
    {Form::Document, "document symbol", "A/C.1/78/L.60/Rev.1", document,
     begins({TokenKind::Symbol})},
    {Form::Document, "document of the Security Council, misread", "8/24600", misread_document,
     begins({TokenKind::Number, TokenKind::Letter})},
    {Form::Document, "document symbol in Cyrillic capitals", "А/6700/Rev.1", lookalike_document,
     begins({TokenKind::Letter})},
    {Form::SpecialSlash, "special or emergency session, number", "ES-10/15", special_slash,
     kAnything & ~begins({TokenKind::Number, TokenKind::Symbol})},
    {Form::Slash, "session or year, number, letters", "43/78 H", slash,
     begins({TokenKind::Number})},
    {Form::Roman, "number, letters, session", "217 A (III)", roman,
     begins({TokenKind::Number, TokenKind::Word, TokenKind::Letter})},
    {Form::Year, "number, year", "1325 (2000)", year, begins({TokenKind::Number, TokenKind::Word})},
};

}  // namespace

std::optional<Organ> organ_of_report(std::string_view symbol) {
  struct ReportRow {
    std::string_view part;
    Organ organ;
  };
  constexpr ReportRow kReports[] = {
      {"E/CN.6/", Organ::CommissionOnTheStatusOfWomen},
      {"E/CN.7/", Organ::CommissionOnNarcoticDrugs},
      {"E/CN.15/", Organ::CommissionOnCrimePrevention},
      {"E/CN.4/", Organ::CommissionOnHumanRights},
  };
  for (const ReportRow& row : kReports) {
    if (symbol.find(row.part) != std::string_view::npos) {
      return row.organ;
    }
  }
  // The Council's annual report is Supplement No. 53 since its first year, the sixty-first session.
  const std::size_t session = symbol.find_first_of("0123456789");
  const bool supplement = symbol.starts_with("A/") &&
                          symbol.substr(std::min<std::size_t>(4, symbol.size())).starts_with("/53");
  const std::string_view behind = supplement ? symbol.substr(7) : std::string_view();
  if (supplement && session == 2 && symbol[2] >= '6' && (behind.empty() || behind.front() == '/')) {
    return Organ::HumanRightsCouncil;
  }
  return std::nullopt;
}

std::span<const FormRow> form_table() { return kForms; }

FormReading form_at(const std::vector<Token>& tokens, std::size_t at, std::string_view text) {
  for (const FormRow& row : kForms) {
    if ((row.begins >> static_cast<unsigned>(tokens[at].kind) & 1) == 0) {
      continue;
    }
    FormReading reading = row.read(tokens, at, text);
    if (reading.tokens > 0) {
      return reading;
    }
  }
  return {};
}

}  // namespace lineage::ingest
