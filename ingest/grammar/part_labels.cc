#include "ingest/grammar/part_labels.h"

#include <algorithm>
#include <iterator>

#include "ingest/grammar/dates.h"
#include "ingest/segments/lines.h"
#include "ingest/text/capitals.h"

namespace lineage::ingest {
namespace {

// "part Two": numbers spelled out, with a capital, as English prints them.
bool is_spelled_number(std::string_view word) {
  constexpr std::string_view kNumbers[] = {"One", "Two",   "Three", "Four", "Five",
                                           "Six", "Seven", "Eight", "Nine", "Ten"};
  return std::find(std::begin(kNumbers), std::end(kNumbers), word) != std::end(kNumbers);
}

// "(a)" or, in French and Spanish, "a)" at token `at`: its tokens, 0 for none.
std::size_t sub_label(const Tokens& tokens,
                      std::size_t at,
                      std::string_view text,
                      std::string& out,
                      SubLabels accept) {
  const std::size_t open = kind_at(tokens, at) == TokenKind::Open ? 1 : 0;
  const Token* inner = token_at(tokens, at + open);
  if (inner == nullptr || kind_at(tokens, at + open + 1) != TokenKind::Close ||
      (open == 0 && tokens[at + 1].space_before)) {
    return 0;
  }
  const bool number =
      accept == SubLabels::Numbers && inner->kind == TokenKind::Number && inner->value < 100;
  const std::string label =
      number ? std::to_string(inner->value)
             : paragraph_label(text.substr(inner->begin, inner->end - inner->begin));
  if (label.empty()) {
    return 0;
  }
  out.append(" (").append(label).append(")");
  return open + 2;
}

}  // namespace

std::string part_label(const Tokens& tokens, std::size_t at, std::string_view text) {
  const Token* t = token_at(tokens, at);
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
  if (t->entry != nullptr && t->entry->letter != 0) {  // "المرفق جيم"
    return std::string(1, t->entry->letter);
  }
  if (t->entry != nullptr && t->entry->ordinal != 0) {
    return roman_numeral(t->entry->ordinal);
  }
  if (is_spelled_number(word)) {
    return std::string(word);
  }
  std::size_t length = 0;
  const std::uint32_t number = chinese_number(text, t->begin, length);
  return length > 0 && number > 0 ? roman_numeral(number) : std::string();
}

std::size_t sub_labels(const Tokens& tokens,
                       std::size_t at,
                       std::string_view text,
                       std::string& out,
                       SubLabels accept) {
  std::size_t i = at;
  while (i < at + 6) {
    const std::size_t used = sub_label(tokens, i, text, out, accept);
    if (used == 0) {
      break;
    }
    i += used;
  }
  return i - at;
}

std::size_t bare_letter(const Tokens& tokens,
                        std::size_t at,
                        std::string_view text,
                        std::string& out) {
  const Token* t = token_at(tokens, at);
  const Token* next = token_at(tokens, at + 1);
  const std::size_t length = t == nullptr ? 0 : t->end - t->begin;
  if (length != 1 || next == nullptr || text[t->begin] < 'a' || text[t->begin] > 'h' ||
      !(next->is(Word::Of) || (next->entry != nullptr && next->entry->instrument != nullptr))) {
    return 0;
  }
  out.append(" (").append(1, text[t->begin]).append(")");
  return 1;
}

namespace {

enum class LabelKind { Number, Letter, Roman };

LabelKind label_kind(const Token& t) {
  if (t.kind == TokenKind::Number) {
    return LabelKind::Number;
  }
  const bool letter =
      (t.entry != nullptr && t.entry->letter != 0) ||
      (t.kind == TokenKind::Letter && t.value != 'I' && t.value != 'V' && t.value != 'X');
  return letter ? LabelKind::Letter : LabelKind::Roman;
}

// What ties the next label of a list to the one before; empty where the list ends at token `at`.
std::string_view joiner_at(const Tokens& tokens, std::size_t at) {
  const Token* t = token_at(tokens, at);
  if (t == nullptr) {
    return {};
  }
  if (t->is(Word::To) || t->kind == TokenKind::Hyphen) {
    return "-";
  }
  if (t->is(Word::And)) {
    return " and ";
  }
  const bool listed = t->kind == TokenKind::Comma && kind_at(tokens, at + 1) == TokenKind::Number;
  return listed ? ", " : "";
}

}  // namespace

// "sect. I.A", "第三.C节": a part within the part; its tokens.
std::size_t inner_label(const Tokens& tokens,
                        std::size_t at,
                        std::string_view text,
                        std::string& out) {
  const Token* dot = token_at(tokens, at);
  const Token* inner = token_at(tokens, at + 1);
  if (at == 0 || dot == nullptr || inner == nullptr || dot->kind != TokenKind::Period ||
      dot->space_before || inner->space_before ||
      label_kind(tokens[at - 1]) == label_kind(*inner)) {
    return 0;
  }
  const std::string label = part_label(tokens, at + 1, text);
  if (label.empty()) {
    return 0;
  }
  out.append(".").append(label);
  return 2;
}

std::size_t part_labels(const Tokens& tokens,
                        std::size_t at,
                        std::string_view text,
                        std::string& out,
                        SubLabels accept) {
  std::size_t i = at;
  std::string next = part_label(tokens, i, text);
  while (!next.empty() && i < at + 12) {
    out += next;
    ++i;
    i += inner_label(tokens, i, text, out);
    i += sub_labels(tokens, i, text, out, accept);
    const std::string_view joiner = joiner_at(tokens, i);
    if (joiner.empty()) {
      break;
    }
    std::string letter;
    if (const std::size_t used = sub_label(tokens, i + 1, text, letter, SubLabels::Letters);
        used > 0) {
      out.append(joiner == "-" ? " to" : joiner.substr(0, joiner.size() - 1)).append(letter);
      i += 1 + used;
      i += sub_labels(tokens, i, text, out);
      break;
    }
    next = part_label(tokens, i + 1, text);
    const bool nested = joiner == "-" && tokens[i - 1].kind != TokenKind::Close &&
                        token_at(tokens, i + 1) != nullptr &&
                        label_kind(tokens[i - 1]) != label_kind(tokens[i + 1]);
    // "paragraph 4 and 53/70": the number belongs to a resolution.
    if (next.empty() || kind_at(tokens, i + 2) == TokenKind::Slash ||
        kind_at(tokens, i + 1) == TokenKind::Word) {
      break;
    }
    out += nested ? "." : joiner;  // "الفرع الثالث - واو": F of section III
    ++i;
  }
  return i - at;
}

std::size_t over_of(const Tokens& tokens, std::size_t at, std::string_view text) {
  std::size_t i = at;
  while (i < at + 2 && i < tokens.size()) {
    const Token& t = tokens[i];
    const bool small = t.kind == TokenKind::Word && t.end - t.begin <= 4 &&
                       static_cast<unsigned char>(text[t.begin]) >= 0x80;
    if (!t.is(Word::Of) && !t.is(Word::The) && !small) {
      break;
    }
    ++i;
  }
  return i;
}

}  // namespace lineage::ingest
