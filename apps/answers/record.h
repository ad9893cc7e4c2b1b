// The citation record: one mention as one line of JSON. Its fields, their names and their order are
// a contract (docs/record.md).
#pragma once

#include <string>

#include "apps/answers/answer.h"
#include "graph/mention.h"

namespace lineage::cli {

[[nodiscard]] Json record(const Mention& mention);
// The record on one line with its line end; bytes that are not UTF-8 become U+FFFD.
[[nodiscard]] std::string record_line(const Mention& mention);

}  // namespace lineage::cli
