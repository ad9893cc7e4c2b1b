// Which queries the outline of a graph answers: who cites whom, dates, titles and how much is
// known, without facts and without proofs.
#pragma once

#include <string>

namespace lineage::cli {

// `format` is that of the command line, "" for none. False where the whole graph is needed; true
// for text that is no query, whose error needs no graph. Cost: one parse.
[[nodiscard]] bool outline_answers(const std::string& query, const std::string& format);

}  // namespace lineage::cli
