#include "ingest/segments/plain_marks.h"

#include <algorithm>

#include "ingest/grammar/dates.h"

namespace lineage::ingest {
namespace {

constexpr std::size_t kMostDigits = 3;

bool may_precede(const Token& t) {
  const bool names_number =
      t.entry != nullptr && (t.entry->part != nullptr || t.entry->head != nullptr ||
                             t.entry->month != 0 || t.is(Word::NumberSign) || t.is(Word::Stop) ||
                             t.is(Word::Of) || t.is(Word::And) || t.is(Word::To));
  return !names_number && (t.kind == TokenKind::Word || t.kind == TokenKind::Term ||
                           t.kind == TokenKind::Comma || t.kind == TokenKind::Quote ||
                           t.kind == TokenKind::Close || t.kind == TokenKind::Semicolon);
}

bool may_follow(const Token& t) {
  return t.kind != TokenKind::Slash && t.kind != TokenKind::Hyphen && t.kind != TokenKind::Number &&
         t.kind != TokenKind::Open && (t.entry == nullptr || t.entry->month == 0) &&
         !t.is(Word::YearWord);
}

bool is_month(const Token& t) { return t.entry != nullptr && t.entry->month != 0; }

// "the reports of 15 May 1993 87 and of 24 June 88": token `i` ends a date, with or without a year.
bool ends_date(const std::vector<Token>& tokens, std::size_t i) {
  if (is_month(tokens[i])) {
    return i > 0 && tokens[i - 1].kind == TokenKind::Number;
  }
  return tokens[i].kind == TokenKind::Number && tokens[i].end - tokens[i].begin == 4 && i > 0 &&
         is_month(tokens[i - 1]);
}

// What else a mark may stand behind: "S/11052/Rev.1 32", "the Congo, 21 22", and at the end of a
// paragraph its full stop.
bool may_follow_on(const std::vector<Token>& tokens,
                   std::size_t i,
                   const std::vector<PlainMark>& marks) {
  const Token& before = tokens[i - 1];
  const bool at_end = i + 1 == tokens.size();
  return before.kind == TokenKind::Symbol || (before.kind == TokenKind::Period && at_end) ||
         (before.is(Word::Stop) && at_end) || (!marks.empty() && marks.back().at == before.begin) ||
         ends_date(tokens, i - 1);
}

// "of 20 February 1991 1/ the Commission": the slash is a part of the mark.
bool is_slashed(const std::vector<Token>& tokens, std::size_t i) {
  const bool slash = i + 1 < tokens.size() && tokens[i + 1].kind == TokenKind::Slash &&
                     !tokens[i + 1].space_before;
  return slash && (i + 2 == tokens.size() ||
                   (tokens[i + 2].space_before && tokens[i + 2].kind != TokenKind::Number));
}

bool is_plain(const std::vector<Token>& tokens,
              std::size_t i,
              std::string_view text,
              const std::vector<PlainMark>& marks) {
  const bool last = i + 1 == tokens.size();
  return (may_precede(tokens[i - 1]) || may_follow_on(tokens, i, marks)) &&
         (last || may_follow(tokens[i + 1])) && date_at(tokens, i, text).tokens == 0;
}

// Digits at the start of a line and the spaces behind them; 0 when it begins otherwise.
std::size_t number_length(std::string_view line, std::uint32_t& number) {
  std::size_t at = 0;
  number = 0;
  while (at < line.size() && at <= kMostDigits && line[at] >= '0' && line[at] <= '9') {
    number = number * 10 + static_cast<std::uint32_t>(line[at++] - '0');
  }
  const std::size_t digits = at;
  while (at < line.size() && line[at] == ' ') {
    ++at;
  }
  return digits == 0 || digits > kMostDigits || at == digits ? 0 : at;
}

}  // namespace

std::vector<PlainMark> plain_marks(const LexerInput& input,
                                   const Lexicon& lexicon,
                                   const std::set<std::uint32_t>& numbers) {
  std::vector<Token> tokens;
  lex(input, lexicon, tokens);
  std::vector<PlainMark> marks;
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    const Token& t = tokens[i];
    if (t.kind == TokenKind::Number && t.space_before && t.end - t.begin <= kMostDigits &&
        numbers.count(t.value) != 0 &&
        (is_slashed(tokens, i) || is_plain(tokens, i, input.text, marks))) {
      marks.push_back({t.value, t.begin});
    }
  }
  return marks;
}

std::uint32_t plain_note(std::string_view line, std::string_view lower, const Lexicon& lexicon) {
  std::uint32_t number = 0;
  const std::size_t at = number_length(line, number);
  if (at == 0 || at >= line.size() || line[at] < 'A' || line[at] > 'Z') {
    return 0;
  }
  const Lexicon::Match first = lexicon.longest_at(lower, at);
  const bool other = first.entry != nullptr &&
                     (first.entry->month != 0 ||
                      (first.entry->cue != nullptr && first.entry->cue->scope == CueScope::Verb));
  return other ? 0 : number;
}

bool refers_as_note(std::string_view lower, const Lexicon& lexicon) {
  std::uint32_t number = 0;
  const std::size_t at = number_length(lower, number);
  if (at == 0 || at >= lower.size()) {
    return false;
  }
  const Lexicon::Match first = lexicon.longest_at(lower, at);
  return first.entry != nullptr && (first.entry->is(Word::Ibid) || first.entry->is(Word::See));
}

}  // namespace lineage::ingest
