// Mentions on their way to the edges of a graph that is being frozen. Private to graph/.
#pragma once

#include <utility>
#include <vector>

#include "graph/graph_builder.h"
#include "graph/lineage_graph.h"

namespace lineage {

// One passage and the edge that it proves. Until order_works the ids are those of the works in the
// order of their symbols.
struct Proof {
  WorkId source = 0;
  WorkId target = 0;
  Relation relation = Relation::Cites;
  Passage passage;

  [[nodiscard]] std::pair<WorkId, WorkId> ends() const { return {source, target}; }
};

// Consumes the citation.
[[nodiscard]] Passage passage_of(Citation& citation);

// A catalogue says that A cites B without the verb; where A's text says it with one, the
// catalogue's line is a further proof of that edge and not an edge of its own.
void give_verbs_to_catalogue_lines(std::vector<Proof>& proofs);

// Gives each work its date: that of its facts, else the one that most citing works give it, the
// earliest of several; a work that cites another in six languages is one voice.
void date_works(std::vector<Work>& works, const std::vector<Proof>& proofs);

// Sorts the works and renames the ends of the proofs accordingly.
void order_works(std::vector<Work>& works, std::vector<Proof>& proofs);

// Sorts by edge, then by passage, and drops passages that were added twice.
void order_proofs(std::vector<Proof>& proofs);

}  // namespace lineage
