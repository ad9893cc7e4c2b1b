// The functions that ask for rivals and for the mandates of bodies. Internal to analysis/query.
#pragma once

#include "analysis/query/resolver.h"

namespace lineage::query {

[[nodiscard]] Parsed<Expression> rivals(const Resolver& resolver, const Syntax& call);
[[nodiscard]] Parsed<Expression> mandates(const Resolver& resolver, const Syntax& call);

}  // namespace lineage::query
