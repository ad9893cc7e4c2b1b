// Bytes of a text taken several at a time: as numbers to compare and to hash, and as a bit for each
// byte that tells whether it belongs to a word. What the loops over whole texts are made of.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "ingest/text/block.h"

namespace lineage::ingest {

// A byte of a word: an ASCII letter or digit, or any part of a character beyond ASCII.
[[nodiscard]] constexpr bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

// Part of a character beyond ASCII.
[[nodiscard]] constexpr bool is_wide(char c) { return static_cast<unsigned char>(c) >= 0x80; }

using Byte = unsigned char;

// One of the `count` bytes from `first` on; one comparison, also in vector instructions.
[[nodiscard]] constexpr bool is_within(Byte c, Byte first, Byte count) {
  return static_cast<Byte>(c - first) < count;
}

// The eight bytes at `at`; what lies behind the end of the text reads as zero.
[[nodiscard]] inline std::uint64_t eight_bytes(std::string_view text, std::size_t at) {
  std::uint64_t bytes = 0;
  if (at + 8 <= text.size()) {
    std::memcpy(&bytes, text.data() + at, 8);
  } else if (at < text.size()) {
    std::memcpy(&bytes, text.data() + at, text.size() - at);
  }
  return bytes;
}

[[nodiscard]] inline std::uint32_t four_bytes(std::string_view text, std::size_t at) {
  std::uint32_t bytes = 0;
  if (at + 4 <= text.size()) {
    std::memcpy(&bytes, text.data() + at, 4);
  } else if (at < text.size()) {
    std::memcpy(&bytes, text.data() + at, text.size() - at);
  }
  return bytes;
}

// The first `count` of the bytes that `bytes` was made of, the others zero.
template <typename Bytes>
[[nodiscard]] constexpr Bytes first_bytes(Bytes bytes, std::size_t count) {
  constexpr std::size_t kSize = sizeof(Bytes);
  if (count >= kSize) {
    return bytes;
  }
  const Bytes low = static_cast<Bytes>((Bytes{1} << (8 * count)) - 1);
  return std::endian::native == std::endian::little
             ? static_cast<Bytes>(bytes & low)
             : static_cast<Bytes>(bytes & ~(static_cast<Bytes>(~Bytes{0}) >> (8 * count)));
}

// Whether one of the bytes from `least` on stands in the text.
[[nodiscard]] inline bool holds_at_least(Byte least, std::string_view text) {
  BlockMask found{};
  std::size_t at = 0;
  for (; at + kBlockBytes <= text.size(); at += kBlockBytes) {
    found |= BlockMask(block_at(text.data() + at) >= least);
  }
  bool any = bits_of(found) != 0;
  for (; at < text.size(); ++at) {
    any = any || static_cast<Byte>(text[at]) >= least;
  }
  return any;
}

// Whether a character beyond ASCII stands in the text.
[[nodiscard]] inline bool holds_wide(std::string_view text) { return holds_at_least(0x80, text); }

// How often a byte stands in the text: counters of one byte, which a block cannot overflow.
[[nodiscard]] inline std::size_t count_of(char wanted, std::string_view text) {
  constexpr std::size_t kBlock = 128;
  std::size_t count = 0;
  for (std::size_t begin = 0; begin < text.size(); begin += kBlock) {
    const std::size_t size = text.size() - begin < kBlock ? text.size() - begin : kBlock;
    Byte in_block = 0;
    for (std::size_t i = 0; i < size; ++i) {
      in_block = static_cast<Byte>(in_block + (text[begin + i] == wanted ? 1 : 0));
    }
    count += in_block;
  }
  return count;
}

// A bit for each of 64 bytes: whether it belongs to a word. The byte at `begin` has the lowest one;
// behind the end of the text there are no words.
class WordBits {
 public:
  static constexpr std::size_t kBytes = 64;

  [[nodiscard]] static std::uint64_t at(std::string_view text, std::size_t begin) {
    return bits_at(text, begin, [](Block block) {
      return is_within(block | 0x20, 'a', 26) | is_within(block, '0', 10) |
             BlockMask(block >= 0x80);
    });
  }

  // The bits of another test; what lies behind the end of the text reads as zero.
  template <typename Test>
  [[nodiscard]] static std::uint64_t bits_at(std::string_view text, std::size_t begin, Test test) {
    if (begin + kBytes <= text.size()) {
      return bits_of_64(text.data() + begin, test);
    }
    std::array<char, kBytes> padded{};
    if (begin < text.size()) {
      std::memcpy(padded.data(), text.data() + begin, text.size() - begin);
    }
    return bits_of_64(padded.data(), test);
  }
};

// A digit right behind a letter beyond ASCII: "القرار73/195" is a word and a number.
[[nodiscard]] inline bool is_glued_digit(std::string_view text, std::size_t at) {
  return text[at] >= '0' && text[at] <= '9' && at > 0 &&
         static_cast<unsigned char>(text[at - 1]) >= 0x80;
}

// The ends of words, for a reader that moves forward: three instructions instead of a loop, whose
// exit no processor can foresee.
class WordEnds {
 public:
  explicit WordEnds(std::string_view text) : text_(text) { load(0); }

  // The first byte at or behind `at` that belongs to no word, or the end of the text.
  [[nodiscard]] std::size_t end_of(std::size_t at) { return end_in(bits_, at); }

  // The same for the word that begins at `at`, of which a number glued to letters beyond ASCII is
  // no part: "القرار73/195".
  [[nodiscard]] std::size_t unit_end_of(std::size_t at) { return end_in(units_, at + 1); }

 private:
  std::size_t end_in(const std::uint64_t& bits, std::size_t at) {
    while (at < text_.size()) {
      if (at - base_ >= WordBits::kBytes) {  // before the block, too: the number is unsigned
        load(at);
      }
      at += static_cast<std::size_t>(std::countr_one(bits >> (at - base_)));
      if (at < base_ + WordBits::kBytes) {
        return at;
      }
    }
    return text_.size();
  }

  void load(std::size_t at) {
    base_ = at;
    bits_ = WordBits::at(text_, at);
    const std::uint64_t wide =
        WordBits::bits_at(text_, at, [](Block block) { return BlockMask(block >= 0x80); });
    const bool before = at > 0 && at <= text_.size() && is_wide(text_[at - 1]);
    if (wide == 0 && !before) {
      units_ = bits_;
      return;
    }
    const std::uint64_t digits =
        WordBits::bits_at(text_, at, [](Block block) { return is_within(block, '0', 10); });
    units_ = bits_ & ~(digits & (wide << 1 | (before ? 1U : 0U)));
  }

  std::string_view text_;
  std::size_t base_ = 0;
  std::uint64_t bits_ = 0;
  std::uint64_t units_ = 0;  // without the digits that are glued to letters
};

// Visits the words of a text in order. Each block of 64 bytes serves the words that begin in all
// but its last bytes, so that the length of a short word is known without a look at the next.
class Words {
 public:
  static constexpr std::size_t kLongest = 8;  // longer words count as so long

  // A byte of a word at `from` begins one, whatever stands before it.
  Words(std::string_view text, std::size_t from) : text_(text), base_(from) { load(0); }

  // False when there are no more.
  bool next() {
    while (starts_ == 0) {
      if (text_.size() - base_ <= kServed) {
        return false;
      }
      const std::uint64_t last = bits_ >> (kServed - 1) & 1;
      base_ += kServed;
      load(last);
    }
    at_ = static_cast<std::size_t>(std::countr_zero(starts_));
    starts_ &= starts_ - 1;
    return true;
  }

  [[nodiscard]] std::size_t begin() const { return base_ + at_; }
  [[nodiscard]] std::size_t length() const {
    const auto ones = static_cast<std::size_t>(std::countr_one(bits_ >> at_));
    return ones < kLongest ? ones : kLongest;
  }

 private:
  static constexpr std::size_t kServed = WordBits::kBytes - kLongest;

  void load(std::uint64_t before) {
    constexpr std::uint64_t kServedBits = (std::uint64_t{1} << kServed) - 1;
    bits_ = WordBits::at(text_, base_);
    starts_ = bits_ & ~(bits_ << 1 | before) & kServedBits;
  }

  std::string_view text_;
  std::size_t base_;
  std::size_t at_ = 0;
  std::uint64_t bits_ = 0;
  std::uint64_t starts_ = 0;
};

}  // namespace lineage::ingest
