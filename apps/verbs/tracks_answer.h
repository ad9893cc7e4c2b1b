// What the verb `tracks` shows of a subject. Internal to it.
#pragma once

#include <cstddef>

#include "analysis/tracks.h"
#include "apps/answers/answer.h"

namespace lineage::cli {

// Adds its timeline, at most `width` columns wide, then its tracks, forks and merges with their
// proofs.
void add_subject(const LineageGraph& graph,
                 const analysis::Subject& subject,
                 std::size_t width,
                 Answer& answer);

[[nodiscard]] Json subject_value(const LineageGraph& graph, const analysis::Subject& subject);

}  // namespace lineage::cli
