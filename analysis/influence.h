// What texts can be ranked by, one row each: a number for every text of a view.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/view.h"

namespace lineage::analysis {

struct Ranked {
  std::vector<double> scores;  // by WorkId
  std::vector<double> errors;  // likewise, how far a score may be from the true one; empty: exact
  std::string remark;  // how far an estimate or an iteration came; "" where there is nothing
};

struct Influence {
  std::string_view name;  // "pagerank": stable, used on the command line and in outputs
  std::string_view summary;
  Ranked (*compute)(const View&);
};

[[nodiscard]] std::span<const Influence> influences();
// Null where no row has the name.
[[nodiscard]] const Influence* find_influence(std::string_view name);

// By falling score, equals in the order given. Works that the view hides are left out.
[[nodiscard]] std::vector<WorkId> by_score(const View& view,
                                           std::span<const WorkId> works,
                                           const std::vector<double>& scores);

}  // namespace lineage::analysis
