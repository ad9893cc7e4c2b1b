// What the verb `agree` shows of a comparison. Internal to it.
#pragma once

#include "apps/answers/answer.h"
#include "apps/verbs/agree_comparison.h"

namespace lineage::cli {

// What is shown beside the works that not all texts cite.
struct AgreeView {
  bool relations = false;
  bool dates = false;
};

// Whether the texts of the work differ in anything that the view shows.
[[nodiscard]] bool is_shown(const ComparedWork& work, const AgreeView& view);

// The works that are shown, the summary, and the JSON, which holds everything.
[[nodiscard]] Answer agree_answer(const Comparison& comparison, const AgreeView& view);

}  // namespace lineage::cli
