// Whether the date that a text gives to a work can be that work's, and which one would fit.
#pragma once

#include <optional>

#include "graph/date.h"
#include "graph/mention.h"

namespace lineage::ingest {

// Sets the flags of a resolved mention's date, and the suggestion where one other year fits.
// `citing` is the day on which the citing text was adopted, where it is known.
void check_dates(Mention& mention, const std::optional<Date>& citing);

}  // namespace lineage::ingest
