// The named and numbered characters of HTML.
#pragma once

#include <string>
#include <string_view>

namespace lineage::ingest {

// The text with "&eacute;", "&#233;" and "&#xE9;" as characters; what is no entity stays. Cost:
// linear.
[[nodiscard]] std::string without_entities(std::string_view text);

}  // namespace lineage::ingest
