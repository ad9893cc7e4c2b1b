// The functions that ask the analyses: series, main paths, companions in citation. Internal to
// analysis/query.
#pragma once

#include "analysis/query/resolver.h"

namespace lineage::query {

[[nodiscard]] Parsed<Expression> series(const Resolver& resolver, const Syntax& call);
[[nodiscard]] Parsed<Expression> previous(const Resolver& resolver, const Syntax& call);
[[nodiscard]] Parsed<Expression> next(const Resolver& resolver, const Syntax& call);
[[nodiscard]] Parsed<Expression> fresh(const Resolver& resolver, const Syntax& call);
[[nodiscard]] Parsed<Expression> cocited(const Resolver& resolver, const Syntax& call);
[[nodiscard]] Parsed<Expression> coupled(const Resolver& resolver, const Syntax& call);
[[nodiscard]] Parsed<Expression> mainpath(const Resolver& resolver, const Syntax& call);

}  // namespace lineage::query
