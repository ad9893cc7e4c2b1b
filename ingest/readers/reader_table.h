// The formats that are read, each told by its content and not by its name.
#pragma once

#include <span>
#include <string_view>

#include "graph/result.h"
#include "ingest/readers/source_document.h"

namespace lineage::ingest {

struct Reader {
  std::string_view format;  // as stores and answers name it
  std::string_view what;    // for people
  bool (*knows)(std::string_view bytes);
  Result<SourceContent> (*read)(std::string_view name, std::string_view bytes);
};

// In the order in which they are asked; the last one takes what no other knows.
[[nodiscard]] std::span<const Reader> readers();
[[nodiscard]] const Reader& reader_for(std::string_view bytes);

}  // namespace lineage::ingest
