// The labels of a part of a text, as they stand behind its name: "14", "VIII", "1 to 3", "4 (a)
// (i)". What pinpoints are made of; nobody else needs this header.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/words/lexer.h"

namespace lineage::ingest {

using Tokens = std::vector<Token>;

// Token `at`, nullptr behind the last.
[[nodiscard]] inline const Token* token_at(const Tokens& tokens, std::size_t at) {
  return at < tokens.size() ? &tokens[at] : nullptr;
}

[[nodiscard]] inline TokenKind kind_at(const Tokens& tokens, std::size_t at) {
  return at < tokens.size() ? tokens[at].kind : TokenKind::Other;
}

// The part that token `at` names, nullptr for none.
[[nodiscard]] inline const PartRow* part_at(const Tokens& tokens, std::size_t at) {
  const Token* t = token_at(tokens, at);
  return t != nullptr && t->entry != nullptr ? t->entry->part : nullptr;
}

// A number, a Roman numeral or a capital; empty when token `at` is none.
[[nodiscard]] std::string part_label(const Tokens& tokens, std::size_t at, std::string_view text);

// What a bracket behind a label may hold: the paragraphs of an article have numbers, "Article 2
// (4)"; behind a paragraph a number in brackets is a note or a year.
enum class SubLabels { Letters, Numbers };

// Each of the next three appends what it read to `out` and returns its tokens, 0 for none.
// "(a) (i)", or "a)" as French and Spanish print it.
std::size_t sub_labels(const Tokens& tokens,
                       std::size_t at,
                       std::string_view text,
                       std::string& out,
                       SubLabels accept = SubLabels::Letters);

// The part within the part, of "sect. I.A" and "第三.C节", from its full stop.
std::size_t inner_label(const Tokens& tokens,
                        std::size_t at,
                        std::string_view text,
                        std::string& out);

// The letter alone in "Article 73 e of the Charter", "l'alinéa b de l'Article 73", in brackets.
std::size_t bare_letter(const Tokens& tokens,
                        std::size_t at,
                        std::string_view text,
                        std::string& out);

// "4", "1 to 3", "4, 5 and 7", "4 (a)".
std::size_t part_labels(const Tokens& tokens,
                        std::size_t at,
                        std::string_view text,
                        std::string& out,
                        SubLabels accept = SubLabels::Letters);

// The token behind "of", "of the", "من" at token `at`: where the part begins that an inner one
// belongs to. `at` itself where none of these stands.
[[nodiscard]] std::size_t over_of(const Tokens& tokens, std::size_t at, std::string_view text);

}  // namespace lineage::ingest
