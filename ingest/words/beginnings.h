// Told by the first word: what may begin there. Every word of a text is asked, and nearly all begin
// nothing.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "ingest/text/bytes.h"

namespace lineage::ingest {

class Beginnings {
 public:
  static constexpr std::uint8_t kName = 1;       // of a document known by name
  static constexpr std::uint8_t kAnnouncer = 2;  // a head noun, an instrument, "ibid."
  static constexpr std::uint8_t kAll = kName | kAnnouncer;
  static constexpr std::size_t kTelling = 8;  // bytes of a word

  // `phrase` is folded and in lower case.
  void add(std::string_view phrase, std::uint8_t what) {
    std::size_t length = 0;
    while (length < kTelling && length < phrase.size() && is_word_byte(phrase[length])) {
      ++length;
    }
    table_[slot(first_bytes(eight_bytes(phrase, 0), length))] |= what;
  }

  // What may begin with the word of `length` bytes, as far as kTelling, at `at`; never less than
  // does.
  [[nodiscard]] std::uint8_t at(std::string_view lower, std::size_t at, std::size_t length) const {
    return table_[slot(first_bytes(eight_bytes(lower, at), length))];
  }

 private:
  static constexpr unsigned kBits = 14;
  [[nodiscard]] static std::size_t slot(std::uint64_t word) {
    return static_cast<std::size_t>((word ^ word >> 29) * 0x9E3779B97F4A7C15U >> (64 - kBits));
  }

  std::array<std::uint8_t, std::size_t{1} << kBits> table_{};
};

}  // namespace lineage::ingest
