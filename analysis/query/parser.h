// Parses a query. Operators, tightest first: `f(a)`; `::x`, `x::`, `x::y`, `x..y`, which do not
// chain; `not x`; `x & y` and `x ~ y` from the left; `x | y`;
// `let a = x in y`.
#pragma once

#include <cstddef>
#include <string_view>

#include "analysis/query/error.h"
#include "analysis/query/syntax.h"

namespace lineage::query {

inline constexpr std::size_t kDeepestQuery = 100;  // brackets within brackets
inline constexpr std::size_t kMostParts = 5000;    // nodes of the tree

// Cost: linear. Errors: those of the lexer; what was expected, where the text says something else;
// a query that is nested too deep or has too many parts.
[[nodiscard]] Parsed<Query> parse(std::string_view text);

}  // namespace lineage::query
