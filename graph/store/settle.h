// One value for a fact that several files state, and not all alike. Private to graph/.
#pragma once

#include <cstddef>
#include <span>

#include "graph/work.h"

namespace lineage {

// What some files state alike of a work.
struct StatedFacts {
  WorkFacts facts;
  std::size_t files = 1;
};

// Takes out of the entries of one work, fact by fact, every value but the one that most files
// state; of values with as many the lesser stays. A value that says what another says and more (a
// report with its paragraph, a vote with the States) has the other's files, too, and goes before
// it.
void settle(std::span<StatedFacts> entries);

}  // namespace lineage
