// What the verb `tally` shows of its counts. Internal to it.
#pragma once

#include <vector>

#include "analysis/tally.h"
#include "apps/answers/answer.h"
#include "apps/answers/sheet.h"

namespace lineage::cli {

using TallyKeys = std::vector<const analysis::TallyKey*>;

// One row for each combination of values, numbers by size, then words, what is not known last: the
// form that other programs take in.
[[nodiscard]] Sheet long_sheet(const TallyKeys& keys,
                               const analysis::Tally& counts,
                               analysis::TallyLevel level);

// The first key as rows, the second as columns, with their sums. REQUIRES: two keys.
[[nodiscard]] Table cross_table(const TallyKeys& keys, const analysis::Tally& counts);

}  // namespace lineage::cli
