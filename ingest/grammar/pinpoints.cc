#include "ingest/grammar/pinpoints.h"

#include <algorithm>

#include "ingest/grammar/dates.h"
#include "ingest/lines.h"

namespace lineage::ingest {
namespace {

using Tokens = std::vector<Token>;

const Token* token(const Tokens& tokens, std::size_t at) {
  return at < tokens.size() ? &tokens[at] : nullptr;
}

TokenKind kind(const Tokens& tokens, std::size_t at) {
  return at < tokens.size() ? tokens[at].kind : TokenKind::Other;
}

const PartRow* part(const Tokens& tokens, std::size_t at) {
  const Token* t = token(tokens, at);
  return t != nullptr && t->entry != nullptr ? t->entry->part : nullptr;
}

std::string_view name(PartKind part, bool plural) {
  switch (part) {
    case PartKind::Paragraph:
    case PartKind::Subparagraph:
      return plural ? "paras." : "para.";
    case PartKind::Section:
      return plural ? "sections" : "section";
    case PartKind::Annex:
      return plural ? "annexes" : "annex";
    case PartKind::Chapter:
      return "chap.";
    case PartKind::Article:
      return plural ? "Articles" : "Article";
    case PartKind::Part:
      return "part";
    case PartKind::Appendix:
      return "appendix";
    case PartKind::Enclosure:
      return "enclosure";
  }
  return "";
}

// "part Two": numbers spelled out, with a capital, as English prints them.
bool is_spelled_number(std::string_view word) {
  constexpr std::string_view kNumbers[] = {"One", "Two",   "Three", "Four", "Five",
                                           "Six", "Seven", "Eight", "Nine", "Ten"};
  return std::find(std::begin(kNumbers), std::end(kNumbers), word) != std::end(kNumbers);
}

// A label of a part: a number, a Roman numeral or a capital; empty when token `at` is none.
std::string label(const Tokens& tokens, std::size_t at, std::string_view text) {
  const Token* t = token(tokens, at);
  if (t == nullptr) {
    return {};
  }
  if (t->kind == TokenKind::Number && t->value < 1000) {
    return std::to_string(t->value);
  }
  const std::string_view word = text.substr(t->begin, t->end - t->begin);
  if (t->kind == TokenKind::Letter) {
    return std::string(1, static_cast<char>(t->value));
  }
  if (t->kind == TokenKind::Word && session_numeral(word) != 0) {
    return roman_numeral(session_numeral(word));
  }
  if (is_spelled_number(word)) {
    return std::string(word);
  }
  std::size_t length = 0;
  const std::uint32_t number = chinese_number(text, t->begin, length);
  return length > 0 && number > 0 ? roman_numeral(number) : std::string();
}

// "(a)" or, in French and Spanish, "a)" at token `at`: its tokens, 0 for none.
std::size_t sub_label(const Tokens& tokens,
                      std::size_t at,
                      std::string_view text,
                      std::string& out) {
  const std::size_t open = kind(tokens, at) == TokenKind::Open ? 1 : 0;
  const Token* inner = token(tokens, at + open);
  if (inner == nullptr || kind(tokens, at + open + 1) != TokenKind::Close ||
      (open == 0 && tokens[at + 1].space_before)) {
    return 0;
  }
  const std::string label = paragraph_label(text.substr(inner->begin, inner->end - inner->begin));
  if (label.empty()) {
    return 0;
  }
  out.append(" (").append(label).append(")");
  return open + 2;
}

// "(a) (i)" behind a label.
std::size_t sub_labels(const Tokens& tokens,
                       std::size_t at,
                       std::string_view text,
                       std::string& out) {
  std::size_t i = at;
  while (i < at + 6) {
    const std::size_t used = sub_label(tokens, i, text, out);
    if (used == 0) {
      break;
    }
    i += used;
  }
  return i - at;
}

// "subparagraph (a) (i)", "(a)分段": the labels of a sub-paragraph, and its tokens.
std::size_t subparagraph(const Tokens& tokens,
                         std::size_t at,
                         std::string_view text,
                         std::string& out) {
  const PartRow* row = part(tokens, at);
  if (row == nullptr || row->kind != PartKind::Subparagraph) {
    return 0;
  }
  const std::size_t used = sub_labels(tokens, at + 1, text, out);
  return used == 0 ? 0 : used + 1;
}

// "paragraph 6, subparagraph (c)": what follows the paragraph's own number.
std::size_t trailing_subparagraph(const Tokens& tokens,
                                  std::size_t at,
                                  std::string_view text,
                                  std::string& out) {
  const std::size_t comma = kind(tokens, at) == TokenKind::Comma ? 1 : 0;
  const std::size_t used = subparagraph(tokens, at + comma, text, out);
  return used == 0 ? 0 : used + comma;
}

// "4", "1 to 3", "4, 5 and 7", "4 (a)": what stands behind the name of the part.
std::size_t labels(const Tokens& tokens, std::size_t at, std::string_view text, std::string& out) {
  std::size_t i = at;
  std::string next = label(tokens, i, text);
  while (!next.empty() && i < at + 12) {
    out += next;
    ++i;
    i += sub_labels(tokens, i, text, out);
    const Token* t = token(tokens, i);
    if (t == nullptr) {
      break;
    }
    std::string joiner;
    const std::size_t step = 1;
    if (t->is(Word::To) || t->kind == TokenKind::Hyphen) {
      joiner = "-";
    } else if (t->is(Word::And)) {
      joiner = " and ";
    } else if (t->kind == TokenKind::Comma && kind(tokens, i + 1) == TokenKind::Number) {
      joiner = ", ";
    } else {
      break;
    }
    std::string letter;
    if (const std::size_t used = sub_label(tokens, i + step, text, letter); used > 0) {
      out += (joiner == "-" ? " to" : joiner.substr(0, joiner.size() - 1)) + letter;
      i += step + used;
      i += sub_labels(tokens, i, text, out);
      break;
    }
    next = label(tokens, i + step, text);
    // "paragraph 4 and 53/70": the number belongs to a resolution.
    if (next.empty() || kind(tokens, i + step + 1) == TokenKind::Slash ||
        kind(tokens, i + step) == TokenKind::Word) {
      break;
    }
    out += joiner;
    i += step;
  }
  return i - at;
}

// "第 14 段", "第 1 至 3 段".
PinpointReading chinese(const Tokens& tokens, std::size_t at, std::string_view text) {
  std::string numbers;
  std::size_t i = at + 1;
  const std::size_t start = i;
  while (i < start + 8) {
    const std::string next = label(tokens, i, text);
    if (next.empty()) {
      break;
    }
    numbers += next;
    std::size_t length = 0;
    static_cast<void>(chinese_number(text, tokens[i].begin, length));
    const std::size_t end = tokens[i].begin + length;
    ++i;
    while (length > 0 && i < tokens.size() && tokens[i].begin < end) {
      ++i;
    }
    i += sub_labels(tokens, i, text, numbers);
    const Token* t = token(tokens, i);
    if (t != nullptr && (t->is(Word::To) || t->kind == TokenKind::Hyphen)) {
      numbers += "-";
      ++i;
    } else if (t != nullptr && t->is(Word::And)) {
      numbers += " and ";
      ++i;
    } else {
      break;
    }
  }
  const PartRow* row = part(tokens, i);
  if (numbers.empty() || row == nullptr) {
    return {};
  }
  const bool plural =
      numbers.find('-') != std::string::npos || numbers.find(" and ") != std::string::npos;
  std::size_t stop = i + 1;
  stop += sub_labels(tokens, stop, text, numbers);
  stop +=
      part(tokens, stop) != nullptr && part(tokens, stop)->kind == PartKind::Subparagraph ? 1 : 0;
  return {stop - at, std::string(name(row->kind, plural)) + " " + numbers};
}

// "subparagraph (b) of paragraph 5", "l'alinéa a) du paragraphe 4": the outer part comes last.
PinpointReading inside_out(const Tokens& tokens, std::size_t at, std::string_view text) {
  std::string letters;
  std::size_t i = at + subparagraph(tokens, at, text, letters);
  if (i == at) {
    return {};
  }
  while (token(tokens, i) != nullptr && (tokens[i].is(Word::Of) || tokens[i].is(Word::The))) {
    ++i;
  }
  const PartRow* row = part(tokens, i);
  std::string numbers;
  const std::size_t used =
      row != nullptr && row->kind == PartKind::Paragraph ? labels(tokens, i + 1, text, numbers) : 0;
  if (used == 0) {
    return {};
  }
  return {i + 1 + used - at, "para. " + numbers + letters};
}

}  // namespace

PinpointReading pinpoint_at(const Tokens& tokens, std::size_t at, std::string_view text) {
  if (token(tokens, at) != nullptr && tokens[at].is(Word::OrdinalSign)) {
    return chinese(tokens, at, text);
  }
  const PartRow* row = part(tokens, at);
  if (row == nullptr) {
    return {};
  }
  if (row->kind == PartKind::Subparagraph) {
    return inside_out(tokens, at, text);
  }
  std::string numbers;
  std::size_t used = labels(tokens, at + 1, text, numbers);
  if (used > 0 && row->kind == PartKind::Paragraph) {
    used += trailing_subparagraph(tokens, at + 1 + used, text, numbers);
  }
  if (used == 0) {
    // "annex" stands alone; "paragraph" without a number names nothing.
    const bool alone = row->kind == PartKind::Annex || row->kind == PartKind::Appendix ||
                       row->kind == PartKind::Enclosure;
    return alone ? PinpointReading{1, std::string(name(row->kind, row->plural))}
                 : PinpointReading{};
  }
  const bool plural = row->plural || numbers.find_first_of("-,") != std::string::npos ||
                      numbers.find(" and ") != std::string::npos;
  return {1 + used, std::string(name(row->kind, plural)) + " " + numbers};
}

}  // namespace lineage::ingest
