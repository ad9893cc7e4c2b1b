// The text of a document symbol in its printed form. Private to graph/symbol/.
#pragma once

#include <string>
#include <string_view>

namespace lineage {

// Brings letters to their printed case and drops leading zeros: "a/78/0404" is A/78/404.
[[nodiscard]] std::string folded(std::string_view text);

// The first half of a double symbol: "A/74/73" of "A/74/73-E/2019/14".
[[nodiscard]] std::string_view first_half(std::string_view text);

}  // namespace lineage
