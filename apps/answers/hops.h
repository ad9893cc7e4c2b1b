// A route as text and as JSON: each hop with the quote that proves it.
#pragma once

#include "analysis/routes.h"
#include "apps/answers/answer.h"
#include "graph/lineage_graph.h"

namespace lineage::cli {

// One indented paragraph for each passage of the edge: relation, verb, quote and place.
void append_proofs(const LineageGraph& graph, EdgeId id, std::vector<Block>& blocks);

void append_route(const LineageGraph& graph,
                  const analysis::Route& route,
                  std::vector<Block>& blocks);

// {"works": [summaries], "hops": [[edges with passages], ...]}
[[nodiscard]] Json route_value(const LineageGraph& graph, const analysis::Route& route);

}  // namespace lineage::cli
