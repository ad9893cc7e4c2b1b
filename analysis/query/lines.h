// The functions of heads and roots, forks and merges, paths, and the first of a set. Internal to
// analysis/query.
#pragma once

#include "analysis/query/resolver.h"

namespace lineage::query {

[[nodiscard]] Parsed<Expression> heads(const Resolver& resolver, const Syntax& call);
[[nodiscard]] Parsed<Expression> roots(const Resolver& resolver, const Syntax& call);
[[nodiscard]] Parsed<Expression> common(const Resolver& resolver, const Syntax& call);
[[nodiscard]] Parsed<Expression> forkpoint(const Resolver& resolver, const Syntax& call);
[[nodiscard]] Parsed<Expression> mergepoint(const Resolver& resolver, const Syntax& call);
[[nodiscard]] Parsed<Expression> allpaths(const Resolver& resolver, const Syntax& call);
[[nodiscard]] Parsed<Expression> shortest_paths(const Resolver& resolver, const Syntax& call);
[[nodiscard]] Parsed<Expression> some_path(const Resolver& resolver, const Syntax& call);
[[nodiscard]] Parsed<Expression> dominators(const Resolver& resolver, const Syntax& call);
[[nodiscard]] Parsed<Expression> first(const Resolver& resolver, const Syntax& call);
[[nodiscard]] Parsed<Expression> latest(const Resolver& resolver, const Syntax& call);
[[nodiscard]] Parsed<Expression> top(const Resolver& resolver, const Syntax& call);

}  // namespace lineage::query
