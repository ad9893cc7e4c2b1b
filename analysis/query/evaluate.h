// Evaluates an expression into a set of works.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/query/expression.h"
#include "analysis/query/work_set.h"
#include "graph/lineage_graph.h"

namespace lineage::query {

struct Evaluated {
  Sort sort = Sort::Works;
  WorkSet works;  // the members: works, or what else `sort` says
  // The works whose citation lists the answer hangs on although they are not known in full: with
  // their lists it could be another. Only texts that can matter are here: those that a walk towards
  // cited works came to; for a walk towards citing ones, those that it did not come to and that are
  // not older than where it started.
  WorkSet open_lists;
  std::vector<std::size_t> counts;  // of each node's set, by its number of numbered()
  std::vector<std::string> notes;   // how sets were found that a reader may doubt: a series' basis
};

// Cost: each node at most linear in the works and edges of the graph; a node that several operands
// lead to is evaluated once.
[[nodiscard]] Evaluated evaluate(const Expression& expression, const Sources& sources);
[[nodiscard]] Evaluated evaluate(const Expression& expression, const LineageGraph& graph);

// One line of an explanation: a part of the query, how deep it stands and how many members it has.
struct Part {
  std::size_t depth = 0;
  std::size_t count = 0;
  TextSpan span;
  const Expression* node = nullptr;
  bool again = false;  // shown above with its parts
};
[[nodiscard]] std::vector<Part> explained(const Expression& expression, const Evaluated& result);

// What a node does, in the words of the language: "::", "& ~", "kind(report)".
[[nodiscard]] std::string described(const Expression& node, const LineageGraph& graph);

// Which part of the query made an empty answer empty: "'a & b' is empty: 'a' has 3 texts, 'b' has
// 2, and none is in both". REQUIRES: the answer is empty.
[[nodiscard]] std::string why_empty(const Expression& expression,
                                    const Evaluated& result,
                                    std::string_view text);

}  // namespace lineage::query
