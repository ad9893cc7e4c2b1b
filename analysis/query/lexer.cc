#include "analysis/query/lexer.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "graph/ascii.h"
#include "graph/symbol.h"

namespace lineage::query {
namespace {

constexpr std::size_t kLongestSymbol = 200;
constexpr std::size_t kMostGroups = 7;  // bracketed parts of a symbol: "(III)", "(PartsIandII)"

bool is_word(char c) {
  return is_digit(c) || is_alpha(c) || c == '_' || c == '/' || c == '-' || c == '[' || c == ']' ||
         c == '*';
}

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  Parsed<std::vector<Lexeme>> run() {
    while (true) {
      while (at_ < text_.size() && is_space(text_[at_])) {
        ++at_;
      }
      Parsed<Lexeme> next = lexeme();
      if (!next) {
        return tl::unexpected(std::move(next.error()));
      }
      at_ = next->span.end;
      found_.push_back(std::move(*next));
      if (found_.back().token == Token::End) {
        return std::move(found_);
      }
    }
  }

 private:
  [[nodiscard]] char ahead(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }

  [[nodiscard]] Lexeme cut(Token token, std::size_t end) const {
    return {token, {at_, end}, std::string(text_.substr(at_, end - at_))};
  }

  // Where the run of word characters from `from` ends. A dot or a colon belongs to it when one
  // follows that is no dot or colon: "L.60", "dec:77/512", but not "53/70..77/37" or "53/70::".
  [[nodiscard]] std::size_t word_end(std::size_t from) const {
    std::size_t end = from;
    while (end < text_.size() && end - at_ < kLongestSymbol) {
      const char c = text_[end];
      const bool inner = (c == '.' || c == ':') && end > from && is_word(ahead(end + 1)) &&
                         !(c == ':' && is_bound(text_.substr(from, end - from)));
      if (!is_word(c) && !inner) {
        break;
      }
      ++end;
    }
    return end;
  }
  // "after:2015-01-01" is a bound of a date, no symbol.
  static bool is_bound(std::string_view word) { return word == "after" || word == "before"; }

  // Where the bracketed part that opens at `open` ends with what follows it, nothing when what
  // stands in the brackets is not a plain word.
  [[nodiscard]] std::optional<std::size_t> group_end(std::size_t open) const {
    if (ahead(open) != '(') {
      return std::nullopt;
    }
    std::size_t close = open + 1;
    while (close < text_.size() && close - at_ < kLongestSymbol && is_word(text_[close])) {
      ++close;
    }
    if (ahead(close) != ')') {
      return std::nullopt;
    }
    return word_end(close + 1);
  }

  // The longest beginning that is a symbol, brackets included where they belong to it.
  [[nodiscard]] std::optional<std::size_t> symbol_end(std::size_t first_end) const {
    std::vector<std::size_t> ends{first_end};
    while (ends.size() <= kMostGroups) {
      const std::optional<std::size_t> next = group_end(ends.back());
      if (!next) {
        break;
      }
      ends.push_back(*next);
    }
    std::ranges::reverse(ends);
    for (const std::size_t end : ends) {
      if (Symbol::parse(text_.substr(at_, end - at_))) {
        return end;
      }
    }
    return std::nullopt;
  }

  // Where a clause behind a symbol ends, "#op3(a)"; the symbol's own end where there is none.
  [[nodiscard]] std::size_t clause_end(std::size_t symbol) const {
    if (ahead(symbol) != '#' || !is_word(ahead(symbol + 1))) {
      return symbol;
    }
    std::size_t end = word_end(symbol + 1);
    for (std::size_t groups = 0; groups < kMostGroups; ++groups) {
      end = group_end(end).value_or(end);
    }
    return end;
  }

  // "pp1", "op3", "fn2": a place as place(...) takes it.
  static bool is_place(std::string_view run) {
    return (run.starts_with("pp") || run.starts_with("op") || run.starts_with("fn")) &&
           run.size() > 2 && std::ranges::all_of(run.substr(2), [](char c) { return is_digit(c); });
  }

  Parsed<Lexeme> lexeme() const {
    const char c = ahead(at_);
    if (at_ >= text_.size()) {
      return cut(Token::End, at_);
    }
    if (c == '"' || c == '\'') {
      return quotation(c);
    }
    if (c == '@' && is_word(ahead(at_ + 1))) {
      return cut(Token::Symbol, word_end(at_ + 1));
    }
    if (is_word(c) && c != ']' && c != '*') {
      return word();
    }
    return sign();
  }

  Parsed<Lexeme> quotation(char mark) const {
    const std::size_t end = text_.find(mark, at_ + 1);
    if (end == std::string_view::npos) {
      return query_error({at_, at_ + 1}, "the quote that begins here does not end");
    }
    Lexeme lexeme = cut(Token::Quoted, end + 1);
    lexeme.text = std::string(text_.substr(at_ + 1, end - at_ - 1));
    return lexeme;
  }

  Parsed<Lexeme> word() const {
    const std::size_t end = word_end(at_);
    const std::string_view run = text_.substr(at_, end - at_);
    if (std::ranges::all_of(run, [](char c) { return is_alpha(c) || c == '_'; })) {
      return cut(run == "not" ? Token::Not : Token::Name, end);
    }
    if (const std::optional<std::size_t> symbol = symbol_end(end)) {
      return cut(Token::Symbol, clause_end(*symbol));
    }
    if (is_place(run)) {
      return cut(Token::Name, end);
    }
    if (std::ranges::all_of(run, [](char c) { return is_digit(c) || c == '-' || c == '.'; })) {
      return cut(Token::Value, end);
    }
    return query_error({at_, end},
                       quoted(run) +
                           " is no symbol that Lineage reads; write it as '78/16', '43/78H', "
                           "'1540(2004)', 'dec:77/512' or 'A/78/404', with spaces in quotes");
  }

  Parsed<Lexeme> sign() const {
    using Sign = std::pair<std::string_view, Token>;
    static constexpr std::array<Sign, 11> kSigns{{{"::", Token::Reach},
                                                  {"..", Token::Dots},
                                                  {"=>", Token::Arrow},
                                                  {"=", Token::Equals},
                                                  {":", Token::Colon},
                                                  {"(", Token::Open},
                                                  {")", Token::Close},
                                                  {",", Token::Comma},
                                                  {"&", Token::And},
                                                  {"~", Token::Minus},
                                                  {"|", Token::Or}}};
    for (const auto& [spelling, token] : kSigns) {
      if (text_.substr(at_).starts_with(spelling)) {
        return cut(token, at_ + spelling.size());
      }
    }
    std::size_t end = at_ + 1;  // a character of several bytes is shown whole
    while (end < text_.size() && (static_cast<unsigned char>(text_[end]) & 0xC0U) == 0x80U) {
      ++end;
    }
    return query_error({at_, end}, quoted(text_.substr(at_, end - at_)) +
                                       " means nothing in a query; text stands in quotes");
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Lexeme> found_;
};

}  // namespace

Parsed<std::vector<Lexeme>> tokens(std::string_view text) {
  if (text.size() > kLongestQuery) {
    return query_error({0, 0}, "a query has at most " + std::to_string(kLongestQuery) +
                                   " bytes and this one has " + std::to_string(text.size()));
  }
  return Lexer(text).run();
}

}  // namespace lineage::query
