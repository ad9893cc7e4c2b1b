// The functions that follow citations from a set, or say which are followed. Internal to
// analysis/query.
#pragma once

#include "analysis/query/resolver.h"

namespace lineage::query {

[[nodiscard]] Parsed<Expression> references(const Resolver& resolver, const Syntax& call);
[[nodiscard]] Parsed<Expression> cited_by(const Resolver& resolver, const Syntax& call);
[[nodiscard]] Parsed<Expression> ancestors(const Resolver& resolver, const Syntax& call);
[[nodiscard]] Parsed<Expression> descendants(const Resolver& resolver, const Syntax& call);
[[nodiscard]] Parsed<Expression> over(const Resolver& resolver, const Syntax& call);
[[nodiscard]] Parsed<Expression> asof(const Resolver& resolver, const Syntax& call);
[[nodiscard]] Parsed<Expression> present(const Resolver& resolver, const Syntax& call);
[[nodiscard]] Parsed<Expression> proper(const Resolver& resolver, const Syntax& call);
[[nodiscard]] Parsed<Expression> only(const Resolver& resolver, const Syntax& call);

}  // namespace lineage::query
