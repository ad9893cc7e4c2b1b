// The tokens of a query on their way through the parser. Private to analysis/query/.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "analysis/query/lexer.h"

namespace lineage::query {

// A place in the tokens, moving to the right; it stays at the End.
class LexemeStream {
 public:
  // REQUIRES: the last one is End.
  explicit LexemeStream(std::vector<Lexeme> lexemes) : lexemes_(std::move(lexemes)) {}

  [[nodiscard]] const Lexeme& next() const { return lexemes_[at_]; }
  // The one behind next(), the End where that is the last.
  [[nodiscard]] const Lexeme& behind() const {
    return lexemes_[at_ + 1 < lexemes_.size() ? at_ + 1 : at_];
  }
  [[nodiscard]] bool at_start() const { return at_ == 0; }
  // Whether a symbol, a function or a bracket can begin here.
  [[nodiscard]] bool at_operand() const {
    switch (next().token) {
      case Token::Name:
        return next().text != "in";  // of a let, whose value ends here
      case Token::Symbol:
      case Token::Quoted:
      case Token::Value:
      case Token::Open:
        return true;
      default:
        return false;
    }
  }
  // The one last taken. REQUIRES: not at_start().
  [[nodiscard]] const Lexeme& before() const { return lexemes_[at_ - 1]; }

  const Lexeme& advance() { return lexemes_[at_ + 1 < lexemes_.size() ? at_++ : at_]; }
  bool take(Token token) {
    if (next().token != token) {
      return false;
    }
    advance();
    return true;
  }

 private:
  std::vector<Lexeme> lexemes_;
  std::size_t at_ = 0;
};

}  // namespace lineage::query
