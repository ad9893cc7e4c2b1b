#include "ingest/grammar/part_letters.h"

#include <algorithm>

#include "ingest/text/capitals.h"

namespace lineage::ingest {
namespace {

// "3411 А и В": the lexicon knows "и в" as a joiner with its preposition; a capital at its end is
// the letter of a part.
PartLetter letter_of_joiner(const Tokens& tokens, std::size_t at, std::string_view text) {
  constexpr std::uint32_t kCyrillic = 2;  // bytes
  if (!is(tokens, at, Word::And) || tokens[at].end - tokens[at].begin <= kCyrillic + 1) {
    return {};
  }
  const std::uint32_t begin = tokens[at].end - kCyrillic;
  std::size_t length = 0;
  const char latin = text[begin - 1] == ' ' ? latin_capital(text, begin, length) : '\0';
  return length == kCyrillic ? PartLetter{latin, begin, tokens[at].end, false, false}
                             : PartLetter{};
}

// "53/77 AA": the parts behind Z; "ألف ألف" in Arabic. Returns how many tokens.
std::size_t read_doubled(const Tokens& tokens,
                         std::size_t at,
                         std::string_view text,
                         FormReading& reading) {
  if (kind(tokens, at + 1) == TokenKind::Slash || kind(tokens, at + 2) == TokenKind::Slash) {
    return 0;
  }
  const char first = letter_at(tokens, at);
  if (first != 0 && kind(tokens, at) == TokenKind::Term && letter_at(tokens, at + 1) == first &&
      tokens[at + 1].end - tokens[at + 1].begin == tokens[at].end - tokens[at].begin) {
    reading.letters.push_back({first, tokens[at].begin, tokens[at + 1].end, false, true});
    return 2;
  }
  if (kind(tokens, at) != TokenKind::Word || tokens[at].end - tokens[at].begin != 2) {
    return 0;
  }
  const char capital = text[tokens[at].begin];
  if (capital < 'A' || capital > 'Z' || text[tokens[at].begin + 1] != capital) {
    return 0;
  }
  reading.letters.push_back({capital, tokens[at].begin, tokens[at].end, false, true});
  return 1;
}

// "H", "A and B", "A to D", "A-F", "(A+B)", from a token that is a letter or opens the bracket.
class LetterList {
 public:
  LetterList(const Tokens& tokens, std::string_view text, std::vector<PartLetter>& letters)
      : tokens_(tokens), text_(text), letters_(letters) {}

  // Returns the token behind them, `at` for none.
  std::size_t read(std::size_t at) {
    bracket_ =
        kind(tokens_, at) == TokenKind::Open && letter_at(tokens_, at + 1) != 0 &&
        (kind(tokens_, at + 2) == TokenKind::Hyphen || kind(tokens_, at + 2) == TokenKind::Other);
    next_ = at + (bracket_ ? 1 : 0);
    if (letter_at(tokens_, next_) == 0) {
      return at;
    }
    push(next_++);
    constexpr std::size_t kMost = 26;
    while (letters_.size() < kMost && (range() || joined() || another())) {
    }
    if (!bracket_) {
      return next_;
    }
    if (kind(tokens_, next_) != TokenKind::Close) {
      letters_.clear();
      return at;
    }
    return next_ + 1;
  }

 private:
  void push(std::size_t token) {
    const Token& t = tokens_[token];
    // "وباء": the joiner before the letter's name is none of it.
    const std::uint32_t begin =
        t.kind == TokenKind::Letter || t.entry == nullptr
            ? t.begin
            : t.end - std::min(static_cast<std::uint32_t>(t.entry->phrase.size()), t.end - t.begin);
    letters_.push_back({letter_at(tokens_, token), begin, t.end, false, false});
  }

  // "to D" behind A: all of "A to D" are marked, since only the ends are printed.
  bool range() {
    const char first = letters_.back().letter;
    const char last = letter_at(tokens_, next_ + 1);
    const bool to = is(tokens_, next_, Word::To) || kind(tokens_, next_) == TokenKind::Hyphen;
    if (!to || last <= first) {
      return false;
    }
    const std::uint32_t begin = tokens_[next_ - 1].begin;
    const std::uint32_t end = tokens_[next_ + 1].end;
    for (char c = static_cast<char>(first + 1); c < last; ++c) {
      letters_.push_back({c, begin, end, true, false});
    }
    push(next_ + 1);
    for (PartLetter& letter : letters_) {
      letter.derived = letter.derived || letter.letter >= first;
    }
    next_ += 2;
    return true;
  }

  // "и В", which the lexicon takes for one word.
  bool joined() {
    const PartLetter joined = letter_of_joiner(tokens_, next_, text_);
    if (joined.letter <= letters_.back().letter) {
      return false;
    }
    letters_.push_back(joined);
    ++next_;
    return true;
  }

  // ", B", "and B", "+B", "وباء".
  bool another() {
    const char last = letters_.back().letter;
    std::size_t i = next_;
    i += kind(tokens_, i) == TokenKind::Comma ? 1 : 0;
    i += is(tokens_, i, Word::And) && letter_at(tokens_, i) == 0 ? 1 : 0;
    i += i == next_ && kind(tokens_, i) == TokenKind::Other && bracket_ ? 1 : 0;
    const bool glued = letter_at(tokens_, i) > last && tokens_[i].kind == TokenKind::Term;
    if ((i == next_ && !glued) || letter_at(tokens_, i) <= last ||
        kind(tokens_, i + 1) == TokenKind::Slash) {
      return false;
    }
    push(i);
    next_ = i + 1;
    return true;
  }

  const Tokens& tokens_;
  std::string_view text_;
  std::vector<PartLetter>& letters_;
  std::size_t next_ = 0;
  bool bracket_ = false;
};

}  // namespace

char letter_at(const Tokens& tokens, std::size_t at) {
  if (kind(tokens, at) == TokenKind::Letter) {
    // "S-10/2" and "A/78/404" are no letters; the lexer made tokens of their own for them.
    return static_cast<char>(tokens[at].value);
  }
  return at < tokens.size() && tokens[at].entry != nullptr ? tokens[at].entry->letter : '\0';
}

std::size_t read_letters(const Tokens& tokens,
                         std::size_t at,
                         std::string_view text,
                         FormReading& reading) {
  const std::size_t doubled = read_doubled(tokens, at, text, reading);
  return doubled != 0 ? doubled : LetterList(tokens, text, reading.letters).read(at) - at;
}

}  // namespace lineage::ingest
