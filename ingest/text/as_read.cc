#include "ingest/text/as_read.h"

#include <algorithm>
#include <array>

#include "ingest/words/lexicon.h"

namespace lineage::ingest {
namespace {

// Whether the bytes may hold more than words and single spaces: markup, other white space, or the
// first byte of an invisible character.
bool needs_care(std::string_view quote) {
  constexpr auto kCare = [] {
    std::array<bool, 256> care{};
    for (const char c : std::string_view("\n\r\t*_[]\\^\xC2\xE2\xEF")) {
      care[static_cast<unsigned char>(c)] = true;
    }
    return care;
  }();
  char before = 0;
  for (const char c : quote) {
    if (kCare[static_cast<unsigned char>(c)] || (c == ' ' && before == ' ') ||
        (c == '\x9C' && before == '\xD8')) {
      return true;
    }
    before = c;
  }
  return false;
}

}  // namespace

std::pair<std::size_t, std::size_t> AsRead::bytes_of(const Paragraph& paragraph,
                                                     Extent extent) const {
  const std::size_t begin = folded_place(paragraph, extent.begin);
  const std::size_t end =
      extent.end > extent.begin ? folded_place(paragraph, extent.end - 1) + 1 : begin;
  return {text_.offsets.begin_of(begin), text_.offsets.end_of(end)};
}

std::string AsRead::quote(const Paragraph& paragraph, Extent extent) const {
  if (extent.begin == extent.end) {
    return {};
  }
  const auto [begin, end] = bytes_of(paragraph, extent);
  return std::string(bytes_.substr(begin, end > begin ? end - begin : 0));
}

std::string AsRead::words(const Paragraph& paragraph, Extent extent) const {
  std::string plain = quote(paragraph, extent);
  if (!needs_care(plain)) {
    return plain;
  }
  plain.clear();
  std::size_t read = 0;  // a ligature is one character of the file and several of the fold
  for (std::uint32_t at = extent.begin; at < extent.end;) {
    const std::size_t place = folded_place(paragraph, at);
    const std::size_t length = char_length(text_.text, place);
    const bool space = is_folded_space(text_.text[place]);
    const std::size_t begin = std::max(text_.offsets.begin_of(place), read);
    const std::size_t end = text_.offsets.end_of(place + length);
    if (space && !plain.empty() && plain.back() != ' ') {
      plain.push_back(' ');
    } else if (!space && begin < end) {
      plain.append(bytes_.substr(begin, end - begin));
      read = end;
    }
    at += static_cast<std::uint32_t>(length);
  }
  return plain;
}

std::string AsRead::whole(const Paragraph& paragraph) const {
  std::string words;
  for (const Piece& piece : paragraph.pieces) {
    const std::size_t begin = text_.offsets.begin_of(piece.begin);
    const std::size_t end = text_.offsets.end_of(piece.end);
    if (!words.empty() && paragraph.joined_by_space) {
      words.push_back(' ');
    }
    words.append(bytes_.substr(begin, end - begin));
  }
  return words;
}

}  // namespace lineage::ingest
