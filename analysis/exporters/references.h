// The formats of reference managers: BibTeX, and RIS as Zotero and EndNote read it. A resolution is
// given as its official record is cited: body, title, symbol, date, address.
#pragma once

#include <span>
#include <string>

#include "graph/lineage_graph.h"

namespace lineage::analysis {

// One entry a work, in the order given. Keys are symbols with '-' for what BibTeX does not take:
// "A-RES-78-16". A fact that is not known has no field.
[[nodiscard]] std::string to_bibtex(const LineageGraph& graph, std::span<const WorkId> works);
[[nodiscard]] std::string to_ris(const LineageGraph& graph, std::span<const WorkId> works);

}  // namespace lineage::analysis
