// The fold of single characters, built once from rows that a person can read.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace lineage::ingest {

enum class FoldAction : std::uint8_t { Keep, Replace, Drop, NoteDigit, LineEnd };

struct Fold {
  FoldAction action = FoldAction::Keep;
  std::string_view text;  // the replacement, or the digit of a note mark
};

class FoldTable {
 public:
  [[nodiscard]] static const FoldTable& instance();

  // What becomes of a code point; those outside the basic plane are kept.
  [[nodiscard]] Fold at(char32_t c) const { return c < 0x10000 ? folds_[index_[c]] : Fold{}; }
  // True for most letters of all languages.
  [[nodiscard]] bool keeps(char32_t c) const {
    return c >= 0x10000 || (kept_[c / 64] >> (c % 64) & 1) != 0;
  }

  // What becomes of a character of two bytes: most are kept or replaced by another of two.
  static constexpr std::uint16_t kKept = 0;
  static constexpr std::uint16_t kOther = 1;
  [[nodiscard]] std::uint16_t pair_at(unsigned char lead, unsigned char trail) const {
    return pairs_[static_cast<std::size_t>(lead & 0x1F) << 6 | (trail & 0x3F)];
  }
  [[nodiscard]] std::string_view pair(std::uint16_t at) const { return folds_[at].text; }

 private:
  FoldTable();
  void put(char32_t c, FoldAction action, std::string_view text);
  void index();

  std::vector<std::uint16_t> index_;          // by code point of the basic plane; 0 keeps
  std::vector<Fold> folds_;                   // the first keeps, the second stands for nothing
  std::array<std::uint16_t, 0x800> pairs_{};  // kKept, kOther, or a place in folds_
  std::vector<std::uint64_t> kept_;           // a bit for each code point of the basic plane
};

}  // namespace lineage::ingest
