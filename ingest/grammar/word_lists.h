// Short lists of folded words that the grammar looks at beside the lexicon.
#pragma once

#include <algorithm>
#include <iterator>
#include <string_view>

namespace lineage::ingest {

template <typename List>
[[nodiscard]] bool is_one_of(std::string_view word, const List& list) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

// Of several words the first: "du" of "du point". A line may end between them, and French elides.
[[nodiscard]] inline std::string_view first_word(std::string_view words) {
  return words.substr(0, words.find_first_of(" \n'"));
}

}  // namespace lineage::ingest
