#include "apps/answers/snippet.h"

#include <algorithm>

#include "ingest/text/normalize.h"

namespace lineage::cli {
namespace {

constexpr std::size_t kBefore = 80;
constexpr std::size_t kLength = 240;

bool is_inside_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// Where in the text as read the first of the words stands, 0 where none is found.
std::size_t place_of(std::string_view text, std::string_view words) {
  const auto folded = ingest::normalize(text);
  if (!folded) {
    return 0;
  }
  std::size_t best = std::string::npos;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    best = std::min(best, folded->lower.find(words.substr(at, end - at)));
    at = end + 1;
  }
  return best == std::string::npos ? 0 : folded->offsets.begin_of(best);
}

std::string one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool space = c == ' ' || (c >= '\t' && c <= '\r');
    if (!space) {
      line.push_back(c);
    } else if (!line.empty() && line.back() != ' ') {
      line.push_back(' ');
    }
  }
  return line;
}

}  // namespace

std::string snippet(std::string_view text, std::string_view words) {
  if (text.size() <= kLength) {
    return one_line(text);
  }
  const std::size_t place = place_of(text, words);
  std::size_t begin = place > kBefore ? place - kBefore : 0;
  std::size_t end = std::min(begin + kLength, text.size());
  while (begin > 0 && is_inside_character(text[begin])) {
    --begin;
  }
  while (end < text.size() && is_inside_character(text[end])) {
    ++end;
  }
  return (begin > 0 ? "…" : "") + one_line(text.substr(begin, end - begin)) +
         (end < text.size() ? "…" : "");
}

}  // namespace lineage::cli
