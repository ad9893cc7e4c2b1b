// Tells how far into a paragraph the grammar must read. Three bytes of four stand behind the last
// place where a citation can begin, and finding that place costs a tenth of reading the tokens.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "ingest/words/lexer.h"

namespace lineage::ingest {

// The end of the last place at or behind `from` where a citation or a note mark can begin: a digit,
// a head noun ("that resolution"), an instrument, "ibid.". 0 when there is none, so that reading
// the paragraph would find nothing. May name a place too many, never one too few.
[[nodiscard]] std::size_t last_trigger(const LexerInput& input,
                                       const Lexicon& lexicon,
                                       std::size_t from);

// The same, where words are set apart, for a caller that knows the places at or behind `from` at
// which words begin that may announce a work, in text order.
[[nodiscard]] std::size_t last_trigger(const LexerInput& input,
                                       const Lexicon& lexicon,
                                       std::size_t from,
                                       std::span<const std::uint32_t> announcers);

}  // namespace lineage::ingest
