// Folds a text into the form that the lexer reads, and remembers where every byte came from.
//
// The fold: full-width forms, the Unicode spaces, hyphens, quotes and digits become ASCII; Latin
// letters lose their accents, Arabic ones their vowel signs and hamza seats; invisible characters
// (soft hyphen, zero width, bidi controls) and Markdown's emphasis, escapes and link targets
// vanish; a superscript number or
// "[^1]" becomes a note mark between kNoteMarkBegin and kNoteMarkEnd; every line end is '\n'.
// A table of our own does this instead of NFKC, which would turn the mark in "报告¹" into a digit.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "graph/result.h"
#include "ingest/text/offset_map.h"

namespace lineage::ingest {

inline constexpr char kNoteMarkBegin = '\x01';
inline constexpr char kNoteMarkEnd = '\x02';

// All white space that folded text has.
[[nodiscard]] constexpr bool is_folded_space(char c) { return c == ' ' || c == '\n'; }

struct NormalizedText {
  std::string text;
  std::string lower;  // the same in lower case, byte for byte
  OffsetMap offsets;
};

// Errors: Malformed where the bytes are not UTF-8, with the place. Cost: linear; memory about the
// size of the input. `bytes` must be shorter than 4 GiB.
[[nodiscard]] Result<NormalizedText> normalize(std::string_view bytes);

// The fold of a phrase of the language tables, in lower case. `phrase` must be UTF-8.
[[nodiscard]] std::string fold_phrase(std::string_view phrase);

}  // namespace lineage::ingest
