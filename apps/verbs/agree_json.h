// A comparison of the verb `agree` as JSON. Internal to it.
#pragma once

#include "apps/answers/answer.h"
#include "apps/verbs/agree_comparison.h"

namespace lineage::cli {

// The whole document, envelope included.
[[nodiscard]] Json agree_value(const Comparison& comparison, const Summary& summary);

}  // namespace lineage::cli
