// Note marks that a scan left as plain numbers: "the representative of Sweden, 6 on the mission".
// Only a text whose notes begin with plain numbers has them.
#pragma once

#include <cstdint>
#include <set>
#include <string_view>
#include <vector>

#include "ingest/words/lexer.h"

namespace lineage::ingest {

struct PlainMark {
  std::uint32_t number = 0;
  std::uint32_t at = 0;  // bytes of the paragraph
};

// The places of a paragraph where one of the numbers stands like a mark: behind a word, a comma or
// a quote, and in front of nothing that it could count, date or number.
[[nodiscard]] std::vector<PlainMark> plain_marks(const LexerInput& input,
                                                 const Lexicon& lexicon,
                                                 const std::set<std::uint32_t>& numbers);

// The number with which a line begins that is a plain note, "24 Ibid., document S/4429.", 0 for
// another line. A date or a paragraph that begins with a verb is none.
[[nodiscard]] std::uint32_t plain_note(std::string_view line,
                                       std::string_view lower,
                                       const Lexicon& lexicon);

// The same for a line that says itself that it is a note: "24 Ibid.", "7 See footnote 4".
[[nodiscard]] bool refers_as_note(std::string_view lower, const Lexicon& lexicon);

}  // namespace lineage::ingest
