// A report as its author writes it: Markdown with chunks to run and expressions to fill in.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "graph/result.h"

namespace lineage::cli {

// How an answer is put into the report.
enum class ReportOutput : std::uint8_t {
  Markdown,  // tables as tables, pictures as pictures, the rest as it stands
  Text,      // as a terminal shows it
  AsIs,      // its bytes, unfenced: the answer is Markdown itself
  Hidden,
};

struct Chunk {
  std::size_t line = 0;  // of its fence, from 1
  std::string label;
  std::string caption;  // of its picture
  std::string code;     // as written, without options
  std::vector<std::string> words;
  ReportOutput output = ReportOutput::Markdown;
  bool echo = true;    // show the command
  bool eval = true;    // run it
  bool error = false;  // a failure is shown and does not end the report
  bool notes = true;   // show what the program would say on stderr
};

// Text that stands as it is.
struct Prose {
  std::string text;
};

// An expression within a line.
struct Inline {
  std::size_t line = 0;
  std::string expression;
};

using ReportPiece = std::variant<Prose, Inline, Chunk>;

// Reads a report (docs/report.md). Errors: Usage, naming the line: a fence that does not end, an
// unknown option or a value that it does not take, two chunks of one label, a chunk without a
// command, a quote that does not end.
[[nodiscard]] Result<std::vector<ReportPiece>> read_report(std::string_view text);

// The words of a command line: split at white space; '...' and "..." hold together, a backslash
// takes what follows. Errors: Usage for a quote that does not end.
[[nodiscard]] Result<std::vector<std::string>> command_words(std::string_view line);

}  // namespace lineage::cli
