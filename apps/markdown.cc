#include "apps/markdown.h"

#include <algorithm>

#include "analysis/exporters/text_layout.h"
#include "apps/output.h"

namespace lineage::cli {
namespace {

class MarkdownRenderer {
 public:
  void operator()(const Lines& block) {
    const bool blank = std::ranges::all_of(block.lines, [](const Line& line) {
      return std::ranges::all_of(line, [](const Span& span) { return span.text.empty(); });
    });
    if (blank) {
      return;  // it keeps others apart in a terminal, as Markdown does by itself
    }
    Answer alone;
    alone.blocks.emplace_back(Lines{block.lines, false});
    put(fenced(rendered(alone, Terminal{}), ""));
  }

  void operator()(const Paragraph& block) {
    const std::string label = block.label.empty() ? "" : "**" + markdown_text(block.label) + "**: ";
    const bool quote = block.style == Style::Quote;
    put((quote ? "> " : "") + label + markdown_text(block.text) + "\n");
  }

  void operator()(const Table& table) {
    std::size_t columns = table.header.size();
    for (const std::vector<Span>& row : table.rows) {
      columns = std::max(columns, row.size());
    }
    std::string text;
    const auto add_row = [&](const auto& cell) {
      for (std::size_t i = 0; i < columns; ++i) {
        text += "| " + cell(i) + " ";
      }
      text += "|\n";
    };
    add_row([&](std::size_t i) {
      return i < table.header.size() ? markdown_text(table.header[i]) : std::string{};
    });
    add_row([](std::size_t) { return std::string("---"); });
    for (const std::vector<Span>& row : table.rows) {
      add_row([&](std::size_t i) { return i < row.size() ? markdown_text(row[i].text) : ""; });
    }
    put(text);
  }

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void put(const std::string& text) {
    out_ += out_.empty() ? "" : "\n";
    out_ += text;
  }

  std::string out_;
};

}  // namespace

std::string markdown(const Answer& answer) {
  MarkdownRenderer renderer;
  for (const Block& block : answer.blocks) {
    std::visit(renderer, block);
  }
  return renderer.take();
}

std::string markdown_text(std::string_view text) {
  constexpr std::string_view kMarks = "\\`*_[]<>|~$";
  std::string escaped;
  for (const char c : analysis::one_line(text)) {
    if (kMarks.find(c) != std::string_view::npos || (escaped.empty() && (c == '#' || c == '+'))) {
      escaped += '\\';
    }
    escaped += c;
  }
  // A number and a full stop begin a list, and so does a hyphen.
  const std::size_t digits = std::min(escaped.find_first_not_of("0123456789"), escaped.size());
  const bool item =
      digits > 0 && digits < escaped.size() && (escaped[digits] == '.' || escaped[digits] == ')');
  if (item) {
    escaped.insert(digits, 1, '\\');
  } else if (escaped.starts_with("- ")) {
    escaped.insert(0, 1, '\\');
  }
  return escaped;
}

std::string fenced(std::string_view text, std::string_view language) {
  std::size_t longest = 2;
  for (std::size_t at = text.find('`'); at != std::string_view::npos; at = text.find('`', at)) {
    const std::size_t end = std::min(text.find_first_not_of('`', at), text.size());
    longest = std::max(longest, end - at);
    at = end;
  }
  const std::string fence(longest + 1, '`');
  const bool ended = text.empty() || text.back() == '\n';
  return fence + std::string(language) + "\n" + std::string(text) + (ended ? "" : "\n") + fence +
         "\n";
}

}  // namespace lineage::cli
