// The lines of a folded text and how each begins: numbers, letters and note marks of paragraphs,
// and the furniture of printed pages.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lineage::ingest {

struct Line {
  std::size_t begin = 0;  // bytes of the folded text, white space cut off at both ends
  std::size_t end = 0;
  bool blank_before = false;

  [[nodiscard]] std::string_view of(std::string_view text) const {
    return text.substr(begin, end - begin);
  }
};

// The lines that hold more than white space. Cost: linear.
[[nodiscard]] std::vector<Line> lines_of(std::string_view text);

enum class MarkerKind : std::uint8_t {
  None,
  Number,  // "12." or "12 -"
  Letter,  // "(a)", "a)", "(أ)": `label` in Latin letters
  Note,    // a note mark, or "[^3]:"
};

struct Marker {
  MarkerKind kind = MarkerKind::None;
  std::uint32_t number = 0;
  std::string label;       // "a", "iv"
  std::size_t length = 0;  // bytes up to the paragraph's own words
};

// The label that a word in front of ")" is, in Latin letters: "b" for "b", "б" and "ب", "iv" for
// "iv"; empty for another word.
[[nodiscard]] std::string paragraph_label(std::string_view word);

// The number of a section that stands on a line of its own, in Roman numerals whatever the script:
// "XV" for "XV", 十五 and خامس عشر, "A" for "A"; empty for another line.
[[nodiscard]] std::string section_number(std::string_view line);

// Whether the words have less than `limit` bytes, the indents of printed lines not counted.
[[nodiscard]] bool is_shorter(std::string_view words, std::size_t limit);

// How a line begins.
[[nodiscard]] Marker marker_of(std::string_view line);

// "1." on a line of its own: the number of the paragraph below.
[[nodiscard]] Marker lone_number(std::string_view line);

// "135 A/34/583.", "138 A/34/583/Add.1, paras. 193-198.": a note whose mark is plain digits and
// that begins with a document's symbol.
[[nodiscard]] bool is_note_of_symbol(std::string_view line);

// The number with which a note of typewritten texts begins: "1/  See Official Records", 0 for
// another line. In "34/ 172" no word follows.
[[nodiscard]] std::uint32_t slashed_note(std::string_view line);

// "A/RES/78/16", "2/4", "23-24060 (E)", "Page 3": a running header or footer of a printed page.
[[nodiscard]] bool is_page_furniture(std::string_view line);

// True when the text ends as a paragraph does: , ; . : or a closing bracket or quote behind one of
// these.
[[nodiscard]] bool ends_paragraph(std::string_view text);

}  // namespace lineage::ingest
