// The number of a resolution or decision without its organ. Private to graph/symbol/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "graph/symbol.h"

namespace lineage {

inline constexpr unsigned kFirstYear = 1946;

// What stands after the prefix of an act, or alone.
struct ActNumber {
  enum class Shape { Stroke, Roman, Year };
  Shape shape = Shape::Stroke;
  Session session;
  std::uint32_t number = 0;
  std::string letters;
};

// Reads the whole text: "78/16", "43/78[H]", "217 A (III)", "1540 (2004)", "217/III/A". Nothing
// where it is no such number.
[[nodiscard]] std::optional<ActNumber> read_act_number(std::string_view text);

}  // namespace lineage
