#include "apps/report/markdown.h"

#include <algorithm>

#include "analysis/exporters/text_layout.h"
#include "apps/terminal/output.h"
#include "graph/ascii.h"

namespace lineage::cli {
namespace {

std::string plain_text(const Line& line) {
  std::string text;
  for (const Span& span : line) {
    text += span.text;
  }
  return text;
}

// The box drawing and geometric characters of Unicode, U+2500 to U+25FF.
bool begins_with_box(std::string_view text) {
  return text.size() > 2 && text[0] == '\xE2' && text[1] >= '\x94' && text[1] <= '\x97';
}

// Drawn in letters, as 'log' does: a line begins with a node or a lane, or holds a wide gap.
bool is_drawing(const Lines& block) {
  constexpr std::string_view kLanes = "*o.|/\\_ ";
  return std::ranges::any_of(block.lines, [&](const Line& line) {
    const std::string text = plain_text(line);
    const std::size_t words = std::min(text.find_first_not_of(' '), text.size());
    const bool lanes = words == 0 && !text.empty() && text.find_first_not_of(kLanes) > 1;
    return lanes || begins_with_box(text) || text.find("   ", words) != std::string::npos;
  });
}

// Headings are bold, a line that is an address leads there.
std::string text_of(const Line& line) {
  std::string text;
  for (const Span& span : line) {
    const std::string words = markdown_text(span.text);
    const bool bold = span.style == Style::Heading && !words.empty();
    const bool apart = text.empty() || words.empty() || span.text.front() != ' ';
    text += (apart ? "" : " ") + (bold ? "**" + words + "**" : words);
    text += span.text.ends_with(' ') ? " " : "";
  }
  const std::string whole = plain_text(line);
  return whole.starts_with("https://") && whole.find_first_of(" <>") == std::string::npos
             ? "<" + whole + ">"
             : text;
}

class MarkdownRenderer {
 public:
  void operator()(const Lines& block) {
    if (is_drawing(block)) {
      Answer alone;
      alone.blocks.emplace_back(Lines{block.lines, false});
      put(fenced(rendered(alone, Terminal{}), ""));
      return;
    }
    std::string text;
    for (const Line& line : block.lines) {
      const std::string words = text_of(line);
      text += text.empty() || words.empty() ? "" : "\\\n";  // each stays a line of its own
      text += words;
    }
    if (!text.empty()) {  // else it keeps others apart in a terminal, as Markdown does by itself
      put(text + "\n");
    }
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
  const std::string line = analysis::one_line(text);
  const auto is_word = [&](std::size_t i) {
    return i < line.size() && (is_alpha(line[i]) || is_digit(line[i]));
  };
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    const bool within = c == '_' && i > 0 && is_word(i - 1) && is_word(i + 1);
    if ((kMarks.find(c) != std::string_view::npos && !within) ||
        (escaped.empty() && (c == '#' || c == '+'))) {
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
