// Edges as proof of an answer: one line an edge, with the words or the line of the catalogue.
#pragma once

#include <string>
#include <vector>

#include "apps/answers/answer.h"
#include "graph/lineage_graph.h"

namespace lineage::cli {

// A table of the edges: from, relation, to, place, proof; nothing for none. The first passage of
// each edge is shown, and how many more there are.
void add_ties(const LineageGraph& graph, const std::vector<EdgeId>& edges, Answer& answer);

// Short symbols with commas between them, at most forty; "none" for none.
[[nodiscard]] std::string names_of(const LineageGraph& graph, const std::vector<WorkId>& ids);
// Canonical symbols.
[[nodiscard]] Json symbols_value(const LineageGraph& graph, const std::vector<WorkId>& ids);

// The edges as JSON, with every passage.
[[nodiscard]] Json ties_value(const LineageGraph& graph, const std::vector<EdgeId>& edges);

}  // namespace lineage::cli
