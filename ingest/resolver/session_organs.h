// Councils and commissions that number their acts by session as the Assembly does, and the years in
// which their sessions met: what a date can settle when a text does not say whose "20/8" is.
#pragma once

#include <optional>
#include <span>

#include "graph/symbol.h"

namespace lineage::ingest {

// Those beside the Assembly, the most frequent first.
[[nodiscard]] std::span<const Organ> session_organs();

// True for them and for the Assembly.
[[nodiscard]] bool numbers_by_session(Organ organ);

// Whether the number can be one of the organ's sessions; false for an organ outside the table.
[[nodiscard]] bool has_session(Organ organ, unsigned session);

// The year in which the organ's session met, give or take one; nothing outside the table.
[[nodiscard]] std::optional<int> year_of_session(Organ organ, unsigned session);

// Whether the organ's session can have met in the year, one year allowed for on either side.
[[nodiscard]] bool may_have_met(Organ organ, unsigned session, int year);

}  // namespace lineage::ingest
