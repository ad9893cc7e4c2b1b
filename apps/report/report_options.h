// The options of a report's chunk: one table, for the braces and for the lines "#| name: value".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "apps/report/report_source.h"
#include "graph/result.h"

namespace lineage::cli {

// Without the white space at its ends.
[[nodiscard]] std::string_view stripped(std::string_view text);

// A Usage error that names the line of the report.
[[nodiscard]] tl::unexpected<Error> wrong_line(std::size_t line, const std::string& what);

// Reads "label, echo=FALSE", what stands between the braces behind "lineage". Errors: Usage.
[[nodiscard]] Result<void> read_chunk_header(std::string_view header, Chunk& chunk);

// Reads " echo: false", what stands behind "#|". Errors: Usage.
[[nodiscard]] Result<void> read_chunk_option(std::string_view option,
                                             std::size_t line,
                                             Chunk& chunk);

}  // namespace lineage::cli
