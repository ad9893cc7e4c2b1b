#include "test/support/hard_wrap.h"

#include <algorithm>

namespace lineage {
namespace {

std::size_t length_at(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

bool is_chinese(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]) >= 0xE3;
}

bool is_chinese_stop(std::string_view character) {
  for (const std::string_view stop : {"，", "。", "；", "：", "、", "）", "”", "》"}) {
    if (character == stop) {
      return true;
    }
  }
  return false;
}

// What may not be broken: a word, or a Chinese character with the punctuation behind it.
std::string_view unit_at(std::string_view line, std::size_t at) {
  std::size_t end = at;
  if (is_chinese(line, at)) {
    end += length_at(line, at);
    while (end < line.size() && is_chinese_stop(line.substr(end, length_at(line, end)))) {
      end += length_at(line, end);
    }
  } else {
    while (end < line.size() && line[end] != ' ' && !is_chinese(line, end)) {
      end += length_at(line, end);
    }
  }
  return line.substr(at, end - at);
}

std::size_t columns(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); at += length_at(text, at)) {
    count += is_chinese(text, at) ? 2 : 1;
  }
  return count;
}

void wrap_line(std::string_view line,
               std::string_view indent,
               std::size_t width,
               std::string& out) {
  std::string current(indent);
  bool empty = true;
  bool space = false;
  for (std::size_t at = 0; at < line.size();) {
    if (line[at] == ' ') {
      space = true;
      ++at;
      continue;
    }
    const std::string_view unit = unit_at(line, at);
    if (!empty && columns(current) + columns(unit) + (space ? 1 : 0) > width) {
      out.append(current).push_back('\n');
      current = indent;
      empty = true;
    }
    current.append(space && !empty ? " " : "").append(unit);
    empty = false;
    space = false;
    at += unit.size();
  }
  out.append(empty ? std::string() : current).push_back('\n');
}

}  // namespace

std::string hard_wrapped(std::string_view text, std::string_view indent, std::size_t width) {
  std::string out;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t stop = std::min(text.find('\n', begin), text.size());
    wrap_line(text.substr(begin, stop - begin), indent, width, out);
    begin = stop + 1;
  }
  return out;
}

}  // namespace lineage
