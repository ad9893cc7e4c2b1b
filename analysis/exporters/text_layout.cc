#include "analysis/exporters/text_layout.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace lineage::analysis {
namespace {

constexpr std::string_view kEllipsis = "…";
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

struct CodePoint {
  std::uint32_t value = 0;
  std::size_t bytes = 1;
  bool valid = false;
};

// Reads one code point; an invalid sequence is one byte long.
CodePoint decode(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
  };
  const std::uint32_t lead = byte(at);
  if (lead < 0x80) {
    return {lead, 1, true};
  }
  const std::size_t bytes = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || at + bytes > text.size()) {
    return {};
  }
  std::uint32_t value = lead & (0xFFU >> (bytes + 1));
  for (std::size_t i = 1; i < bytes; ++i) {
    if ((byte(at + i) & 0xC0U) != 0x80U) {
      return {};
    }
    value = (value << 6U) | (byte(at + i) & 0x3FU);
  }
  constexpr std::array<std::uint32_t, 5> kLeast{0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  const bool no_character = (value & 0xFFFE) == 0xFFFE;  // XML refuses these two
  if (value < kLeast[bytes] || value > 0x10FFFF || surrogate || no_character) {
    return {};
  }
  return {value, bytes, true};
}

struct Range {
  std::uint32_t first;
  std::uint32_t last;
};

template <std::size_t N>
bool within(const std::array<Range, N>& ranges, std::uint32_t value) {
  return std::ranges::any_of(ranges,
                             [&](const Range& r) { return value >= r.first && value <= r.last; });
}

// The blocks that the texts of six languages and their State names use; a full table would be
// ICU's.
constexpr std::array<Range, 9> kZeroWidth{{{0x0300, 0x036F},
                                           {0x0483, 0x0489},
                                           {0x0610, 0x061A},
                                           {0x064B, 0x065F},
                                           {0x0670, 0x0670},
                                           {0x06D6, 0x06ED},
                                           {0x200B, 0x200D},
                                           {0xFE00, 0xFE0F},
                                           {0xFEFF, 0xFEFF}}};
constexpr std::array<Range, 8> kWide{{{0x1100, 0x115F},
                                      {0x2E80, 0x303E},
                                      {0x3041, 0xA4CF},
                                      {0xAC00, 0xD7A3},
                                      {0xF900, 0xFAFF},
                                      {0xFE30, 0xFE6F},
                                      {0xFF00, 0xFF60},
                                      {0x1F300, 0x3FFFD}}};
// Marks that reorder the text around them on screen, and so could make a quote look like another.
constexpr std::array<Range, 3> kReordering{{{0x200E, 0x200F}, {0x202A, 0x202E}, {0x2066, 0x2069}}};

std::size_t width_of(std::uint32_t value) {
  if (value < 0x300) {
    return 1;
  }
  if (within(kZeroWidth, value)) {
    return 0;
  }
  return within(kWide, value) ? 2 : 1;
}

bool is_space(std::uint32_t value) {
  return value <= 0x20 || (value >= 0x7F && value <= 0xA0) || value == 0x2028 || value == 0x2029 ||
         value == 0x3000;
}

// The bytes of the longest beginning of `text` that fits in `columns`.
std::size_t fitting(std::string_view text, std::size_t columns) {
  std::size_t width = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const CodePoint point = decode(text, at);
    width += width_of(point.value);
    if (width > columns) {
      break;
    }
    at += point.bytes;
  }
  return at;
}

std::string_view without_trailing_space(std::string_view text) {
  while (!text.empty() && text.back() == ' ') {
    text.remove_suffix(1);
  }
  return text;
}

// Where a line that may hold `most` bytes of `text` ends: at a space, else where it is full.
std::size_t line_end(std::string_view text, std::size_t most) {
  if (most == text.size() || text[most] == ' ') {
    return most;
  }
  const std::size_t space = text.rfind(' ', most);
  // In Chinese the only spaces stand around numbers: a break far from the margin would waste the
  // line.
  return space == std::string_view::npos || space < most / 2 ? most : space;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    width += width_of(point.value);
    at += point.bytes;
  }
  return width;
}

std::string one_line(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    if (point.valid && is_space(point.value)) {
      space = !line.empty();
    } else if (!within(kReordering, point.value)) {
      if (space) {
        line += ' ';
        space = false;
      }
      line += point.valid ? text.substr(at, point.bytes) : kReplacement;
    }
    at += point.bytes;
  }
  return line;
}

std::string shortened(std::string_view text, std::size_t columns) {
  const std::string line = one_line(text);
  if (display_width(line) <= columns) {
    return line;
  }
  if (columns == 0) {
    return "";
  }
  const std::size_t most = fitting(line, columns - 1);
  const std::size_t end = most < line.size() ? line_end(line, most) : most;
  return std::string(without_trailing_space(std::string_view(line).substr(0, end))) +
         std::string(kEllipsis);
}

std::vector<std::string> wrapped(std::string_view text,
                                 std::size_t columns,
                                 std::size_t max_lines) {
  const std::string whole = one_line(text);
  std::string_view rest = whole;
  std::vector<std::string> lines;
  while (!rest.empty() && lines.size() < max_lines) {
    if (lines.size() + 1 == max_lines) {
      lines.push_back(shortened(rest, columns));
      break;
    }
    // At least one character a line, so that a wide one in a single column still ends the loop.
    const std::size_t most = std::max(fitting(rest, columns), decode(rest, 0).bytes);
    const std::size_t end = line_end(rest, most);
    lines.emplace_back(without_trailing_space(rest.substr(0, end)));
    rest.remove_prefix(end);
    while (!rest.empty() && rest.front() == ' ') {
      rest.remove_prefix(1);
    }
  }
  return lines;
}

}  // namespace lineage::analysis
