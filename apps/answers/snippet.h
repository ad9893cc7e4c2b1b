// The part of a paragraph in which the words that were looked for stand.
#pragma once

#include <string>
#include <string_view>

namespace lineage::cli {

// At most some 240 bytes around the first place where one of the words stands (in the form of
// ingest::search_words), in one line, cut between characters, with dots where something is left
// out.
[[nodiscard]] std::string snippet(std::string_view text, std::string_view words);

}  // namespace lineage::cli
