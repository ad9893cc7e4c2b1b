#include "ingest/words/lexer.h"

#include <algorithm>
#include <array>

#include "graph/ascii.h"
#include "ingest/grammar/printed_symbol.h"
#include "ingest/text/capitals.h"
#include "ingest/text/lower_case.h"
#include "ingest/text/normalize.h"

namespace lineage::ingest {
namespace {

// Words of the alphabets that set words apart; Han characters and CJK punctuation stand alone.
bool is_han(std::string_view text, std::size_t at) {
  const auto c = static_cast<unsigned char>(text[at]);
  return c >= 0xE2 && c != 0xEF;
}

// What a byte may begin.
enum class Begins : std::uint8_t { Punctuation, Space, Mark, Digit, Capital, Word };

constexpr auto kBegins = [] {
  std::array<Begins, 256> begins{};
  for (std::size_t i = 0; i < begins.size(); ++i) {
    const char c = static_cast<char>(i);
    begins[i] = is_folded_space(c)    ? Begins::Space
                : c == kNoteMarkBegin ? Begins::Mark
                : is_digit(c)         ? Begins::Digit
                : is_upper(c)         ? Begins::Capital
                : is_word_byte(c)     ? Begins::Word
                                      : Begins::Punctuation;
  }
  return begins;
}();

class Lexer {
 public:
  Lexer(const LexerInput& input, const Lexicon& lexicon, std::vector<Token>& tokens)
      : text_(input.text), lower_(input.lower), lexicon_(lexicon), tokens_(tokens) {}

  void run(std::size_t stop) {
    while (at_ < stop) {
      const char c = text_[at_];
      switch (kBegins[static_cast<unsigned char>(c)]) {
        case Begins::Space:
          space_ = true;
          ++at_;
          break;
        case Begins::Mark:
          note_mark();
          break;
        case Begins::Digit:
          number();
          break;
        case Begins::Capital:
          // "Recalling" is no symbol: two capitals, a hyphen or a slash would have to follow.
          if (is_lower(peek(1)) || (!symbol() && !special_session())) {
            any_word();
          }
          break;
        case Begins::Word:
          any_word();
          break;
        case Begins::Punctuation:
          punctuation(c);
      }
    }
  }

 private:
  Token& push(TokenKind kind, std::size_t length) {
    const auto begin = static_cast<std::uint32_t>(at_);
    at_ += length;
    Token& token = tokens_.emplace_back(
        Token{kind, space_, false, begin, static_cast<std::uint32_t>(at_), 0, nullptr});
    space_ = false;
    return token;
  }

  [[nodiscard]] char peek(std::size_t ahead) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\n';
  }

  // Digits from `at_ + ahead`: their count, and their value up to nine places.
  std::size_t digits(std::size_t ahead, std::uint32_t& value) const {
    std::size_t length = 0;
    value = 0;
    while (is_digit(peek(ahead + length))) {
      if (length < 9) {
        value = value * 10 + static_cast<std::uint32_t>(peek(ahead + length) - '0');
      }
      ++length;
    }
    return length;
  }

  void note_mark() {
    std::uint32_t value = 0;
    const std::size_t length = digits(1, value);
    const bool whole = length > 0 && peek(1 + length) == kNoteMarkEnd;
    Token& token = push(whole ? TokenKind::NoteMark : TokenKind::Other, whole ? length + 2 : 1);
    token.value = value;
    // Arabic sets its marks in brackets: "(⁹)" is one mark.
    if (whole && peek(0) == ')' && tokens_.size() >= 2 &&
        tokens_[tokens_.size() - 2].kind == TokenKind::Open) {
      ++at_;
      token.end = static_cast<std::uint32_t>(at_);
      token.begin = tokens_[tokens_.size() - 2].begin;
      tokens_.erase(tokens_.end() - 2);
    }
  }

  void number() {
    std::uint32_t value = 0;
    std::size_t length = digits(0, value);
    const std::size_t digit_count = length;
    // "1er", "4th", "2nd": the suffix belongs to the number.
    if (is_lower(peek(length)) && lexicon_.spaced()) {
      std::size_t suffix = 0;
      while (suffix < 4 && is_lower(peek(length + suffix))) {
        ++suffix;
      }
      if (suffix <= 3 && digit_count <= 2) {
        length += suffix;
      }
    }
    push(TokenKind::Number, length).value = digit_count > 9 ? 0 : value;
  }

  bool symbol() {
    if (at_ > 0 && is_word_byte(text_[at_ - 1]) && !is_han_before() && !joiner_before()) {
      return false;
    }
    const std::size_t length = symbol_length(text_, at_);
    if (length > 0) {
      push(TokenKind::Symbol, length);
    }
    return length > 0;
  }

  // "وA/78/306": the token before is the Arabic joiner, written onto the symbol.
  [[nodiscard]] bool joiner_before() const {
    return !lexicon_.proclitics().empty() && !tokens_.empty() && tokens_.back().end == at_ &&
           tokens_.back().is(Word::And);
  }

  [[nodiscard]] bool is_han_before() const {
    std::size_t i = at_ - 1;
    while (i > 0 && (static_cast<unsigned char>(text_[i]) & 0xC0) == 0x80) {
      --i;
    }
    return is_wide(text_[i]) && (is_han(text_, i) || !lexicon_.spaced());
  }

  // "S-10/2", "ES-11/1": the session before the slash.
  bool special_session() {
    const bool emergency = peek(0) == 'E';
    const std::size_t letters = emergency ? 2 : 1;
    if (peek(letters - 1) != 'S' || peek(letters) != '-' || !is_digit(peek(letters + 1))) {
      return false;
    }
    std::uint32_t value = 0;
    const std::size_t count = digits(letters + 1, value);
    if (peek(letters + 1 + count) != '/' || count > 2) {
      return false;
    }
    Token& token = push(TokenKind::Session, letters + 1 + count);
    token.value = value;
    token.emergency = emergency;
    return true;
  }

  void any_word() {
    if (lexicon_.spaced()) {
      spaced_word();
    } else if (const std::size_t unit = char_length(text_, at_);
               !single_capital(unit) && !term(0, unit) && !title_mark()) {
      push(TokenKind::Word, word_length());
    }
  }

  // 《 and 》 around the title of an instrument.
  bool title_mark() {
    if (text_.compare(at_, 2, "\xE3\x80") != 0 || (peek(2) != '\x8A' && peek(2) != '\x8B')) {
      return false;
    }
    push(peek(2) == '\x8A' ? TokenKind::OpenTitle : TokenKind::CloseTitle, 3);
    return true;
  }

  // "décembre1998": a month, and the four digits behind it that are no part of its word.
  bool month_before_year(std::size_t length) {
    constexpr std::size_t kYear = 4;
    if (length < kYear + 3 || !is_digit(peek(length - 1)) || !is_digit(peek(length - kYear)) ||
        is_digit(peek(length - kYear - 1))) {
      return false;
    }
    const std::string_view word = lower_.substr(0, at_ + length - kYear);
    const Lexicon::Match month = lexicon_.longest_at(word, at_, length - kYear);
    if (month.entry == nullptr || month.entry->month == 0 || month.length != length - kYear) {
      return false;
    }
    push(TokenKind::Term, month.length).entry = month.entry;
    return true;
  }

  // A word of a language that sets words apart: as far as the look-up in the lexicon goes, it ends
  // where a number is glued to it.
  void spaced_word() {
    const std::size_t end = ends_.unit_end_of(at_);
    const std::size_t unit = std::min(end - at_, Lexicon::kLongestUnit);
    // Before its first part, which may be a word too: "13 dé-" and "cembre".
    if (end + 1 < text_.size() && text_[end] == '-' && text_[end + 1] == '\n' && broken_word(end)) {
      return;
    }
    if (single_capital(unit) || term(0, unit) ||
        (is_digit(text_[at_ + unit - 1]) && month_before_year(unit))) {
      return;
    }
    if (is_wide(text_[at_]) && (behind_proclitic(end) || glued_number(end))) {
      return;
    }
    push(TokenKind::Word, may_hold_han(end) ? word_length() : end - at_);
  }

  // "27 Novem-" and on the next line "ber 1961": a word of the lexicon that a line's end broke.
  bool broken_word(std::size_t end) {
    std::size_t next = end + 2;
    while (next < text_.size() && text_[next] == ' ') {
      ++next;
    }
    if (next >= text_.size() || !is_word_byte(text_[next]) || is_digit(text_[next])) {
      return false;
    }
    const std::size_t stop = ends_.unit_end_of(next);
    constexpr std::size_t kLongest = 48;  // bytes
    if (stop - at_ > kLongest) {
      return false;
    }
    std::string joined(lower_.substr(at_, end - at_));
    joined.append(lower_.substr(next, stop - next));
    const Lexicon::Match match = lexicon_.longest_at(joined, 0, joined.size());
    if (match.entry == nullptr || match.length != joined.size()) {
      return false;
    }
    push(TokenKind::Term, stop - at_).entry = match.entry;
    return true;
  }

  // The paragraph is asked first: hardly one in an alphabet has such a character.
  [[nodiscard]] bool may_hold_han(std::size_t end) const {
    return high_ && std::any_of(text_.begin() + static_cast<std::ptrdiff_t>(at_),
                                text_.begin() + static_cast<std::ptrdiff_t>(end),
                                [](char c) { return static_cast<unsigned char>(c) >= 0xE2; });
  }

  // "وقرارها": a phrase of the lexicon behind letters that are written onto it.
  bool behind_proclitic(std::size_t end) {
    for (const std::string& proclitic : lexicon_.proclitics_at(lower_, at_)) {
      const std::size_t size = proclitic.size();
      if (at_ + size < end && begins_with(proclitic) &&
          term(size, std::min(end - at_ - size, Lexicon::kLongestUnit))) {
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] bool begins_with(const std::string& proclitic) const {
    return lower_.substr(at_).starts_with(proclitic);
  }

  // "and in this regard", "y de conformidad con": where a cue begins at the second word of a joiner
  // ("and in", "y de"), the first word is the joiner.
  [[nodiscard]] Lexicon::Match joiner_alone(Lexicon::Match match) const {
    if (!match.entry->is(Word::And) || match.entry->phrase.find(' ') == std::string::npos) {
      return match;
    }
    const std::size_t end = at_ + match.length;
    std::size_t first = at_;
    while (!is_folded_space(lower_[first])) {
      ++first;
    }
    std::size_t second = first;
    while (is_folded_space(lower_[second])) {
      ++second;
    }
    const Lexicon::Match behind = lexicon_.longest_at(lower_, second);
    const bool cue = behind.entry != nullptr &&
                     (behind.entry->cue != nullptr || behind.entry->is(Word::Adverb)) &&
                     second + behind.length > end;
    return cue ? lexicon_.longest_at(lower_.substr(0, first), at_) : match;
  }

  // A phrase of the lexicon behind `skip` bytes of proclitics, whose first word has `unit` bytes;
  // the token covers both.
  bool term(std::size_t skip, std::size_t unit) {
    const Lexicon::Match whole = lexicon_.longest_at(lower_, at_ + skip, unit);
    if (whole.entry == nullptr) {
      return false;
    }
    const Lexicon::Match match = skip == 0 ? joiner_alone(whole) : whole;
    if (skip > 0 && match.entry->phrase.size() < 5) {
      return false;  // two Arabic letters behind a proclitic are a word of their own
    }
    Token& token = push(TokenKind::Term, skip + match.length);
    token.entry = match.entry;
    return true;
  }

  // "و70/1", "و دا-10", "وA/78/306": the Arabic "and" stands before a number, the letter of a
  // session or a symbol, without a space.
  bool glued_number(std::size_t end) {
    const auto session_at = [&](std::size_t at) { return lower_.compare(at, 2, "د") == 0; };
    const bool symbol = peek(2) >= 'A' && peek(2) <= 'Z' && symbol_length(text_, at_ + 2) > 0;
    if (lexicon_.proclitics().empty() || !(symbol || is_digit(peek(end - at_)) ||
                                           (at_ + 4 <= lower_.size() && session_at(at_ + 2)))) {
      return false;
    }
    for (const std::string& proclitic : lexicon_.proclitics_at(lower_, at_)) {
      const std::size_t size = proclitic.size();
      if (begins_with(proclitic) && at_ + size < lower_.size() &&
          (is_digit(lower_[at_ + size]) || (size == 2 && (symbol || session_at(at_ + size))))) {
        const Lexicon::Match match = lexicon_.longest_at(proclitic, 0);
        if (match.entry != nullptr) {
          push(TokenKind::Term, size).entry = match.entry;
        } else {
          push(TokenKind::Word, size);
        }
        return true;
      }
    }
    return false;
  }

  // A capital that stands alone: a part letter, or a word like "A" that the grammar may read
  // otherwise.
  bool single_capital(std::size_t unit) {
    std::size_t length = 0;
    const char latin = latin_capital(text_, at_, length);
    if (latin == 0) {
      return false;
    }
    const char next = peek(length);
    if (is_word_byte(next) && !(is_wide(next) && is_han(text_, at_ + length))) {
      return false;
    }
    const Lexicon::Match match = lexicon_.longest_at(lower_, at_, unit);
    if (match.length > length) {
      return false;  // "S'inspirant", "В соответствии с"
    }
    Token& token = push(TokenKind::Letter, length);
    token.value = static_cast<std::uint32_t>(latin);
    token.entry = match.entry;
    return true;
  }

  [[nodiscard]] std::size_t word_length() const {
    if (is_wide(text_[at_]) && is_han(text_, at_)) {
      return char_length(text_, at_);
    }
    std::size_t length = 0;
    while (at_ + length < text_.size() && is_word_byte(peek(length))) {
      if (length > 0 && is_glued_digit(text_, at_ + length)) {
        break;
      }
      if (is_wide(peek(length))) {
        if (is_han(text_, at_ + length)) {
          break;
        }
        length += char_length(text_, at_ + length);
      } else {
        ++length;
      }
    }
    return std::max<std::size_t>(length, 1);
  }

  void punctuation(char c) {
    if (c == '\'' || !lexicon_.begins_with(c) || !term(0, 1)) {
      push(kind_of(c), 1);
    }
  }

  static TokenKind kind_of(char c) {
    switch (c) {
      case '/':
        return TokenKind::Slash;
      case '-':
        return TokenKind::Hyphen;
      case ',':
        return TokenKind::Comma;
      case ';':
        return TokenKind::Semicolon;
      case '.':
        return TokenKind::Period;
      case ':':
        return TokenKind::Colon;
      case '(':
      case '[':
      case '{':  // what a scan makes of brackets
        return TokenKind::Open;
      case ')':
      case ']':
      case '}':
        return TokenKind::Close;
      case '"':
        return TokenKind::Quote;
      default:
        return TokenKind::Other;
    }
  }

  std::string_view text_;
  std::string_view lower_;
  const Lexicon& lexicon_;
  std::vector<Token>& tokens_;
  WordEnds ends_{text_};
  bool high_ = holds_at_least(0xE2, text_);
  std::size_t at_ = 0;
  bool space_ = false;
};

}  // namespace

LexerInput::LexerInput(std::string_view folded) : own_(folded), text(folded) {
  lower_in_place(own_);
  lower = own_;
}

void lex(const LexerInput& input,
         const Lexicon& lexicon,
         std::vector<Token>& tokens,
         std::size_t stop) {
  stop = std::min(stop, input.text.size());
  tokens.clear();
  tokens.reserve(stop / 4 + 8);  // a word and its space have six bytes, a mark two
  Lexer(input, lexicon, tokens).run(stop);
}

}  // namespace lineage::ingest
