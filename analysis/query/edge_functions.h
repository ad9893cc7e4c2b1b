// The functions whose members are citations, or mentions that name no single text. Internal to
// analysis/query.
#pragma once

#include "analysis/query/resolver.h"

namespace lineage::query {

[[nodiscard]] Parsed<Expression> edges(const Resolver& resolver, const Syntax& call);
[[nodiscard]] Parsed<Expression> edges_from(const Resolver& resolver, const Syntax& call);
[[nodiscard]] Parsed<Expression> edges_to(const Resolver& resolver, const Syntax& call);
[[nodiscard]] Parsed<Expression> verb_filter(const Resolver& resolver, const Syntax& call);
[[nodiscard]] Parsed<Expression> place_filter(const Resolver& resolver, const Syntax& call);
[[nodiscard]] Parsed<Expression> misdated(const Resolver& resolver, const Syntax& call);
[[nodiscard]] Parsed<Expression> disagree(const Resolver& resolver, const Syntax& call);
[[nodiscard]] Parsed<Expression> citing_texts(const Resolver& resolver, const Syntax& call);
[[nodiscard]] Parsed<Expression> cited_texts(const Resolver& resolver, const Syntax& call);
[[nodiscard]] Parsed<Expression> unresolved(const Resolver& resolver, const Syntax& call);

}  // namespace lineage::query
