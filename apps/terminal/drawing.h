// A part of the graph as it is drawn: reduced, and refused where it is too large to draw.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "analysis/selection.h"
#include "apps/answers/answer.h"
#include "graph/lineage_graph.h"

namespace lineage::cli {

struct Part {
  analysis::Selection kept;
  std::size_t hidden_edges = 0;
  std::size_t pairs = 0;  // of those kept
  std::size_t hidden_pairs = 0;
};

// `works` with the citations between them, without those that a longer route implies unless
// `all_edges` is set.
[[nodiscard]] Part part_of(const LineageGraph& graph,
                           const std::vector<WorkId>& works,
                           bool all_edges);

// As Graphviz text. Failure: usage, for more works than a drawing holds.
[[nodiscard]] tl::expected<std::string, Failure> dot_of(const LineageGraph& graph,
                                                        const Part& part,
                                                        const std::string& title);

// Graphviz text drawn by `dot`, which has a minute and 2 GiB. Failure: bad input, for a program
// that is missing or does not end in time.
[[nodiscard]] tl::expected<std::string, Failure> svg_of(const std::string& dot);

}  // namespace lineage::cli
