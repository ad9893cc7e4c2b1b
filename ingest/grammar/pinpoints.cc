#include "ingest/grammar/pinpoints.h"

#include <array>

#include "ingest/grammar/dates.h"

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
  std::size_t length = 0;
  const std::uint32_t number = chinese_number(text, t->begin, length);
  return length > 0 && number > 0 ? roman_numeral(number) : std::string();
}

// "(a)", "(a) (i)" behind a label.
std::size_t sub_labels(const Tokens& tokens,
                       std::size_t at,
                       std::string_view text,
                       std::string& out) {
  std::size_t i = at;
  while (kind(tokens, i) == TokenKind::Open && kind(tokens, i + 2) == TokenKind::Close &&
         i < at + 6) {
    const Token& inner = tokens[i + 1];
    const std::string_view word = text.substr(inner.begin, inner.end - inner.begin);
    if (word.size() > 4 || word.find_first_not_of("abcdefghijklmnopqrstuvwxyz") != word.npos) {
      break;
    }
    out.append(" (").append(word).append(")");
    i += 3;
  }
  return i - at;
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
    std::size_t step = 1;
    if (t->is(Word::To) || t->kind == TokenKind::Hyphen) {
      joiner = "-";
    } else if (t->is(Word::And)) {
      joiner = " and ";
    } else if (t->kind == TokenKind::Comma && kind(tokens, i + 1) == TokenKind::Number) {
      joiner = ", ";
    } else {
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
  const bool plural = numbers.find_first_of("- ") != std::string::npos;
  return {i + 1 - at, std::string(name(row->kind, plural)) + " " + numbers};
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
  std::string numbers;
  const std::size_t used = labels(tokens, at + 1, text, numbers);
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
