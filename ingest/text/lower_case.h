// Lower case for ASCII and Cyrillic letters, each of which keeps its length in bytes; what other
// letters there are in folded text has no case, or lost it in the fold.
#pragma once

#include <string>
#include <string_view>

namespace lineage::ingest {

// Cost: linear, by blocks of 16 bytes.
[[nodiscard]] std::string lowered(std::string_view text);

void lower_in_place(std::string& text);

}  // namespace lineage::ingest
