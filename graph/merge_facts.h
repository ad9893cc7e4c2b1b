// Brings together what several sources say of one work. Private to graph/.
#pragma once

#include "graph/work.h"

namespace lineage {

// Adds what `from` says. Of two values of a fact that disagree the lesser stays, of two that agree
// the sources of both, so that the order in which facts are merged leaves no trace. The list status
// becomes the better known of the two.
void merge_facts(WorkFacts& into, const WorkFacts& from);

// Takes from `from` only the facts that are not yet known, and its aliases and list status as
// above.
void fill_facts(WorkFacts& into, const WorkFacts& from);

}  // namespace lineage
