// How the lines of a text were broken: one line a paragraph, or printed lines of a page that are
// as wide as its words allow. What follows a full line without a blank one goes on with it.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "ingest/segments/lines.h"

namespace lineage::ingest {

class LineBreaks {
 public:
  LineBreaks() = default;
  // Cost: linear in the text; keeps nothing of it.
  LineBreaks(std::span<const Line> lines, std::string_view text);

  // Whether paragraphs stand apart by blank lines, and the lines inside them are printed ones.
  [[nodiscard]] bool blank_between() const { return blank_between_; }
  // Whether `line` stands on a new line because it did not fit on the one before.
  [[nodiscard]] bool is_full(std::string_view before, std::string_view line) const;

 private:
  std::size_t width_ = 0;  // columns of a full line, 0 where lines are not printed ones
  bool blank_between_ = false;
};

}  // namespace lineage::ingest
