// Makes an expression cheaper and leaves its meaning as it is. Each pass is one small function that
// gives back the same pointer when its rule fits nowhere.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "analysis/query/expression.h"

namespace lineage::query {

struct Pass {
  std::string_view name;
  std::string_view rule;  // one of its rules, for an explanation
  Shared (*apply)(const Shared& root);
};

// In the order in which they are applied.
[[nodiscard]] std::span<const Pass> passes();

// What a pass did that changed something.
struct PassResult {
  const Pass* pass = nullptr;
  std::size_t before = 0;  // nodes
  std::size_t after = 0;
};

struct Optimized {
  Shared expression;  // the one that was given, where no pass changed anything
  std::vector<PassResult> changes;
};

// Applies all passes until none changes anything, at most four rounds. The works are those of the
// expression; the lists that an answer hangs on may be fewer. Cost: linear in the nodes for each
// pass, also where nodes are shared.
[[nodiscard]] Optimized optimize(const Shared& expression);

}  // namespace lineage::query
