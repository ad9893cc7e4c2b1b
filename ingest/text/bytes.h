// Bytes of a text taken several at a time: as numbers to compare and to hash, and as a bit for each
// byte that tells whether it belongs to a word. What the loops over whole texts are made of.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

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

// Whether a character beyond ASCII stands in the text. Reads 16 bytes an instruction.
[[nodiscard]] inline bool holds_wide(std::string_view text) {
  unsigned char any = 0;
  for (const char c : text) {
    any = static_cast<unsigned char>(any | static_cast<unsigned char>(c));
  }
  return any >= 0x80;
}

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
// behind the end of the text there are no words. A loop that becomes vector instructions makes a
// byte of one or zero for each, and multiplications press eight of them into one.
class WordBits {
 public:
  static constexpr std::size_t kBytes = 64;

  [[nodiscard]] static std::uint64_t at(std::string_view text, std::size_t begin) {
    if (begin + kBytes <= text.size()) {
      return of_block(text.data() + begin);
    }
    std::array<char, kBytes> padded{};
    if (begin < text.size()) {
      std::memcpy(padded.data(), text.data() + begin, text.size() - begin);
    }
    return of_block(padded.data());
  }

 private:
  [[nodiscard]] static std::uint64_t of_block(const char* block) {
    constexpr std::uint64_t kPress =
        std::endian::native == std::endian::little ? 0x0102040810204080U : 0x8040201008040201U;
    std::array<unsigned char, kBytes> word;
    for (std::size_t i = 0; i < kBytes; ++i) {
      const auto c = static_cast<unsigned char>(block[i]);
      const auto letter = static_cast<unsigned char>((c | 0x20) - 'a');
      const auto digit = static_cast<unsigned char>(c - '0');
      word[i] = static_cast<unsigned char>((letter < 26 ? 1 : 0) | (digit < 10 ? 1 : 0) | c >> 7);
    }
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < kBytes; i += 8) {
      std::uint64_t eight = 0;
      std::memcpy(&eight, word.data() + i, 8);
      bits |= (eight * kPress >> 56) << i;
    }
    return bits;
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
  explicit WordEnds(std::string_view text) : text_(text) {}

  // The first byte at or behind `at` that belongs to no word, or the end of the text.
  [[nodiscard]] std::size_t end_of(std::size_t at) {
    while (at < text_.size()) {
      if (at - base_ >= WordBits::kBytes) {  // before the block, too: the number is unsigned
        base_ = at;
        bits_ = WordBits::at(text_, base_);
      }
      at += static_cast<std::size_t>(std::countr_one(bits_ >> (at - base_)));
      if (at < base_ + WordBits::kBytes) {
        return at;
      }
    }
    return text_.size();
  }

 private:
  std::string_view text_;
  std::size_t base_ = 0;
  std::uint64_t bits_ = WordBits::at(text_, 0);
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
