#include "ingest/segments/line_breaks.h"

#include <algorithm>
#include <array>

#include "ingest/words/lexicon.h"

namespace lineage::ingest {
namespace {

// Narrower or wider lines are no page's.
constexpr std::size_t kNarrowest = 40;
constexpr std::size_t kWidest = 140;

// Chinese characters and signs take two columns.
std::size_t columns(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    count += (byte & 0xC0) == 0x80 ? 0 : byte >= 0xE3 ? 2 : 1;
  }
  return count;
}

// The first word, or where no spaces stand between words, the first character.
std::string_view first_word(std::string_view line) {
  const std::size_t length = line.empty() ? 0 : char_length(line, 0);
  return length == 3 ? line.substr(0, length) : line.substr(0, line.find(' '));
}

}  // namespace

LineBreaks::LineBreaks(std::span<const Line> lines, std::string_view text) {
  std::array<std::size_t, kWidest + 2> lines_of_width{};
  std::size_t followed = 0;
  std::size_t blank = 0;
  std::size_t ended = 0;  // followed lines that end as paragraphs do
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i + 1].blank_before) {
      ++blank;
      continue;
    }
    const std::string_view line = lines[i].of(text);
    // No line of a page has more bytes.
    const std::size_t width = line.size() > 6 * kWidest ? kWidest + 1 : columns(line);
    ++lines_of_width[std::min(width, kWidest + 1)];
    ++followed;
    ended += ends_paragraph(line) ? 1 : 0;
  }
  constexpr std::size_t kFewest = 4;
  if (followed < kFewest) {
    return;
  }
  // The widest but a few: a table or an address may stick out.
  std::size_t wider = followed / 20;
  std::size_t width = kWidest + 1;
  while (width > 0 && lines_of_width[width] <= wider) {
    wider -= lines_of_width[width];
    --width;
  }
  if (width < kNarrowest || width > kWidest) {
    return;
  }
  width_ = width;
  // A printed line ends in a comma by chance, an item of a list with intent.
  blank_between_ = blank > 1 && ended * 3 < followed;
}

bool LineBreaks::is_full(std::string_view before, std::string_view line) const {
  // Printed type is not of one width: a tenth of the line may be missing.
  return width_ > 0 && columns(before) + 1 + columns(first_word(line)) > width_ - width_ / 10;
}

}  // namespace lineage::ingest
