// What two texts cite, compared: rivals of one session, a text and its predecessors.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "graph/lineage_graph.h"

namespace lineage::analysis {

// The works that a text cites, by citation edges, ascending, each once. Its committee report and
// draft, which the header names, are not counted: no text shares them by choice.
[[nodiscard]] std::vector<WorkId> cited_works(const LineageGraph& graph, WorkId text);

// Each list ascending.
struct CitationSplit {
  std::vector<WorkId> both;
  std::vector<WorkId> only_first;   // not established where the list of the second is not known
  std::vector<WorkId> only_second;  // the same of the first
};

// Of their cited_works(). Cost: linear in the two lists.
[[nodiscard]] CitationSplit split(const LineageGraph& graph, WorkId first, WorkId second);

// The texts that cite both, by date; the first of them joins what the two hold apart. Texts whose
// lists are not known may be missing. Cost: a sort of what cites the two.
[[nodiscard]] std::vector<WorkId> cite_both(const LineageGraph& graph, WorkId first, WorkId second);

// A work that predecessors of a text cite and the text does not.
struct Dropped {
  WorkId work = 0;
  std::vector<WorkId> cited_by;  // the predecessors, ascending
};

struct Silence {
  std::vector<WorkId> predecessors;  // see silence_of()
  std::vector<WorkId> open;          // predecessors whose own list is not known
  std::vector<Dropped> dropped;      // ascending by work
  // Of the predecessors, those of the session before that the text does not cite itself.
  std::vector<WorkId> passed_over;
  std::vector<WorkId> rivals;      // of the text, as RivalIndex finds them
  std::vector<Dropped> of_rivals;  // what rivals cite and neither the text nor a predecessor does
};

// What a text stopped citing. Its predecessors are the resolutions that it cites itself and those
// of the latest earlier session under its agenda item's title, or of its tracks.
// Cost: a pass over the works of the graph, and over its tracks.
[[nodiscard]] Silence silence_of(const LineageGraph& graph, WorkId text);

}  // namespace lineage::analysis
