// The functions that select texts by what is known of them. A fact that is not known fulfils no
// condition. Internal to analysis/query.
#pragma once

#include "analysis/query/resolver.h"

namespace lineage::query {

[[nodiscard]] Parsed<Expression> all_works(const Resolver& resolver, const Syntax& call);
[[nodiscard]] Parsed<Expression> no_works(const Resolver& resolver, const Syntax& call);
[[nodiscard]] Parsed<Expression> kind_filter(const Resolver& resolver, const Syntax& call);
[[nodiscard]] Parsed<Expression> organ_filter(const Resolver& resolver, const Syntax& call);
[[nodiscard]] Parsed<Expression> session_filter(const Resolver& resolver, const Syntax& call);
[[nodiscard]] Parsed<Expression> year_filter(const Resolver& resolver, const Syntax& call);
[[nodiscard]] Parsed<Expression> date_filter(const Resolver& resolver, const Syntax& call);
[[nodiscard]] Parsed<Expression> status_filter(const Resolver& resolver, const Syntax& call);
[[nodiscard]] Parsed<Expression> held_filter(const Resolver& resolver, const Syntax& call);
[[nodiscard]] Parsed<Expression> stub_filter(const Resolver& resolver, const Syntax& call);
[[nodiscard]] Parsed<Expression> list_filter(const Resolver& resolver, const Syntax& call);
[[nodiscard]] Parsed<Expression> title_filter(const Resolver& resolver, const Syntax& call);
[[nodiscard]] Parsed<Expression> wanted_filter(const Resolver& resolver, const Syntax& call);

}  // namespace lineage::query
