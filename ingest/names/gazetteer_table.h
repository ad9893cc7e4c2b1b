// The texts of corpus/gazetteer.tsv and corpus/bodies.tsv, which the build puts into the program.
#pragma once

#include <string_view>

namespace lineage::ingest {

[[nodiscard]] std::string_view gazetteer_table();
[[nodiscard]] std::string_view body_name_table();

}  // namespace lineage::ingest
