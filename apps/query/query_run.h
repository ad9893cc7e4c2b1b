// Runs a query from its text to its set: what all verbs with a query share.
#pragma once

#include <memory>
#include <string>

#include <tl/expected.hpp>

#include "analysis/query/evaluate.h"
#include "analysis/query/library.h"
#include "analysis/query/optimize.h"
#include "analysis/query/syntax.h"
#include "apps/answers/answer.h"
#include "apps/verbs/verb.h"
#include "graph/lineage_graph.h"

namespace lineage::cli {

struct QueryRun {
  std::string text;
  query::Query query;  // with aliases put in; "count" as its output for count(...) around it
  query::Shared expression;
  query::Optimized optimized;  // what was evaluated
  query::Evaluated result;
  std::string title;  // of a drawing: "What 78/16 builds on", else the query
  std::shared_ptr<const query::Library> library;
};

// A query for a set of texts. Failures: usage, with a picture of the place, among them a query for
// anything else; "no" for a symbol that the store does not have; bad input for a bad file of
// aliases.
[[nodiscard]] tl::expected<QueryRun, Failure> run_query(const Context& context,
                                                        const std::string& text);
// A query for a set of any sort.
[[nodiscard]] tl::expected<QueryRun, Failure> run_any_query(const Context& context,
                                                            const std::string& text);
// A query for texts without aliases, and without questions about their words.
[[nodiscard]] tl::expected<QueryRun, Failure> run_query(const LineageGraph& graph,
                                                        const std::string& text);

// Which part of the query made an empty answer empty; "" for an answer that is not.
[[nodiscard]] std::string empty_because(const LineageGraph& graph, const QueryRun& run);

// Says why an empty answer is empty, and that an answer is not established where it hangs on
// citation lists that are not known: in its notes, and in its JSON as of add_knowledge.
void add_notes(const LineageGraph& graph, const QueryRun& run, Answer& answer);

}  // namespace lineage::cli
