#include "ingest/text/normalize.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "ingest/text/bytes.h"
#include "ingest/text/fold_table.h"
#include "ingest/text/lower_case.h"
#include "ingest/text/utf8.h"

namespace lineage::ingest {
namespace {

// True for the ASCII bytes that are copied as they stand.
constexpr auto kPlain = [] {
  std::array<bool, 128> plain{};
  for (std::size_t c = 0x20; c < 0x7F; ++c) {
    plain[c] = true;
  }
  plain['\n'] = true;
  for (const char c : {'*', '_', '[', ']', '\\', '#', '^'}) {
    plain[static_cast<std::size_t>(c)] = false;
  }
  return plain;
}();

// A bit for each byte that is not ASCII copied as it stands.
BlockMask is_odd(Block block) {
  // The first comparison covers "[", "\\", "]", "^" and "_".
  return is_within(block, '[', 5) | BlockMask(block == '*') | BlockMask(block == '#') |
         (BlockMask(block - 0x20 >= 0x5F) & BlockMask(block != '\n'));
}

// How many bytes at the start of `text` are copied as they stand, as far as whole blocks tell. In
// most languages a letter with an accent is near: one block first, then four at once.
std::size_t plain_bytes(std::string_view text) {
  if (text.size() < kBlockBytes) {
    return 0;
  }
  if (const std::uint32_t odd = bits_of(is_odd(block_at(text.data()))); odd != 0) {
    return static_cast<std::size_t>(std::countr_zero(odd));
  }
  std::size_t at = kBlockBytes;
  for (; text.size() - at >= 64; at += 64) {
    if (const std::uint64_t odd = bits_of_64(text.data() + at, is_odd); odd != 0) {
      return at + static_cast<std::size_t>(std::countr_zero(odd));
    }
  }
  return at;
}

// The fold of one text. Keeps the start of the run that is still to be copied and writes it when a
// character comes that changes.
class Folder {
 public:
  explicit Folder(std::string_view bytes) : bytes_(bytes), table_(FoldTable::instance()) {
    out_.text.reserve(bytes.size() + 16);
  }

  Result<NormalizedText> run() {
    while (at_ < bytes_.size()) {
      if (!in_mark_ && copies_many()) {
        continue;
      }
      if (!one()) {
        return failure(ErrorCode::Malformed, "not UTF-8 at byte " + std::to_string(at_) +
                                                 ": convert the text to UTF-8 first");
      }
    }
    flush();
    end_mark();
    out_.lower = lowered(out_.text);
    return std::move(out_);
  }

 private:
  // Passes over what is copied as it stands; false when the character at hand is none of that.
  bool copies_many() {
    const std::size_t before = at_;
    if (static_cast<unsigned char>(bytes_[at_]) >= 0x80) {
      letters();
    } else {
      at_ += plain_bytes(bytes_.substr(at_));
    }
    return at_ != before;
  }

  // Words of other alphabets, and the spaces and signs between them. A letter that is replaced by
  // one of the same length (the seats of hamza) is mended when the run is written.
  void letters() {
    while (at_ < bytes_.size()) {
      at_ = behind_pairs(at_);
      if (at_ >= bytes_.size()) {
        return;
      }
      const char c = bytes_[at_];
      if (static_cast<unsigned char>(c) < 0x80) {
        // A longer run of ASCII goes by blocks.
        if (!kPlain[static_cast<std::size_t>(c)] ||
            (at_ >= 4 && static_cast<unsigned char>(bytes_[at_ - 4]) < 0x80)) {
          return;
        }
        ++at_;
        continue;
      }
      if (keeps_three_bytes()) {
        at_ += 3;
        continue;
      }
      char32_t letter = 0;
      const std::size_t length = decode_utf8(bytes_, at_, letter);
      if (length == kInvalidUtf8) {
        return;
      }
      if (!table_.keeps(letter)) {
        const Fold fold = table_.at(letter);
        if (fold.action != FoldAction::Replace || fold.text.size() != length) {
          return;
        }
        mended_.push_back({at_ - run_, fold.text});
      }
      at_ += length;
    }
  }

  // Nearly all letters of Russian and Arabic have two bytes and are kept, or replaced by others of
  // two: these, and single spaces between them, need no decoding.
  std::size_t behind_pairs(std::size_t at) {
    const char* const bytes = bytes_.data();
    const std::size_t size = bytes_.size();
    while (at + 2 < size) {
      const Byte lead = static_cast<Byte>(bytes[at]);
      const Byte trail = static_cast<Byte>(bytes[at + 1]);
      if (lead == ' ' && trail >= 0xC2 && at >= 4 && is_wide(bytes[at - 4])) {
        ++at;
        continue;
      }
      if (!is_within(lead, 0xC2, 0x1E) || (trail & 0xC0) != 0x80) {
        return at;
      }
      if (const std::uint16_t fold = table_.pair_at(lead, trail); fold != FoldTable::kKept) {
        if (fold == FoldTable::kOther) {
          return at;
        }
        mended_.push_back({at - run_, table_.pair(fold)});
      }
      at += 2;
    }
    return at;
  }

  // The same for Chinese, whose characters lie between U+3000 and U+9FFF.
  [[nodiscard]] bool keeps_three_bytes() const {
    if (bytes_.size() - at_ < 3) {
      return false;
    }
    const Byte lead = static_cast<Byte>(bytes_[at_]);
    const Byte second = static_cast<Byte>(bytes_[at_ + 1]);
    const Byte third = static_cast<Byte>(bytes_[at_ + 2]);
    return is_within(lead, 0xE3, 7) && (second & 0xC0) == 0x80 && (third & 0xC0) == 0x80 &&
           table_.keeps(
               static_cast<char32_t>((lead & 0x0F) << 12 | (second & 0x3F) << 6 | (third & 0x3F)));
  }

  // Takes one character; false where its bytes are no UTF-8.
  bool one() {
    const char c = bytes_[at_];
    if (static_cast<unsigned char>(c) >= 0x80) {
      return wide();
    }
    if (kPlain[static_cast<std::size_t>(c)]) {
      end_mark();
      ++at_;
    } else {
      ascii(c);
    }
    return true;
  }

  void flush() {
    const std::size_t begin = out_.text.size();
    out_.text.append(bytes_.substr(run_, at_ - run_));
    run_ = at_;
    for (const Mended& row : mended_) {
      std::memcpy(out_.text.data() + begin + row.at, row.letter.data(), row.letter.size());
    }
    mended_.clear();
  }

  // Replaces the `length` bytes at the cursor by `text`.
  void replace(std::size_t length, std::string_view text) {
    flush();
    const std::size_t source = at_;
    at_ += length;
    run_ = at_;
    if (text.empty()) {
      out_.offsets.add(out_.text.size(), at_, source);
      return;
    }
    if (text.size() != length) {
      const std::size_t folded = out_.text.size();
      out_.text.append(text);
      for (std::size_t i = 1; i < text.size(); ++i) {
        // All bytes of a replacement stand for the whole character.
        out_.offsets.add(folded + i, source, at_);
      }
      out_.offsets.add(out_.text.size(), at_, at_);
      return;
    }
    out_.text.append(text);
  }

  void drop(std::size_t length) { replace(length, {}); }

  void note_digit(std::size_t length, std::string_view digit) {
    flush();
    if (!in_mark_) {
      out_.text.push_back(kNoteMarkBegin);
      out_.offsets.add(out_.text.size(), at_, at_);
      in_mark_ = true;
    }
    const std::size_t source = at_;
    at_ += length;
    run_ = at_;
    out_.text.append(digit);
    out_.offsets.add(out_.text.size(), at_, source + length);
  }

  void end_mark() {
    if (!in_mark_) {
      return;
    }
    in_mark_ = false;
    flush();
    out_.text.push_back(kNoteMarkEnd);
    out_.offsets.add(out_.text.size(), at_, at_);
  }

  bool wide() {
    char32_t c = 0;
    const std::size_t length = decode_utf8(bytes_, at_, c);
    if (length == kInvalidUtf8) {
      return false;
    }
    const Fold fold = table_.at(c);
    if (fold.action == FoldAction::NoteDigit) {
      note_digit(length, fold.text);
      return true;
    }
    if (in_mark_ && fold.action != FoldAction::Drop) {
      end_mark();
    }
    switch (fold.action) {
      case FoldAction::Keep:
        at_ += length;
        break;
      case FoldAction::Drop:
        drop(length);
        break;
      default:
        replace(length, fold.text);
    }
    return true;
  }

  void ascii(char c) {
    if (in_mark_) {
      end_mark();
    }
    switch (c) {
      case '*':
      case '_':
        return emphasis(c);
      case '[':
        return bracket();
      case ']':
        return close_bracket();
      case '\\':
        return next_is_punctuation() ? drop(1) : keep();
      case '#':
        return heading();
      case '\r':
        return peek(1) == '\n' ? drop(1) : replace(1, "\n");
      case '\f':
      case '\v':
        return replace(1, "\n");
      case '\t':
        return replace(1, " ");
      case '^':
        return keep();
      default:
        return drop(1);  // other control characters
    }
  }

  void keep() { ++at_; }
  [[nodiscard]] char peek(std::size_t ahead) const {
    return at_ + ahead < bytes_.size() ? bytes_[at_ + ahead] : '\n';
  }
  [[nodiscard]] char before() const { return at_ == 0 ? '\n' : bytes_[at_ - 1]; }
  [[nodiscard]] bool next_is_punctuation() const {
    const char next = peek(1);
    return next > ' ' && !is_word_byte(next) && next != '\x7f';
  }

  // "**欢迎**", "*Recalling*", "_Recalling_"; the asterisk of a reissue, "A/68/98*", stays.
  void emphasis(char c) {
    std::size_t length = 1;
    while (length < 3 && peek(length) == c) {
      ++length;
    }
    bool& open = c == '*' ? star_open_ : underscore_open_;
    const bool may_open = !is_word_byte(before()) || length > 1;
    const bool opens = !open && may_open && is_word_byte(peek(length));
    const bool closes = open && before() != ' ' && before() != '\n';
    if (opens || closes) {
      open = opens;
      drop(length);
    } else if (c == '*' && length > 1) {
      drop(length);
    } else {
      at_ += length;
    }
  }

  // "[A/77/275](#)" keeps its words, "[^1]" becomes a note mark. The three look-aheads only move
  // forward, so a text of a million brackets costs no more than another.
  void bracket() {
    if (peek(1) == '^') {
      return markdown_note();
    }
    const std::size_t close = next_of(']', at_ + 1, close_);
    const std::size_t line_end = next_of('\n', at_ + 1, newline_);
    if (close + 1 < line_end && bytes_[close + 1] == '(') {
      const std::size_t target_end = next_of(')', close, paren_);
      if (target_end < line_end) {
        link_close_ = close;
        link_end_ = target_end + 1;
        return drop(1);
      }
    }
    keep();
  }

  void close_bracket() {
    if (at_ == link_close_) {
      return drop(link_end_ - link_close_);
    }
    keep();
  }

  void markdown_note() {
    std::size_t length = 2;
    while (length < 6 && peek(length) >= '0' && peek(length) <= '9') {
      ++length;
    }
    if (length == 2 || peek(length) != ']') {
      return keep();
    }
    const std::string_view digits = bytes_.substr(at_ + 2, length - 2);
    const std::size_t whole = length + (peek(length + 1) == ':' ? 2 : 1);
    std::string mark(1, kNoteMarkBegin);
    mark.append(digits).push_back(kNoteMarkEnd);
    replace(whole, mark);
  }

  // "## Title": the signs at the start of a line go.
  void heading() {
    std::size_t length = 1;
    while (length < 6 && peek(length) == '#') {
      ++length;
    }
    if (before() == '\n' && peek(length) == ' ') {
      return drop(length + 1);
    }
    at_ += length;
  }

  // The first `c` at or behind `from`, or the end of the text. `known` is the answer of the last
  // call; `from` never moves back.
  std::size_t next_of(char c, std::size_t from, std::size_t& known) const {
    if (known < from || known == 0) {
      known = std::min(bytes_.find(c, from), bytes_.size());
    }
    return known;
  }

  std::string_view bytes_;
  const FoldTable& table_;
  NormalizedText out_;
  struct Mended {
    std::size_t at;  // bytes from the start of the run
    std::string_view letter;
  };
  std::vector<Mended> mended_;
  std::size_t at_ = 0;
  std::size_t run_ = 0;  // start of what is not copied yet
  bool in_mark_ = false;
  bool star_open_ = false;
  bool underscore_open_ = false;
  std::size_t close_ = 0;  // the next "]", ")" and line end at or behind the cursor
  std::size_t paren_ = 0;
  std::size_t newline_ = 0;
  std::size_t link_close_ = std::string_view::npos;
  std::size_t link_end_ = 0;
};

}  // namespace

Result<NormalizedText> normalize(std::string_view bytes) { return Folder(bytes).run(); }

std::string fold_phrase(std::string_view phrase) {
  auto folded = normalize(phrase);
  if (folded) {
    return std::move(folded->lower);
  }
  std::string text(phrase);
  lower_in_place(text);
  return text;
}

}  // namespace lineage::ingest
