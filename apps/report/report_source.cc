#include "apps/report/report_source.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "apps/answers/phrases.h"
#include "apps/report/report_options.h"
#include "graph/ascii.h"

namespace lineage::cli {
namespace {

// A code fence: the run of ` or ~ that opens it, and the words behind.
struct Fence {
  char mark = '`';
  std::size_t length = 0;
  std::string_view info;
};

std::optional<Fence> fence_of(std::string_view line) {
  constexpr std::size_t kMostIndent = 3;
  constexpr std::size_t kLeast = 3;
  const std::size_t indent = line.find_first_not_of(' ');
  if (indent == std::string_view::npos || indent > kMostIndent ||
      (line[indent] != '`' && line[indent] != '~')) {
    return std::nullopt;
  }
  const char mark = line[indent];
  const std::size_t end = std::min(line.find_first_not_of(mark, indent), line.size());
  const std::string_view info = stripped(line.substr(end));
  if (end - indent < kLeast || (mark == '`' && info.find('`') != std::string_view::npos)) {
    return std::nullopt;
  }
  return Fence{mark, end - indent, info};
}

bool closes(const Fence& fence, std::string_view line) {
  const auto other = fence_of(line);
  return other && other->mark == fence.mark && other->length >= fence.length && other->info.empty();
}

// What stands between the braces of "{lineage ...}"; nothing for another info string.
std::optional<std::string_view> chunk_header(std::string_view info) {
  constexpr std::string_view kName = "{lineage";
  if (!info.starts_with(kName) || !info.ends_with('}')) {
    return std::nullopt;
  }
  const std::string_view inside = info.substr(kName.size(), info.size() - kName.size() - 1);
  if (!inside.empty() && inside.front() != ' ' && inside.front() != ',') {
    return std::nullopt;
  }
  return inside;
}

// Where the run of ticks that closes a code span begins. A span opened by more than a hundred is
// taken for text, so that a line of nothing but ticks costs no more than its length.
std::size_t closing_ticks(std::string_view line, std::size_t from, std::size_t run) {
  constexpr std::size_t kMostTicks = 100;
  if (run > kMostTicks) {
    return std::string_view::npos;
  }
  while (true) {
    const std::size_t begin = line.find('`', from);
    if (begin == std::string_view::npos) {
      return begin;
    }
    const std::size_t end = std::min(line.find_first_not_of('`', begin), line.size());
    if (end - begin == run) {
      return begin;
    }
    from = end;
  }
}

// Goes through the lines of a report.
class Reading {
 public:
  explicit Reading(std::string_view text) : rest_(text) {}

  Result<std::vector<ReportPiece>> run() {
    while (!rest_.empty()) {
      const std::string_view line = next_line();
      const auto fence = fence_of(line);
      const auto header = fence ? chunk_header(fence->info) : std::nullopt;
      const auto read = header  ? chunk(*fence, *header)
                        : fence ? verbatim(*fence, line)
                                : prose(line);
      if (!read) {
        return tl::unexpected(read.error());
      }
    }
    flush();
    return std::move(pieces_);
  }

 private:
  // With its line end.
  std::string_view next_line() {
    const std::size_t end = rest_.find('\n');
    const std::string_view line = rest_.substr(0, end == std::string_view::npos ? end : end + 1);
    rest_.remove_prefix(line.size());
    ++line_;
    return line;
  }

  static std::string_view without_end(std::string_view line) {
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) {
      line.remove_suffix(1);
    }
    return line;
  }

  void flush() {
    if (!prose_.empty()) {
      pieces_.emplace_back(Prose{std::move(prose_)});
      prose_.clear();
    }
  }

  // Another language's code: nothing in it is for us.
  Result<void> verbatim(const Fence& fence, std::string_view first) {
    prose_ += first;
    while (!rest_.empty()) {
      const std::string_view line = next_line();
      prose_ += line;
      if (closes(fence, without_end(line))) {
        return {};
      }
    }
    return {};  // as in Markdown, the end of the document ends it
  }

  Result<void> prose(std::string_view line) {
    constexpr std::string_view kOpening = "`lineage ";
    for (std::size_t at = line.find('`'); at != std::string_view::npos; at = line.find('`')) {
      const std::size_t run = std::min(line.find_first_not_of('`', at), line.size()) - at;
      const std::size_t end = closing_ticks(line, at + run, run);
      if (end == std::string_view::npos) {
        prose_ += line.substr(0, at + run);
        line.remove_prefix(at + run);
        continue;
      }
      const std::string_view code = line.substr(at, end - at);
      if (run == 1 && code.starts_with(kOpening)) {
        prose_ += line.substr(0, at);
        flush();
        pieces_.emplace_back(Inline{line_, std::string(stripped(code.substr(kOpening.size())))});
      } else {
        prose_ += line.substr(0, end + run);
      }
      line.remove_prefix(end + run);
    }
    prose_ += line;
    return {};
  }

  Result<void> chunk(const Fence& fence, std::string_view header) {
    flush();
    Chunk chunk;
    chunk.line = line_;
    if (auto read = read_chunk_header(header, chunk); !read) {
      return read;
    }
    bool ended = false;
    while (!rest_.empty() && !ended) {
      const std::string_view line = without_end(next_line());
      ended = closes(fence, line);
      if (const auto read = ended ? Result<void>() : chunk_line(line, chunk); !read) {
        return read;
      }
    }
    if (!ended) {
      return wrong_line(chunk.line, "the chunk does not end: close its fence");
    }
    return finish(std::move(chunk));
  }

  Result<void> chunk_line(std::string_view line, Chunk& chunk) {
    const std::string_view words = stripped(line);
    if (words.starts_with("#|")) {
      return read_chunk_option(words.substr(2), line_, chunk);
    }
    if (!words.empty() && !words.starts_with('#')) {
      chunk.code += (chunk.code.empty() ? "" : "\n") + std::string(line);
    }
    return {};
  }

  Result<void> finish(Chunk chunk) {
    ++chunks_;
    if (chunk.label.empty()) {
      chunk.label = "chunk-" + std::to_string(chunks_);
    }
    if (!labels_.insert(chunk.label).second) {
      return wrong_line(chunk.line, "two chunks have the label " + in_quotes(chunk.label));
    }
    auto words = command_words(chunk.code);
    if (!words) {
      return wrong_line(chunk.line, words.error().message);
    }
    if (!words->empty() && words->front() == "lineage") {
      words->erase(words->begin());
    }
    if (words->empty()) {
      return wrong_line(chunk.line, "the chunk has no command");
    }
    chunk.words = std::move(*words);
    pieces_.emplace_back(std::move(chunk));
    return {};
  }

  std::string_view rest_;
  std::size_t line_ = 0;
  std::size_t chunks_ = 0;
  std::set<std::string> labels_;
  std::string prose_;
  std::vector<ReportPiece> pieces_;
};

}  // namespace

Result<std::vector<std::string>> command_words(std::string_view line) {
  std::vector<std::string> words;
  std::string word;
  bool begun = false;
  char quote = '\0';
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    const bool escape = c == '\\' && quote != '\'' && i + 1 < line.size();
    if (escape && line[i + 1] != '\n') {
      word += line[++i];
      begun = true;
    } else if (quote != '\0') {
      quote = c == quote ? '\0' : quote;
      word += quote == '\0' ? "" : std::string(1, c);
    } else if (c == '\'' || c == '"') {
      quote = c;
      begun = true;
    } else if (is_space(c) || escape) {  // a line may go on behind a backslash
      if (begun) {
        words.push_back(std::exchange(word, ""));
      }
      begun = false;
    } else {
      word += c;
      begun = true;
    }
  }
  if (quote != '\0') {
    return failure(ErrorCode::Usage, std::string("a quote ") + quote + " does not end");
  }
  if (begun) {
    words.push_back(std::move(word));
  }
  return words;
}

Result<std::vector<ReportPiece>> read_report(std::string_view text) { return Reading(text).run(); }

}  // namespace lineage::cli
