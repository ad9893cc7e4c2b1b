// A place in the text of a symbol. Private to graph/symbol/.
#pragma once

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "graph/ascii.h"
#include "graph/symbol.h"
#include "graph/symbol/spelling.h"

namespace lineage {

// A place in the text, moving to the right; every `take` leaves it alone when it does not succeed.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : rest_(text) {}

  [[nodiscard]] bool at_end() const { return rest_.empty(); }
  void skip_spaces() {
    while (!rest_.empty() && rest_.front() == ' ') {
      rest_.remove_prefix(1);
    }
  }
  bool take(char c) {
    if (rest_.empty() || upper(rest_.front()) != c) {
      return false;
    }
    rest_.remove_prefix(1);
    return true;
  }
  bool take_word(std::string_view upper_word) {
    if (!starts_with_folded(rest_, upper_word)) {
      return false;
    }
    rest_.remove_prefix(upper_word.size());
    return true;
  }
  std::optional<std::uint32_t> take_number() {
    std::size_t zeros = 0;
    while (zeros < rest_.size() && rest_[zeros] == '0') {
      ++zeros;
    }
    std::size_t end = zeros;
    while (end < rest_.size() && is_digit(rest_[end])) {
      ++end;
    }
    if (end == zeros || end - zeros > kMostDigits) {
      return std::nullopt;
    }
    std::uint32_t value = 0;
    std::from_chars(rest_.data() + zeros, rest_.data() + end, value);
    rest_.remove_prefix(end);
    return value;
  }
  std::string take_alphas() {
    std::size_t end = 0;
    while (end < rest_.size() && is_alpha(rest_[end])) {
      ++end;
    }
    std::string word = uppercase(rest_.substr(0, end));
    rest_.remove_prefix(end);
    return word;
  }
  // "S-" or "ES-" before a number or a numeral, the hyphen of which may be missing before digits.
  SessionKind take_session_kind() {
    for (const auto& [word, kind] :
         {std::pair{"ES", SessionKind::EmergencySpecial}, std::pair{"S", SessionKind::Special}}) {
      Cursor ahead = *this;
      if (!ahead.take_word(word)) {
        continue;
      }
      ahead.skip_spaces();
      const bool hyphen = ahead.take('-');
      ahead.skip_spaces();
      if (!ahead.at_end() &&
          (is_digit(ahead.rest_.front()) || (hyphen && is_alpha(ahead.rest_.front())))) {
        *this = ahead;
        return kind;
      }
    }
    return SessionKind::Regular;
  }

 private:
  static constexpr std::size_t kMostDigits = 9;  // fits 32 bits

  std::string_view rest_;
};

}  // namespace lineage
