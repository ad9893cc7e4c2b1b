#include "analysis/query/error.h"

#include <algorithm>

#include "analysis/exporters/text_layout.h"

namespace lineage::query {
namespace {

constexpr std::size_t kBytesBefore = 40;
constexpr std::size_t kBytesAfter = 36;

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// The nearest place at or before `at` where a character begins.
std::size_t character_at(std::string_view text, std::size_t at) {
  at = std::min(at, text.size());
  while (at > 0 && at < text.size() && continues_character(text[at])) {
    --at;
  }
  return at;
}

// One line that keeps its spaces, so that the caret stands right.
std::string shown(std::string_view part) {
  std::string text;
  for (const char c : part) {
    const auto byte = static_cast<unsigned char>(c);
    text += byte < 0x20U || byte == 0x7FU ? ' ' : c;
  }
  const std::size_t lead = std::min(text.find_first_not_of(' '), text.size());
  return std::string(lead, ' ') + analysis::one_line(text);
}

}  // namespace

std::vector<std::string> picture(std::string_view text, TextSpan where) {
  const std::size_t at = character_at(text, where.begin);
  const std::size_t from = character_at(text, at > kBytesBefore ? at - kBytesBefore : 0);
  const std::size_t to = character_at(text, at + kBytesAfter);
  const std::size_t end = std::clamp(where.end, at, to);
  const std::string before = (from > 0 ? "…" : "") + shown(text.substr(from, at - from));
  const std::string rest = shown(text.substr(at, to - at)) + (to < text.size() ? "…" : "");
  // one_line drops spaces at the end, which here are the distance to the caret.
  const std::string_view raw = text.substr(from, at - from);
  const std::size_t last = raw.find_last_not_of(" \t\n\r");
  const std::size_t gap = raw.size() - (last == std::string_view::npos ? raw.size() : last + 1);
  const std::string line = before + std::string(gap, ' ') + rest;
  const std::size_t width = analysis::display_width(shown(text.substr(at, end - at)));
  return {"  " + line, "  " + std::string(analysis::display_width(before) + gap, ' ') +
                           std::string(std::max<std::size_t>(width, 1), '^')};
}

std::string quoted(std::string_view words) {
  return "'" + analysis::shortened(words.substr(0, 400), 60) + "'";
}

}  // namespace lineage::query
