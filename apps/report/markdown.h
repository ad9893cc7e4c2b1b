// An Answer as Markdown (CommonMark with tables), for reports.
#pragma once

#include <string>
#include <string_view>

#include "apps/answers/answer.h"

namespace lineage::cli {

// Tables as tables, running text as paragraphs, drawings in letters fenced.
[[nodiscard]] std::string markdown(const Answer& answer);

// The text on one line, with everything escaped that Markdown would take for itself.
[[nodiscard]] std::string markdown_text(std::string_view text);

// The text between fences that are longer than any within it; ends with a line end.
[[nodiscard]] std::string fenced(std::string_view text, std::string_view language);

}  // namespace lineage::cli
