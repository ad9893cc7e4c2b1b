// The exchange formats of graph programs: GraphML (Brandes and others 2001,
// graphml.graphdrawing.org) and GEXF 1.3 (gexf.net), both read by Gephi, Cytoscape, igraph and
// networkx.
#pragma once

#include <string>

#include "analysis/selection.h"
#include "graph/lineage_graph.h"

namespace lineage::analysis {

// Works with symbol, kind, date, title, holding and citation list; edges with relation, class,
// number of passages and the first quote. Ids are symbols, order is that of the graph, so that
// equal content prints equal bytes.
[[nodiscard]] std::string to_graphml(const LineageGraph& graph, const Selection& selection);
[[nodiscard]] std::string to_gexf(const LineageGraph& graph, const Selection& selection);

}  // namespace lineage::analysis
