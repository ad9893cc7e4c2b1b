// What stands for a set by itself: a symbol, a clause, a name that a let gave. Internal to
// analysis/query.
#pragma once

#include <optional>

#include "analysis/query/resolver.h"

namespace lineage::query {

[[nodiscard]] Parsed<Expression> symbol_set(const Resolver& resolver, const Syntax& tree);
// Nothing for a name that no let gave.
[[nodiscard]] std::optional<Expression> named_set(const Resolver& resolver, const Syntax& tree);
[[nodiscard]] Parsed<Expression> let_set(const Resolver& resolver, const Syntax& tree);
// Why a tree that is none of these, and no operator, is no set.
[[nodiscard]] tl::unexpected<QueryError> no_set(const Syntax& tree);

}  // namespace lineage::query
