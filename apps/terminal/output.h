// Renders an Answer and writes it.
#pragma once

#include <string>
#include <string_view>

#include "apps/answers/answer.h"
#include "apps/terminal/terminal.h"

namespace lineage::cli {

// The blocks as text, with colour where the terminal takes it. Everything that came from a document
// is made safe to show: no control character of a text reaches a terminal.
[[nodiscard]] std::string rendered(const Answer& answer, const Terminal& terminal);

// A message as it goes to stderr: one safe line, bounded, since a file name may be ten megabytes.
[[nodiscard]] std::string message_line(std::string_view message);

// Writes the answer in `format` ("json", else text) to stdout, its warnings and notes to stderr.
// Returns the exit code of the program.
[[nodiscard]] int deliver(Answer& answer, std::string_view format, const Terminal& terminal);

}  // namespace lineage::cli
