// What in a graph cannot be right, or does not agree: each finding with the place that shows it.
#pragma once

#include <vector>

#include "analysis/audit_finding.h"
#include "graph/lineage_graph.h"

namespace lineage::analysis {

// All findings that the graph itself shows, in the order of code, text, work and place; the same
// mistake in several languages of a text is one finding. Cost: linear in the passages.
[[nodiscard]] std::vector<AuditFinding> audit(const LineageGraph& graph);

}  // namespace lineage::analysis
