// The lines between the nodes of a timeline. Private to analysis/exporters/.
#pragma once

#include "analysis/exporters/timeline.h"

namespace lineage::analysis {

// Forks and merges, texts of a lane one after another, what sets a body up and what it passes into;
// of these the lines whose both ends the lanes show. REQUIRES: the lanes are in place.
void add_strands(const LineageGraph& graph, const Subject& subject, Timeline& timeline);

}  // namespace lineage::analysis
