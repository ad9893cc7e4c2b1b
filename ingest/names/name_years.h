// Years that stand in a list within a name: "the 2010, 2013 and 2015 reports of".
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace lineage::ingest {

// The year of four digits at `at`, 0 for none.
[[nodiscard]] std::uint16_t year_at(std::string_view text, std::size_t at);

// The places of the years of a list that begins at `at`, first to last; at most eight.
[[nodiscard]] std::vector<std::size_t> years_from(std::string_view text, std::size_t at);

// The same for a list that ends before `end`.
[[nodiscard]] std::vector<std::size_t> years_before(std::string_view text, std::size_t end);

}  // namespace lineage::ingest
