// The order of the lanes of a timeline. Private to analysis/exporters/.
#pragma once

#include "analysis/exporters/timeline.h"

namespace lineage::analysis {

// Puts the lanes in the order in which the lines between them are shortest, the first of several.
// Of few lanes every order is tried; more stay as they are.
void order_lanes(Timeline& timeline);

}  // namespace lineage::analysis
