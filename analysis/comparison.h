// Two citation lists side by side: what one text cites and the other does not, and what both cite.
#pragma once

#include <optional>
#include <vector>

#include "analysis/carry_over.h"
#include "analysis/series.h"
#include "analysis/view.h"
#include "graph/lineage_graph.h"

namespace lineage::analysis {

// A text with what became of its predecessor's list.
struct Compared {
  WorkId work = 0;
  std::optional<Predecessor> predecessor;
  CarryOver lists;  // everything is fresh without a predecessor
};

struct Comparison {
  Compared a;
  Compared b;
  std::vector<WorkId> only_a;  // cited by a and not by b, ascending
  std::vector<WorkId> only_b;
  std::vector<WorkId> both;
  double jaccard = 0;  // both by all that either cites; 1 where neither cites anything
};

// Each pair once, in the edges of the view. What only one cites is only established where the list
// of the other is known in full. Cost: linear in the four lists.
[[nodiscard]] Comparison compare(const View& view, const SeriesIndex& series, WorkId a, WorkId b);

}  // namespace lineage::analysis
