// What the program knows of where its output goes, and the one place that writes to it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "graph/result.h"

namespace lineage::cli {

struct Terminal {
  bool is_terminal = false;  // stdout is one
  bool colour = false;       // a terminal, without NO_COLOR and not "dumb"
  std::size_t width = 100;   // COLUMNS, else the terminal's, else 100
};

[[nodiscard]] Terminal detect_terminal();

// Makes sure that the three standard descriptors are taken, so that no file opened later becomes
// stdout, and that writing to a closed pipe is an error rather than a signal. Call first in main.
void secure_standard_streams();

// How far a write to stdout came. A reader that goes away early, as `head` does, is no error.
enum class Written : std::uint8_t { All, ReaderGone };

// Writes all of `bytes` to stdout. Errors: Io, for a full disk as for anything else.
[[nodiscard]] Result<Written> write_stdout(std::string_view bytes);
// Best effort: there is nowhere left to report to.
void write_stderr(std::string_view bytes);

// Writes a file as a whole: to a new name beside it, then renamed, so that nobody sees half of it.
// What is not a regular file (/dev/stdout) is written in place. Errors: Io.
[[nodiscard]] Result<void> write_file(const std::string& path, std::string_view bytes);

}  // namespace lineage::cli
