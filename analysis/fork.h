// Where the tracks of a subject part and join. Private to analysis/.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <vector>

#include "analysis/tracks.h"

namespace lineage::analysis {

// For each member of a track the index of its track.
using TrackOf = std::map<WorkId, std::size_t>;

// The fork at the first rivalry of a run. `before` is the last text that stood alone, `texts` are
// all of the subject's, ascending.
[[nodiscard]] Fork fork_at(const LineageGraph& graph,
                           const Rivalry& rivalry,
                           std::optional<WorkId> before,
                           const std::vector<WorkId>& texts);

// The merge in `text`, which ends these rivalries. What bodies pass on up to `last_year` belongs to
// it. REQUIRES: at least one rivalry.
[[nodiscard]] Merge merge_at(const LineageGraph& graph,
                             const std::vector<Track>& tracks,
                             const TrackOf& of,
                             WorkId text,
                             std::vector<Rivalry> ended,
                             int last_year);

// Of its date, else of its symbol; 0 where neither says.
[[nodiscard]] int year_of(const Work& work);

}  // namespace lineage::analysis
