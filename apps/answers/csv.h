// Comma-separated values (RFC 4180), with LF at the end of a line.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace lineage::cli {

// Spreadsheets run a cell that begins with '=', '+', '-', '@', a tab or a carriage return as a
// formula. Guarded: an apostrophe stands before it, which makes it text there. Faithful: as it is.
enum class Formulas : std::uint8_t { Faithful, Guarded };

// One line; a field with a comma, a quote or a line end stands in quotes.
[[nodiscard]] std::string csv_line(const std::vector<std::string>& fields,
                                   Formulas formulas = Formulas::Faithful);

}  // namespace lineage::cli
