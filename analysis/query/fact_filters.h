// The functions that select texts by the facts of their adoption. A fact that is not known fulfils
// no condition. Internal to analysis/query.
#pragma once

#include "analysis/query/resolver.h"

namespace lineage::query {

[[nodiscard]] Parsed<Expression> agenda_filter(const Resolver& resolver, const Syntax& call);
[[nodiscard]] Parsed<Expression> committee_filter(const Resolver& resolver, const Syntax& call);
[[nodiscard]] Parsed<Expression> vote_filter(const Resolver& resolver, const Syntax& call);
[[nodiscard]] Parsed<Expression> voted_filter(const Resolver& resolver, const Syntax& call);
[[nodiscard]] Parsed<Expression> sponsor_filter(const Resolver& resolver, const Syntax& call);

}  // namespace lineage::query
