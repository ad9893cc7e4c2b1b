// Told by the first bytes of a word: what may begin there. Every word of a text is asked, and
// nearly all begin nothing.
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
  static constexpr std::uint8_t kReference = 4;  // "that", "previous": a work without its number

  // `phrase` is folded and in lower case; a space of it stands for any white space.
  void add(std::string_view phrase, std::uint8_t what);

  // What may begin at `at`; never less than does begin there.
  [[nodiscard]] std::uint8_t at(std::string_view lower, std::size_t at) const {
    return table_[slot(four_bytes(lower, at))];
  }

 private:
  static constexpr std::size_t kBytes = 4;
  static constexpr unsigned kBits = 14;
  [[nodiscard]] static std::uint32_t slot(std::uint32_t bytes) {
    return bytes * 2654435761U >> (32 - kBits);
  }
  void add_spaced(std::string_view phrase, std::string_view made, std::uint8_t what);
  void add_made(std::string_view made, std::uint8_t what);

  std::array<std::uint8_t, std::size_t{1} << kBits> table_{};
};

}  // namespace lineage::ingest
