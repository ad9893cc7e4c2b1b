// Citation age: how old what is cited is when it is cited.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>

#include "analysis/view.h"
#include "analysis/walk.h"
#include "graph/lineage_graph.h"

namespace lineage::analysis {

struct CitationAges {
  std::map<int, std::size_t> by_year;  // citations by whole years of age; below 0: forward in time
  std::optional<double> half_life;     // the median age in years of 365.2425 days
  std::optional<double> mean;          // likewise; both absent without a dated citation
  std::size_t dated = 0;               // citations between two dated texts
  std::size_t undated = 0;             // the others, of which nothing more is known
  std::size_t forward = 0;             // of the dated, those of a younger text
};

// The ages of the citations that `works` make (ToCited: the citing half-life, what they rest on) or
// receive (ToCiting: the cited half-life, how long they are of use), each pair once. The half-life
// is the median, half of the citations being younger (Burton and Kebler 1960, "The 'half-life' of
// some scientific and technical literatures"), of exact days: of an even number the mean of the two
// in the middle. What was cited before a list became known cannot be counted: the cited half-life
// of young texts is too short. Circles need no care. Cost: the citations of the works, and a sort.
[[nodiscard]] CitationAges citation_ages(const View& view,
                                         const LineageGraph& graph,
                                         std::span<const WorkId> works,
                                         Direction direction);

}  // namespace lineage::analysis
