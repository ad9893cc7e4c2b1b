// The list of files that do not say what they are: a CSV with the columns file, symbol, date and
// title, as ingest prints it to be filled in, and as --meta takes it back.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "graph/result.h"
#include "ingest/readers/source_document.h"

namespace lineage::ingest {

using MetaList = std::map<std::string, StatedFacts>;  // by file

inline constexpr std::string_view kMetaHeader = "file,symbol,date,title";

// Errors: Malformed, with the line, for a symbol or a date that cannot be read, a quote that does
// not end, and a header without "file".
[[nodiscard]] Result<MetaList> read_meta_list(std::string_view csv);

// One line of the list, without its end.
[[nodiscard]] std::string meta_line(std::string_view file,
                                    std::string_view symbol,
                                    std::string_view date,
                                    std::string_view title);

}  // namespace lineage::ingest
