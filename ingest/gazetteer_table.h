// The text of corpus/gazetteer.tsv, which the build puts into the program.
#pragma once

#include <string_view>

namespace lineage::ingest {

[[nodiscard]] std::string_view gazetteer_table();

}  // namespace lineage::ingest
