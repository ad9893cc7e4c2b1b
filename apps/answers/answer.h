// What a verb gives back: data and its renderings, never output. apps/terminal/output.h prints it;
// a report runs the same verb and takes the same Answer.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <nlohmann/json.hpp>
#include <tl/expected.hpp>

#include "graph/result.h"

namespace lineage::cli {

using Json = nlohmann::ordered_json;

inline constexpr int kFine = 0;
inline constexpr int kNo = 1;        // the answer is no
inline constexpr int kUsage = 2;     // the caller's words are wrong
inline constexpr int kBadInput = 3;  // bad input, or the system refused

// Why there is no Answer: the message for stderr and the exit code.
struct Failure {
  int exit = kBadInput;
  std::string message;
  std::vector<std::string> picture = {};  // lines behind the message, safe to show: a query's place

  Failure(int code, std::string what) : exit(code), message(std::move(what)) {}
  // NOLINTNEXTLINE(google-explicit-constructor): errors of the libraries pass through verbs
  // unchanged
  Failure(const Error& error);
};

// What a piece of text is, for colour on a terminal; plain everywhere else.
enum class Style : std::uint8_t { Plain, Heading, Symbol, Date, Relation, Quote, Faint, Warning };

struct Span {
  std::string text;
  Style style = Style::Plain;
};
using Line = std::vector<Span>;

// Lines that stand as they are; `shorten` cuts them to the width.
struct Lines {
  std::vector<Line> lines;
  bool shorten = false;
};

// Running text, broken to the width; behind a label, further lines hang.
struct Paragraph {
  std::string text;
  std::size_t indent = 0;
  Style style = Style::Plain;
  std::string label = {};
};

// Columns as wide as their widest cell; the last takes what is left of the width.
struct Table {
  std::vector<std::string> header;
  std::vector<std::vector<Span>> rows;
  std::size_t indent = 0;
};

using Block = std::variant<Lines, Paragraph, Table>;

// A file to write, or bytes for stdout where `path` is empty.
struct Document {
  std::string path;
  std::string bytes;
};

// Output too large to hold: pieces in order, then how it ended.
class Stream {
 public:
  struct Piece {
    std::string text;
    std::vector<std::string> warnings;
  };
  struct Ending {
    int exit = kFine;
    std::vector<std::string> notes;
    std::string error;  // why nothing came, where one thing failed
  };

  Stream() = default;
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;
  virtual ~Stream() = default;

  // The next piece, nothing at the end.
  [[nodiscard]] virtual std::optional<Piece> next() = 0;
  // REQUIRES: next() has returned nothing.
  [[nodiscard]] virtual Ending ending() const = 0;
};

struct Answer {
  int exit = kFine;
  std::vector<Block> blocks;          // the text and table rendering
  Json json;                          // the whole document of --format json, envelope included
  std::optional<Document> document;   // takes the place of both
  std::unique_ptr<Stream> stream;     // takes the place of all three
  std::vector<std::string> warnings;  // for stderr, before the answer
  std::vector<std::string> notes;     // for stderr, after it
};

using Outcome = tl::expected<Answer, Failure>;

inline tl::unexpected<Failure> refuse(int exit, std::string message) {
  return tl::unexpected<Failure>(Failure(exit, std::move(message)));
}

}  // namespace lineage::cli
