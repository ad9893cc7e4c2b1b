// A query with its names resolved against one graph: few kinds of nodes, each with its meaning as
// a set of works. "Reach" and all that build on it are given by reachability, so they hold on
// graphs with cycles.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "analysis/closure.h"
#include "analysis/query/error.h"
#include "analysis/query/syntax.h"
#include "analysis/relation_set.h"
#include "graph/lineage_graph.h"

namespace lineage::query {

using analysis::Direction;
using analysis::RelationSet;

enum class Op : std::uint8_t {
  Works,       // `works`
  Where,       // all works for which `holds`
  Chain,       // operands joined from the left by `signs`: '&' or '~'
  Union,       // of all operands
  Complement,  // all works that are not in the operand
  Step,        // one edge from a work of the operand in `direction`
  Reach,       // up to `limit` edges, none included
  Paths,       // on a path of edges from the second operand back to the first
  Shortest,    // on such a path with the fewest edges
  SomePath,    // one such shortest path, of several the one with the oldest texts
  Dominators,  // on every such path
  Extreme,     // ToCiting: members that no other member reaches, save in a circle (heads);
               // ToCited: members that reach no other, save in a circle (roots)
  First,       // the first `limit` in the order of the graph
  Latest,      // the last `limit` of them
  Top,         // the `limit` with the highest `score`, of equals the first
};

struct Expression {
  Op op = Op::Works;
  TextSpan span;
  std::vector<Expression> operands = {};
  std::vector<WorkId> works = {};
  std::function<bool(const Work&)> holds = {};
  std::string signs = {};
  Direction direction = Direction::ToCited;
  RelationSet relations = {};  // the edges that Step, Reach, paths and Extreme follow
  std::uint32_t limit = analysis::kAnyDepth;
  std::string score = {};
};

// Errors: unknown names with the nearest known ones, arguments that do not fit, a symbol that is
// not in the store (NotFound).
[[nodiscard]] Parsed<Expression> resolve(const Query& query, const LineageGraph& graph);

// The works that the query's own symbols name, ascending.
[[nodiscard]] std::vector<WorkId> named_works(const Expression& expression);

}  // namespace lineage::query
