// The functions that ask the library: words, languages, clauses. Internal to analysis/query.
#pragma once

#include "analysis/query/resolver.h"

namespace lineage::query {

[[nodiscard]] Parsed<Expression> text_filter(const Resolver& resolver, const Syntax& call);
[[nodiscard]] Parsed<Expression> language_filter(const Resolver& resolver, const Syntax& call);
[[nodiscard]] Parsed<Expression> clauses_function(const Resolver& resolver, const Syntax& call);
[[nodiscard]] Parsed<Expression> clause_texts(const Resolver& resolver, const Syntax& call);

}  // namespace lineage::query
