#include "analysis/query/parser.h"

#include <utility>

#include "analysis/query/lexeme_stream.h"
#include "analysis/query/lexer.h"

namespace lineage::query {
namespace {

// Recursive descent: a function for each level of the operators, the loosest first.
class Parser : private LexemeStream {
 public:
  explicit Parser(std::vector<Lexeme> lexemes) : LexemeStream(std::move(lexemes)) {}

  Parsed<Query> query() {
    Parsed<Syntax> tree = expression();
    if (!tree) {
      return tl::unexpected(std::move(tree.error()));
    }
    Query query{std::move(*tree), "", {}};
    if (take(Token::Arrow)) {
      if (next().token != Token::Name) {
        return query_error(next().span,
                           "expected the name of an output behind '=>', such as "
                           "'table', 'quote' or 'csv'");
      }
      query.output_span = next().span;
      query.output = advance().text;
    }
    if (next().token != Token::End) {
      return unexpected_rest();
    }
    return query;
  }

 private:
  // A tree from `begin` to the token before the next one.
  [[nodiscard]] Syntax made(Form form,
                            std::size_t begin,
                            std::string text,
                            std::vector<Syntax> parts) const {
    return {form, {begin, before().span.end}, std::move(text), std::move(parts)};
  }

  tl::unexpected<QueryError> unexpected_rest() const {
    const Lexeme& here = next();
    if (here.token == Token::Close) {
      return query_error(here.span, "this ')' closes nothing");
    }
    if (here.token == Token::Name && here.text == "in") {
      return query_error(here.span, "this 'in' belongs to no 'let'");
    }
    const bool letter = here.token == Token::Name && here.text.size() <= 2 && !at_start() &&
                        (before().token == Token::Symbol || before().token == Token::Value);
    return query_error(here.span,
                       letter ? "a symbol with spaces stands in quotes: \"" + before().text + " " +
                                    here.text + "\""
                              : "expected '&', '~', '|' or the end before " + quoted(here.text));
  }

  // Union, the loosest level, is where brackets begin anew: here the depth is counted.
  Parsed<Syntax> expression() {
    if (depth_ == kDeepestQuery) {
      return query_error(next().span, "the query is nested deeper than " +
                                          std::to_string(kDeepestQuery) + " brackets");
    }
    ++depth_;
    Parsed<Syntax> tree = at_let() ? let() : joined(Form::Union);
    --depth_;
    return tree;
  }

  [[nodiscard]] bool at_let() const {
    return next().token == Token::Name && next().text == "let" && behind().token == Token::Name;
  }

  // "let name = x in y"; y goes on as far as it can.
  Parsed<Syntax> let() {
    const std::size_t begin = advance().span.begin;
    const std::string name = advance().text;
    if (name == "in" || name == "let") {
      return query_error(before().span, quoted(name) + " cannot be the name of a set");
    }
    if (!take(Token::Equals)) {
      return query_error(next().span, "expected '=' behind the name: 'let a = x in y'");
    }
    Parsed<Syntax> value = expression();
    if (!value) {
      return value;
    }
    if (next().token != Token::Name || next().text != "in") {
      return query_error(next().span, "expected 'in' behind what " + quoted(name) +
                                          " stands for: 'let a = x in y'");
    }
    advance();
    Parsed<Syntax> body = expression();
    if (!body) {
      return body;
    }
    std::vector<Syntax> parts;
    parts.push_back(std::move(*value));
    parts.push_back(std::move(*body));
    return made(Form::Let, begin, name, std::move(parts));
  }

  // "a | b | c" as one node, "a & b ~ c" as another: long chains do not nest.
  Parsed<Syntax> joined(Form form) {
    const bool is_union = form == Form::Union;
    const std::size_t begin = next().span.begin;
    Parsed<Syntax> first = is_union ? joined(Form::Chain) : negation();
    if (!first) {
      return first;
    }
    std::vector<Syntax> parts;
    std::string signs;
    parts.push_back(std::move(*first));
    while (is_union ? next().token == Token::Or
                    : next().token == Token::And || next().token == Token::Minus) {
      const std::string sign = advance().text;
      if (!is_union) {
        signs += sign;
      }
      Parsed<Syntax> more = is_union ? joined(Form::Chain) : negation();
      if (!more) {
        return more;
      }
      parts.push_back(std::move(*more));
    }
    if (parts.size() == 1) {
      return std::move(parts.front());
    }
    return made(form, begin, std::move(signs), std::move(parts));
  }

  Parsed<Syntax> negation() {
    const std::size_t begin = next().span.begin;
    if (!take(Token::Not)) {
      return reach();
    }
    if (next().token == Token::Not) {
      return query_error(next().span, "'not not' says nothing; take both away");
    }
    Parsed<Syntax> inner = reach();
    if (!inner) {
      return inner;
    }
    return wrapped(Form::Not, begin, std::move(*inner));
  }

  Syntax wrapped(Form form, std::size_t begin, Syntax inner) {
    std::vector<Syntax> parts;
    parts.push_back(std::move(inner));
    return made(form, begin, "", std::move(parts));
  }

  Parsed<Syntax> reach() {
    const std::size_t begin = next().span.begin;
    const Token opening = next().token;
    const bool prefix = take(Token::Reach) || take(Token::Dots);
    Parsed<Syntax> left = primary();
    if (!left) {
      return left;
    }
    if (prefix) {
      left =
          wrapped(opening == Token::Reach ? Form::Ancestors : Form::UpTo, begin, std::move(*left));
    } else if (next().token == Token::Reach || next().token == Token::Dots) {
      left = reach_from(begin, std::move(*left));
    }
    if (left && (next().token == Token::Reach || next().token == Token::Dots)) {
      return query_error(next().span, "'::' and '..' do not chain; put one of them in brackets");
    }
    return left;
  }

  // "x::", "x..", "x::y" or "x..y", with x read.
  Parsed<Syntax> reach_from(std::size_t begin, Syntax left) {
    const bool closure = advance().token == Token::Reach;
    if (!at_operand()) {
      return wrapped(closure ? Form::Descendants : Form::From, begin, std::move(left));
    }
    Parsed<Syntax> right = primary();
    if (!right) {
      return right;
    }
    std::vector<Syntax> parts;
    parts.push_back(std::move(left));
    parts.push_back(std::move(*right));
    return made(closure ? Form::Paths : Form::Between, begin, "", std::move(parts));
  }

  Parsed<Syntax> primary() {
    const Lexeme here = next();
    if (++parts_ > kMostParts) {
      return query_error(here.span,
                         "the query has more than " + std::to_string(kMostParts) + " parts");
    }
    switch (here.token) {
      case Token::Symbol:
      case Token::Quoted:
      case Token::Value:
        advance();
        return made(here.token == Token::Symbol   ? Form::Symbol
                    : here.token == Token::Quoted ? Form::Quoted
                                                  : Form::Value,
                    here.span.begin, here.text, {});
      case Token::Name:
        if (at_let()) {
          return query_error(here.span, "a 'let' behind an operator stands in brackets");
        }
        advance();
        return next().token == Token::Open ? call(here)
                                           : made(Form::Name, here.span.begin, here.text, {});
      case Token::Open:
        return brackets();
      default:
        return query_error(here.span, at_start() && here.token == Token::End
                                          ? "the query is empty; the simplest one is a symbol: "
                                            "'78/16'"
                                          : "expected a symbol, a function or '(' here");
    }
  }

  Parsed<Syntax> brackets() {
    const TextSpan open = advance().span;
    Parsed<Syntax> inner = expression();
    if (!inner) {
      return inner;
    }
    if (!take(Token::Close)) {
      return unclosed(open);
    }
    return inner;
  }

  tl::unexpected<QueryError> unclosed(TextSpan open) const {
    return query_error(next().span, "expected ')' to close the bracket that opens at byte " +
                                        std::to_string(open.begin + 1));
  }

  Parsed<Syntax> call(const Lexeme& name) {
    const TextSpan open = advance().span;
    std::vector<Syntax> arguments;
    if (next().token != Token::Close) {
      do {
        Parsed<Syntax> one = argument();
        if (!one) {
          return one;
        }
        arguments.push_back(std::move(*one));
      } while (take(Token::Comma));
    }
    if (!take(Token::Close)) {
      return unclosed(open);
    }
    return made(Form::Call, name.span.begin, name.text, std::move(arguments));
  }

  // An expression, or "name=value", or "after:date".
  Parsed<Syntax> argument() {
    const std::size_t begin = next().span.begin;
    if (next().token != Token::Name ||
        (behind().token != Token::Equals && behind().token != Token::Colon)) {
      return expression();
    }
    const std::string name = advance().text;
    const bool colon = advance().token == Token::Colon;
    if (colon != (name == "after" || name == "before")) {
      return query_error(before().span, colon ? "write " + quoted(name + "=") + " for a setting"
                                              : "write " + quoted(name + ":") + " for a bound");
    }
    Parsed<Syntax> value = expression();
    if (!value) {
      return value;
    }
    Syntax setting = wrapped(Form::Setting, begin, std::move(*value));
    setting.text = name;
    return setting;
  }

  std::size_t depth_ = 0;
  std::size_t parts_ = 0;
};

}  // namespace

Parsed<Query> parse(std::string_view text) {
  Parsed<std::vector<Lexeme>> lexemes = tokens(text);
  if (!lexemes) {
    return tl::unexpected(std::move(lexemes.error()));
  }
  return Parser(std::move(*lexemes)).query();
}

}  // namespace lineage::query
