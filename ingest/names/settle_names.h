// Which of a text's names are mentions of their own, once all its numbers are known.
#pragma once

#include <vector>

#include "graph/mention.h"

namespace lineage::ingest {

// Drops the names of works that the same clause, or one of its notes, mentions by number, and the
// names that may be several works of which the text mentions none otherwise: there are groups of
// governmental experts on many matters.
void settle_names(std::vector<Mention>& mentions);

}  // namespace lineage::ingest
