// Fresh and carried-over citations: what a text cites anew, and what it merely repeats from the
// text before it in its series.
#pragma once

#include <optional>
#include <vector>

#include "analysis/series.h"
#include "analysis/view.h"
#include "graph/lineage_graph.h"

namespace lineage::analysis {

// The works that a text cites, each once, ascending, in two parts, and what it no longer cites.
struct CarryOver {
  std::vector<WorkId> fresh;    // not cited by the predecessor; the predecessor itself among them
  std::vector<WorkId> carried;  // cited by the predecessor too
  std::vector<WorkId> dropped;  // cited by the predecessor, no longer by the text
};

// Against the list of `predecessor`, in the edges of the view. A dropped or fresh citation is only
// established where both lists are known in full. Cost: linear in the two lists.
[[nodiscard]] CarryOver carry_over(const View& view, WorkId work, WorkId predecessor);

// The share of fresh citations of each work among those that it makes, by WorkId: nothing for a
// work without a known predecessor or without citations. Cost: linear in the graph.
[[nodiscard]] std::vector<std::optional<double>> freshness(const View& view,
                                                           const SeriesIndex& series);

}  // namespace lineage::analysis
