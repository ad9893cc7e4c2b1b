// The fold of single characters, built once from rows that a person can read.
#pragma once

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
  [[nodiscard]] bool keeps(char32_t c) const { return c >= 0x10000 || index_[c] == 0; }

 private:
  FoldTable();
  void put(char32_t c, FoldAction action, std::string_view text);

  std::vector<std::uint16_t> index_;  // by code point of the basic plane; 0 keeps
  std::vector<Fold> folds_;
};

}  // namespace lineage::ingest
