// Parses JSON that comes from outside: bounded, and without surprises for who wrote it by hand.
#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "graph/result.h"

namespace lineage::ingest {

// Parses one document. `name` is the file name to report. Errors: Malformed, with line and column
// for what is not JSON and for nesting deeper than 64 levels, with the path for a key that stands
// twice in one object. Never throws for content.
[[nodiscard]] Result<nlohmann::json> parse_json(std::string_view name, std::string_view text);

// The path of a member or an element below `path`: "works[3].date"; the top level is "".
[[nodiscard]] std::string below(const std::string& path, std::string_view key);
[[nodiscard]] std::string below(const std::string& path, std::size_t index);

}  // namespace lineage::ingest
