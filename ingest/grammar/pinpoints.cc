#include "ingest/grammar/pinpoints.h"

#include <algorithm>
#include <utility>

#include "ingest/grammar/dates.h"
#include "ingest/grammar/part_labels.h"

namespace lineage::ingest {
namespace {

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

bool is_many(std::string_view numbers) {
  return numbers.find_first_of("-,") != std::string_view::npos ||
         numbers.find(" and ") != std::string_view::npos;
}

bool names(const Tokens& tokens, std::size_t at, PartKind kind) {
  const PartRow* row = part_at(tokens, at);
  return row != nullptr && row->kind == kind;
}

// "subparagraph (a) (i)", "(a)分段", "l'alinéa b": the labels of a sub-paragraph, and its tokens.
std::size_t subparagraph(const Tokens& tokens,
                         std::size_t at,
                         std::string_view text,
                         std::string& out) {
  if (!names(tokens, at, PartKind::Subparagraph)) {
    return 0;
  }
  std::size_t used = sub_labels(tokens, at + 1, text, out);
  used = used == 0 ? bare_letter(tokens, at + 1, text, out) : used;
  return used == 0 ? 0 : used + 1;
}

// "paragraph 6, subparagraph (c)": what follows the paragraph's own number.
std::size_t trailing_subparagraph(const Tokens& tokens,
                                  std::size_t at,
                                  std::string_view text,
                                  std::string& out) {
  const std::size_t comma = kind_at(tokens, at) == TokenKind::Comma ? 1 : 0;
  const std::size_t used = subparagraph(tokens, at + comma, text, out);
  return used == 0 ? 0 : used + comma;
}

// "2" and "4 (a)": the paragraph of an article as English prints it, "Article 2 (4) (a)".
std::string of_article(std::string_view article, std::string_view paragraph, bool many) {
  std::string text = "Article " + std::string(article);
  if (many) {
    return text + ", paras. " + std::string(paragraph);
  }
  const std::size_t digits = std::min(paragraph.find(' '), paragraph.size());
  return text + " (" + std::string(paragraph.substr(0, digits)) + ")" +
         std::string(paragraph.substr(digits));
}

// "Article 2 (4)", "Article 2, paragraph 4", "Article 73 e" of the Charter.
PinpointReading article(const Tokens& tokens, std::size_t at, std::string_view text) {
  std::string number;
  std::size_t i = at + 1 + part_labels(tokens, at + 1, text, number, SubLabels::Numbers);
  if (number.empty()) {
    return {};
  }
  i += bare_letter(tokens, i, text, number);
  const bool many = is_many(number);
  const std::size_t comma = kind_at(tokens, i) == TokenKind::Comma ? 1 : 0;
  std::string paragraph;
  if (!many && names(tokens, i + comma, PartKind::Paragraph)) {
    const std::size_t used = part_labels(tokens, i + comma + 1, text, paragraph);
    i += used == 0 ? 0 : comma + 1 + used;
  }
  std::string full = paragraph.empty() ? std::string(name(PartKind::Article, many)) + " " + number
                                       : of_article(number, paragraph, is_many(paragraph));
  return {i - at, std::move(full), PartKind::Article};
}

// "第二条第四项", "第七十三条(辰)款": an article is divided into 款 and 项, and 项 counts other
// things too.
std::size_t chinese_item(const Tokens& tokens,
                         std::size_t at,
                         std::string_view text,
                         std::string& out) {
  if (token_at(tokens, at) == nullptr || !tokens[at].is(Word::OrdinalSign)) {
    return 0;
  }
  std::size_t i = at + 1;
  const std::string label = part_label(tokens, i, text);
  std::size_t length = 0;
  const std::uint32_t number =
      i < tokens.size() ? chinese_number(text, tokens[i].begin, length) : 0;
  const std::size_t end = i < tokens.size() ? tokens[i].begin + length : 0;
  do {
    ++i;
  } while (i < tokens.size() && tokens[i].begin < end);
  const bool item = names(tokens, i, PartKind::Paragraph) ||
                    (i < tokens.size() && text.substr(tokens[i].begin).starts_with("项"));
  if (label.empty() || !item) {
    return 0;
  }
  out.append(" (").append(number > 0 ? std::to_string(number) : label).append(")");
  return i + 1 - at;
}

// Numbers in Chinese characters print as the part is numbered elsewhere: section VIII, Article 51.
enum class HanNumbers { Roman, Digits };

// "至", "和" and "、" between the numbers of parts, as they print: nothing for any other token.
std::string_view chinese_joiner(const Tokens& tokens, std::size_t at, std::string_view text) {
  const Token* t = token_at(tokens, at);
  if (t == nullptr) {
    return {};
  }
  if (t->is(Word::To) || t->kind == TokenKind::Hyphen) {
    return "-";
  }
  return !t->is(Word::And) ? "" : text.substr(t->begin).starts_with("、") ? ", " : " and ";
}

// "至(f)" of "第3(a)至(f)段": further letters of the same paragraph.
std::size_t chinese_letters(const Tokens& tokens,
                            std::size_t at,
                            std::string_view text,
                            std::string& numbers) {
  std::size_t i = at;
  for (std::string_view joiner = chinese_joiner(tokens, i, text); !joiner.empty() && i < at + 24;
       joiner = chinese_joiner(tokens, i, text)) {
    std::string letters;
    const std::size_t used = sub_labels(tokens, i + 1, text, letters);
    if (used == 0) {
      break;
    }
    numbers.append(joiner == "-" ? " to" : joiner.substr(0, joiner.size() - 1)).append(letters);
    i += 1 + used;
  }
  return i - at;
}

// The numbers between 第 and the name of the part: "14", "1 至 3", "9和第10"; returns the tokens.
std::size_t chinese_numbers(const Tokens& tokens,
                            std::size_t at,
                            std::string_view text,
                            HanNumbers style,
                            std::string& numbers) {
  constexpr std::size_t kLongest = 24;  // tokens
  std::size_t i = at;
  std::string next = part_label(tokens, i, text);
  while (!next.empty() && i < at + kLongest) {
    std::size_t length = 0;
    const std::uint32_t han = chinese_number(text, tokens[i].begin, length);
    numbers += style == HanNumbers::Digits && han > 0 ? std::to_string(han) : next;
    const std::size_t end = tokens[i].begin + length;
    ++i;
    while (length > 0 && i < tokens.size() && tokens[i].begin < end) {
      ++i;
    }
    i += inner_label(tokens, i, text, numbers);
    i += sub_labels(tokens, i, text, numbers);
    i += chinese_letters(tokens, i, text, numbers);
    const std::string_view joiner = chinese_joiner(tokens, i, text);
    const Token* sign = token_at(tokens, i + 1);
    const std::size_t behind = i + (sign != nullptr && sign->is(Word::OrdinalSign) ? 2 : 1);
    next = joiner.empty() ? std::string() : part_label(tokens, behind, text);
    if (!next.empty()) {
      numbers += joiner;
      i = behind;
    }
  }
  return i - at;
}

// "第 14 段", "第 1 至 3 段".
PinpointReading chinese(const Tokens& tokens, std::size_t at, std::string_view text) {
  std::string numbers;
  const std::size_t i = at + 1 + chinese_numbers(tokens, at + 1, text, HanNumbers::Roman, numbers);
  const PartRow* row = part_at(tokens, i);
  if (numbers.empty() || row == nullptr) {
    return {};
  }
  if (row->kind == PartKind::Article || row->kind == PartKind::Paragraph) {
    numbers.clear();
    chinese_numbers(tokens, at + 1, text, HanNumbers::Digits, numbers);
  }
  const bool plural = is_many(numbers);
  std::size_t stop = i + 1;
  if (row->kind == PartKind::Article) {
    stop += chinese_item(tokens, stop, text, numbers);
  }
  stop += sub_labels(tokens, stop, text, numbers);
  stop += names(tokens, stop, PartKind::Subparagraph) ? 1 : 0;
  return {stop - at, std::string(name(row->kind, plural)) + " " + numbers, row->kind};
}

// "第五章，A节": a letter needs no 第.
PinpointReading lettered_section(const Tokens& tokens, std::size_t at) {
  if (!names(tokens, at + 1, PartKind::Section) || tokens[at + 1].space_before) {
    return {};
  }
  const auto letter = static_cast<char>(tokens[at].value);
  return {2, std::string(name(PartKind::Section, false)) + " " + letter, PartKind::Section};
}

// "paragraph 4 of Article 2", "пункту 4 статьи 2": behind the paragraphs that end at token `at`.
PinpointReading article_behind(const Tokens& tokens,
                               std::size_t at,
                               std::string_view text,
                               std::string_view paragraphs) {
  const std::size_t i = over_of(tokens, at, text);
  std::string number;
  const std::size_t used =
      names(tokens, i, PartKind::Article) ? part_labels(tokens, i + 1, text, number) : 0;
  if (used == 0 || is_many(number)) {
    return {};
  }
  return {i + 1 + used - at, of_article(number, paragraphs, is_many(paragraphs)),
          PartKind::Article};
}

// "subparagraph (b) of paragraph 5", "l'alinéa b de l'Article 73": the outer part comes last.
PinpointReading inside_out(const Tokens& tokens, std::size_t at, std::string_view text) {
  std::string letters;
  std::size_t i = at + subparagraph(tokens, at, text, letters);
  if (i == at) {
    return {};
  }
  i = over_of(tokens, i, text);
  const PartRow* row = part_at(tokens, i);
  const bool outer =
      row != nullptr && (row->kind == PartKind::Paragraph || row->kind == PartKind::Article);
  std::string numbers;
  const std::size_t used = outer ? part_labels(tokens, i + 1, text, numbers) : 0;
  if (used == 0) {
    return {};
  }
  i += 1 + used;
  if (row->kind == PartKind::Paragraph) {  // "l'alinéa a du paragraphe 1 de l'Article 13"
    if (PinpointReading whole = article_behind(tokens, i, text, numbers + letters);
        whole.tokens > 0) {
      whole.tokens += i - at;
      return whole;
    }
  }
  return {i - at, std::string(name(row->kind, false)) + " " + numbers + letters, row->kind};
}

}  // namespace

int width_rank(PartKind part) {
  switch (part) {
    case PartKind::Annex:
    case PartKind::Appendix:
    case PartKind::Enclosure:
      return 0;
    case PartKind::Part:
      return 1;
    case PartKind::Chapter:
      return 2;
    case PartKind::Section:
      return 3;
    case PartKind::Article:
      return 4;
    case PartKind::Paragraph:
      return 5;
    case PartKind::Subparagraph:
      return 6;
  }
  return 6;
}

PinpointReading pinpoint_at(const Tokens& tokens, std::size_t at, std::string_view text) {
  if (token_at(tokens, at) != nullptr && tokens[at].is(Word::OrdinalSign)) {
    return chinese(tokens, at, text);
  }
  if (kind_at(tokens, at) == TokenKind::Letter) {
    return lettered_section(tokens, at);
  }
  const PartRow* row = part_at(tokens, at);
  if (row == nullptr) {
    return {};
  }
  if (row->kind == PartKind::Subparagraph) {
    return inside_out(tokens, at, text);
  }
  if (row->kind == PartKind::Article) {
    return article(tokens, at, text);
  }
  std::string numbers;
  std::size_t used = part_labels(tokens, at + 1, text, numbers);
  if (used > 0 && row->kind == PartKind::Paragraph) {
    used += trailing_subparagraph(tokens, at + 1 + used, text, numbers);
    if (PinpointReading whole = article_behind(tokens, at + 1 + used, text, numbers);
        whole.tokens > 0) {
      whole.tokens += 1 + used;
      return whole;
    }
  }
  if (used == 0) {
    // "annex" stands alone; "paragraph" without a number names nothing.
    const bool alone = row->kind == PartKind::Annex || row->kind == PartKind::Appendix ||
                       row->kind == PartKind::Enclosure;
    return alone ? PinpointReading{1, std::string(name(row->kind, row->plural)), row->kind}
                 : PinpointReading{};
  }
  const bool plural = row->plural || is_many(numbers);
  return {1 + used, std::string(name(row->kind, plural)) + " " + numbers, row->kind};
}

}  // namespace lineage::ingest
