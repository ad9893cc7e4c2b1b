// What the audit asks of printed numbers: whether session and number were exchanged.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "graph/mention.h"
#include "graph/symbol.h"

namespace lineage::analysis {

// A resolution or a decision.
[[nodiscard]] bool is_act(const Symbol& symbol);

// "76/19", "1540 (2004)", and not "the Sendai Framework (2015-2030)", which other languages name
// without the years.
[[nodiscard]] bool is_number(std::string_view quote);

// The acts that were meant if session and number stand the wrong way round: of the same organ, and
// of the General Assembly, since 27/73 for 73/27 may have been read as another organ's.
[[nodiscard]] std::vector<Symbol> swapped(const Symbol& symbol);

// The acts of the General Assembly that are printed where nothing could be settled: what the
// candidates are numbered, else the number in the quote.
[[nodiscard]] std::vector<Symbol> printed_acts(const Mention& mention);

}  // namespace lineage::analysis
