// The aliases of a user, read from a TOML file (docs/query-language.md):
//
//   [aliases]
//   "resolutions(x)" = { query = "x & kind(resolution)", doc = "the resolutions of x" }
#pragma once

#include <string>

#include <tl/expected.hpp>

#include "analysis/query/aliases.h"
#include "apps/answers/answer.h"

namespace lineage::cli {

inline constexpr const char* kConfiguration = "lineage.toml";

// `named`: the value of --aliases; "" reads ./lineage.toml where there is one. Failures: bad input,
// with file and line, for a file that cannot be read or is no TOML, and for an alias that is none.
[[nodiscard]] tl::expected<query::Aliases, Failure> read_aliases(const std::string& named);

}  // namespace lineage::cli
