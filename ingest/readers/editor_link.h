// The addresses under which the United Nations publishes its documents.
#pragma once

#include <optional>
#include <string_view>

#include "graph/symbol.h"

namespace lineage::ingest {

// The work that a link to undocs.org or docs.un.org leads to, nothing for any other address.
[[nodiscard]] std::optional<Symbol> link_target(std::string_view address);

}  // namespace lineage::ingest
