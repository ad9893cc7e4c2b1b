// The configuration: a TOML file of which each part of the program reads its own table.
#pragma once

#include <string>

#include "graph/result.h"
#include "ingest/fetch/settings.h"

namespace lineage::cli {

inline constexpr const char* kLocalConfiguration = "lineage.toml";

// The table [fetch] (docs/fetch.md) of `named`, "" for ./lineage.toml where there is one. What it
// does not set is as the program has it; `used` is the file that was read, "" for none. Errors:
// NotFound for a named file that is not there; Usage, with file and line, for what is no TOML, an
// unknown key and a value that the key does not take.
struct FetchConfiguration {
  ingest::FetchSettings settings;
  std::string used;
};
[[nodiscard]] Result<FetchConfiguration> fetch_configuration(const std::string& named);

}  // namespace lineage::cli
