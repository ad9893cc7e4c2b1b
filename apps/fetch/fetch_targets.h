// Which texts are fetched: those that the user names, and then, level by level, what they cite.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "apps/answers/answer.h"
#include "graph/lineage_graph.h"
#include "graph/symbol.h"

namespace lineage::cli {

struct FetchTargets {
  std::vector<Symbol> symbols;        // each once, in the order in which they were named
  std::vector<std::string> no_texts;  // works that are no documents of the United Nations
};

// Each word is a symbol, whether the store has it or not, or a query, of which the store answers
// that `store` names ("" for the usual one). Failures: those of a query.
[[nodiscard]] tl::expected<FetchTargets, Failure> fetch_targets(
    const std::vector<std::string>& words, const std::string& store);

// What the texts of `level` cite, is a document and is not held, without those in `seen`; in the
// order of the graph.
[[nodiscard]] std::vector<Symbol> next_level(const LineageGraph& graph,
                                             const std::vector<Symbol>& level,
                                             const std::vector<Symbol>& seen);

}  // namespace lineage::cli
