// Text within XML, and within the HTML-like labels of Graphviz.
#pragma once

#include <string>
#include <string_view>

namespace lineage::analysis {

// On one line, with what is markup written as entities. XML 1.0 has no control characters; one_line
// turns them into spaces and mends bad bytes.
[[nodiscard]] std::string xml_text(std::string_view text);

}  // namespace lineage::analysis
