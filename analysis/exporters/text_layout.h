// Measures and shortens text for people: the width that a terminal or a drawing gives it, and lines
// of a bounded width. Titles come in six languages, so bytes and code points are both the wrong
// measure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lineage::analysis {

// Columns that the text takes in a terminal: 2 for East Asian wide characters, 0 for combining
// marks.
[[nodiscard]] std::size_t display_width(std::string_view text);

// The text on one line, safe to show: control characters and line ends become spaces, runs of
// spaces one space, bytes that are not UTF-8 U+FFFD; marks that reorder text on screen are left
// out.
[[nodiscard]] std::string one_line(std::string_view text);

// `text` (as of one_line) if it fits in `columns`, else its beginning, cut at a word where one ends
// late enough, with "…" behind it; never wider than `columns`.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t columns);

// `text` (as of one_line) broken into lines no wider than `columns`, at spaces or, in Chinese,
// between characters. No more than `max_lines`: the last is then shortened. A word longer than a
// line is split.
[[nodiscard]] std::vector<std::string> wrapped(
    std::string_view text,
    std::size_t columns,
    std::size_t max_lines = static_cast<std::size_t>(-1));

}  // namespace lineage::analysis
