// Runs a query from its text to its set: what `query` and `export` share.
#pragma once

#include <string>

#include <tl/expected.hpp>

#include "analysis/query/evaluate.h"
#include "analysis/query/syntax.h"
#include "apps/answer.h"
#include "graph/lineage_graph.h"

namespace lineage::cli {

struct QueryRun {
  std::string text;
  query::Query query;
  query::Expression expression;
  query::Evaluated result;
  std::string title;  // of a drawing: "What 78/16 builds on", else the query
};

// Failures: usage, with a picture of the place; "no" for a symbol that the store does not have.
[[nodiscard]] tl::expected<QueryRun, Failure> run_query(const LineageGraph& graph,
                                                        const std::string& text);

// Says why an empty answer is empty, and that an answer is not established where it hangs on
// citation lists that are not known: in its notes, and in its JSON as of add_knowledge.
void add_notes(const LineageGraph& graph, const QueryRun& run, Answer& answer);

}  // namespace lineage::cli
