// Finds the node that somebody typed: a text by its symbol, a body also by a part of its name.
#pragma once

#include <vector>

#include "graph/lineage_graph.h"
#include "graph/result.h"

namespace lineage::analysis {

// The bodies that "@gge", "@gge2015" or "@oewg2021" may mean: those whose name is the letters
// before the first digit and whose span holds the year, where one is given; in the order of the
// graph. A body that is named in full is the only one.
[[nodiscard]] std::vector<WorkId> bodies_like(const LineageGraph& graph, const Symbol& typed);

// The work of the symbol. Errors: NotFound, with the nearest works; Ambiguous for the short form of
// several bodies, naming them.
[[nodiscard]] Result<WorkId> find_work(const LineageGraph& graph, const Symbol& typed);

}  // namespace lineage::analysis
