// A paragraph as the file has it: from places of its folded text back to the bytes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "ingest/grammar/scan.h"
#include "ingest/segments/segment.h"
#include "ingest/text/normalize.h"

namespace lineage::ingest {

// Views of the file's bytes and of their fold; both must outlive it.
class AsRead {
 public:
  AsRead(std::string_view bytes, const NormalizedText& text) : bytes_(bytes), text_(text) {}

  // Bytes [begin, end) of the file for an extent of the paragraph's text.
  [[nodiscard]] std::pair<std::size_t, std::size_t> bytes_of(const Paragraph& paragraph,
                                                             Extent extent) const;
  // The same bytes, with the line ends and the markup that stand between them.
  [[nodiscard]] std::string quote(const Paragraph& paragraph, Extent extent) const;
  // The words of the extent: no markup and no invisible characters, one space for any white space.
  [[nodiscard]] std::string words(const Paragraph& paragraph, Extent extent) const;
  // The whole paragraph; where a page breaks it, its pieces joined.
  [[nodiscard]] std::string whole(const Paragraph& paragraph) const;

 private:
  std::string_view bytes_;
  const NormalizedText& text_;
};

}  // namespace lineage::ingest
