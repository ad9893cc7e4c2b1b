// The functions of the query language, one row each.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "analysis/query/resolver.h"

namespace lineage::query {

struct Function {
  std::string_view name;
  std::string_view signature;  // "references(x, types, depth)"
  std::string_view summary;
  std::size_t least;  // arguments
  std::size_t most;
  Parsed<Expression> (*resolve)(const Resolver&, const Syntax& call);
};

// In the order of the reference.
[[nodiscard]] std::span<const Function> functions();

// Looks the name of a call up, checks how many arguments there are, and resolves it.
[[nodiscard]] Parsed<Expression> resolve_call(const Resolver& resolver, const Syntax& call);

}  // namespace lineage::query
