#include "apps/terminal/output.h"

#include <algorithm>

#include <spdlog/spdlog.h>

#include "analysis/exporters/json_values.h"
#include "analysis/exporters/text_layout.h"

namespace lineage::cli {
namespace {

using analysis::display_width;
using analysis::one_line;
using analysis::shortened;

std::string_view colour_of(Style style) {
  switch (style) {
    case Style::Plain:
      return "";
    case Style::Heading:
      return "\x1b[1m";
    case Style::Symbol:
      return "\x1b[33m";
    case Style::Date:
      return "\x1b[36m";
    case Style::Relation:
      return "\x1b[32m";
    case Style::Quote:
      return "\x1b[35m";
    case Style::Faint:
      return "\x1b[2m";
    case Style::Warning:
      return "\x1b[31m";
  }
  return "";
}

class Renderer {
 public:
  explicit Renderer(const Terminal& terminal) : terminal_(terminal) {}

  void operator()(const Lines& block) {
    for (const Line& line : block.lines) {
      std::size_t left = terminal_.width;
      for (const Span& span : line) {
        const std::string text = block.shorten ? shortened_span(span.text, left) : span.text;
        left -= std::min(left, display_width(text));
        put(text, span.style);
      }
      end_line();
    }
  }

  void operator()(const Paragraph& block) {
    constexpr std::size_t kHanging = 4;
    const std::string label = block.label.empty() ? "" : block.label + ": ";
    const std::size_t hanging = block.indent + (label.empty() ? 0 : kHanging);
    const std::size_t columns = terminal_.width - std::min(terminal_.width / 2, hanging);
    bool first = true;
    for (const std::string& line : analysis::wrapped(label + block.text, columns)) {
      const std::size_t head = first ? std::min(label.size(), line.size()) : 0;
      out_.append(first ? block.indent : hanging, ' ');
      put(std::string_view(line).substr(0, head), Style::Heading);
      put(std::string_view(line).substr(head), block.style);
      end_line();
      first = false;
    }
  }

  void operator()(const Table& table) {
    const std::vector<std::size_t> widths = column_widths(table);
    std::vector<Span> header;
    for (const std::string& name : table.header) {
      header.push_back({name, Style::Heading});
    }
    if (!header.empty()) {
      row(header, widths, table.indent);
    }
    for (const std::vector<Span>& cells : table.rows) {
      row(cells, widths, table.indent);
    }
  }

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  // Spans keep the spaces at their ends, which join them to their neighbours.
  static std::string shortened_span(const std::string& text, std::size_t columns) {
    const std::size_t spaces = std::min(text.find_first_not_of(' '), text.size());
    if (display_width(text) <= columns) {
      return text;
    }
    return spaces < columns
               ? text.substr(0, spaces) + shortened(text.substr(spaces), columns - spaces)
               : "";
  }

  static std::vector<std::size_t> column_widths(const Table& table) {
    std::vector<std::size_t> widths;
    for (const std::string& name : table.header) {
      widths.push_back(display_width(name));
    }
    for (const std::vector<Span>& cells : table.rows) {
      widths.resize(std::max(widths.size(), cells.size()), 0);
      for (std::size_t i = 0; i < cells.size(); ++i) {
        widths[i] = std::max(widths[i], display_width(one_line(cells[i].text)));
      }
    }
    return widths;
  }

  void row(const std::vector<Span>& cells,
           const std::vector<std::size_t>& widths,
           std::size_t indent) {
    constexpr std::size_t kGap = 2;
    constexpr std::size_t kLeastLast = 20;
    std::size_t used = indent;
    out_.append(indent, ' ');
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const bool last = i + 1 == cells.size();
      const std::size_t left = terminal_.width > used ? terminal_.width - used : 0;
      const std::string text =
          last ? shortened(cells[i].text, std::max(left, kLeastLast)) : one_line(cells[i].text);
      put(text, cells[i].style);
      if (!last) {
        out_.append(widths[i] - display_width(text) + kGap, ' ');
        used += widths[i] + kGap;
      }
    }
    end_line();
  }

  void put(std::string_view text, Style style) {
    const std::string_view colour = terminal_.colour && !text.empty() ? colour_of(style) : "";
    out_ += colour;
    out_ += text;
    out_ += colour.empty() ? "" : "\x1b[0m";
  }

  void end_line() {
    while (!out_.empty() && out_.back() == ' ') {
      out_.pop_back();
    }
    out_ += '\n';
  }

  const Terminal& terminal_;
  std::string out_;
};

void warn(const std::vector<std::string>& warnings) {
  for (const std::string& warning : warnings) {
    spdlog::warn("{}", message_line(warning));
  }
}

void note(const std::vector<std::string>& notes) {
  for (const std::string& text : notes) {
    spdlog::info("{}", message_line(text));
  }
}

int failed(const Error& error) {
  spdlog::error("{}", message_line(error.message));
  return kBadInput;
}

int deliver_stream(Stream& stream) {
  while (const std::optional<Stream::Piece> piece = stream.next()) {
    warn(piece->warnings);
    const Result<Written> written = write_stdout(piece->text);
    if (!written) {
      return failed(written.error());
    }
    if (*written == Written::ReaderGone) {
      return kFine;  // as after '| head': the reader has what it wanted
    }
  }
  const Stream::Ending ending = stream.ending();
  if (!ending.error.empty()) {
    spdlog::error("{}", message_line(ending.error));
  }
  note(ending.notes);
  return ending.exit;
}

Result<Written> write_answer(const Answer& answer,
                             std::string_view format,
                             const Terminal& terminal) {
  if (answer.document) {
    return answer.document->path.empty()
               ? write_stdout(answer.document->bytes)
               : write_file(answer.document->path, answer.document->bytes).map([] {
                   return Written::All;
                 });
  }
  if (format == "json") {
    return write_stdout(analysis::printed(answer.json));
  }
  return write_stdout(rendered(answer, terminal));
}

}  // namespace

std::string message_line(std::string_view message) {
  constexpr std::size_t kMostBytes = 4000;
  constexpr std::size_t kMostColumns = 1000;
  return shortened(message.substr(0, kMostBytes), kMostColumns);
}

std::string rendered(const Answer& answer, const Terminal& terminal) {
  Renderer renderer(terminal);
  for (const Block& block : answer.blocks) {
    std::visit(renderer, block);
  }
  return renderer.take();
}

int deliver(Answer& answer, std::string_view format, const Terminal& terminal) {
  warn(answer.warnings);
  if (answer.stream) {
    return deliver_stream(*answer.stream);
  }
  const Result<Written> written = write_answer(answer, format, terminal);
  if (!written) {
    return failed(written.error());
  }
  if (*written == Written::All) {
    note(answer.notes);
  }
  return answer.exit;
}

}  // namespace lineage::cli
