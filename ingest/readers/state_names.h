// The States of the United Nations as documents print them, and their codes.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/work.h"

namespace lineage::ingest {

// The ISO 3166-1 alpha-3 code of a State in any of its English spellings and letters ("TÜRKİYE",
// "Turkey", "TURKIYE"); "" for a name that is not known.
[[nodiscard]] std::string_view iso_code_of(std::string_view name);

// A list of voters as an export holds it. A name that an export has torn into two entries
// ("SOLOMON", "ISLANDS") is one State; each keeps its name as printed.
[[nodiscard]] std::vector<State> states_of(std::span<const std::string> names);

// "Albania, Bosnia and Herzegovina and Chile": the States of a printed list; nothing when it is not
// one ("submitted by the Chair"). A remark in brackets or parentheses behind the list is left out.
[[nodiscard]] std::vector<State> states_of(std::string_view printed);

}  // namespace lineage::ingest
