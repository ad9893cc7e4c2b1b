// The words of a text as they are looked for: one form for the text and for what somebody types.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lineage::ingest {

// The words of a folded text in lower case (normalize()), with one space between. An ideograph is a
// word of its own: where Chinese words end depends on what stands around them, and a text must be
// found by any part of it. Cost: linear.
[[nodiscard]] std::string search_words(std::string_view folded_lower);

// The same for what somebody types, in any language.
[[nodiscard]] std::string search_words_of(std::string_view typed);

// The 64 smallest hashes of the runs of four words, ascending: two texts share about as many as
// they share words.
[[nodiscard]] std::vector<std::uint64_t> sketch_of(const std::vector<std::string_view>& texts);

}  // namespace lineage::ingest
