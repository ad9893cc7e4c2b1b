// What the verb `query` answers for each sort of members. Internal to it.
#pragma once

#include <cstddef>
#include <string>

#include "apps/answers/csv.h"
#include "apps/query/query_run.h"

namespace lineage::cli {

struct QueryView {
  std::string format;  // one of the formats of the verb
  std::string sort;    // a score, "date" or "" for the order of the graph
  std::size_t limit = static_cast<std::size_t>(-1);
  Formulas formulas = Formulas::Faithful;
};

// Failures: usage, for a format or a score that the sort does not have, and for a drawing that is
// too large; bad input where texts cannot be read.
[[nodiscard]] Outcome answer_with_works(const Context& context,
                                        const QueryRun& run,
                                        const QueryView& view);
[[nodiscard]] Outcome answer_with_others(const Context& context,
                                         const QueryRun& run,
                                         const QueryView& view);

// Each part of the query with the number of its members, what the passes did, and what they left.
[[nodiscard]] Answer explanation(const Context& context, const QueryRun& run);

// The functions, scores and aliases that a query may name.
[[nodiscard]] Outcome vocabulary(const Context& context);

}  // namespace lineage::cli
