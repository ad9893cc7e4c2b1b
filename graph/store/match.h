// Internal to graph/store_*.cc.
#pragma once

#include <string>

#include "graph/store/store.h"

namespace lineage {

// The words as a query of FTS5: each in quotes, so that none is an operator.
[[nodiscard]] std::string match_of(const SearchQuery& query);

}  // namespace lineage
