// What stands between the oblique strokes of a document symbol. Private to graph/symbol/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "graph/symbol.h"

namespace lineage {

constexpr std::size_t kMostSegments = 12;

using Segments = std::vector<std::string_view>;

[[nodiscard]] Segments segments_of(std::string_view text);

// Whether it can stand in a document symbol at all: letters, digits, brackets that close, points
// and hyphens within.
[[nodiscard]] bool is_segment(std::string_view segment);

// Whether a document symbol can begin with it: "A", "NPT".
[[nodiscard]] bool is_series(std::string_view segment);

// The number that stands at the start of a segment or, as in "L.60" and "S-12", after its word.
[[nodiscard]] std::optional<std::uint32_t> number_in(std::string_view segment);

// "Add.2", "Rev.1": what may follow the number of a document.
[[nodiscard]] bool is_suffix(std::string_view segment);

// "78", "S-12", "ES-10", "2021".
[[nodiscard]] bool is_session_segment(std::string_view segment);
// REQUIRES: is_session_segment. No session for a number that is neither one nor a year.
[[nodiscard]] Session session_in(std::string_view segment);

}  // namespace lineage
