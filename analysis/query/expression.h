// A query with its names resolved against one graph: few kinds of nodes, each with its meaning as
// a set. "Reach" and all that build on it are given by reachability, so they hold on graphs with
// cycles.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "analysis/closure.h"
#include "analysis/query/error.h"
#include "analysis/query/library.h"
#include "analysis/query/syntax.h"
#include "analysis/query/work_set.h"
#include "analysis/relation_set.h"
#include "graph/lineage_graph.h"

namespace lineage::query {

using analysis::Direction;
using analysis::RelationSet;

// What the members of a set are.
enum class Sort : std::uint8_t {
  Works,
  Edges,
  Mentions,  // those of graph.unresolved(), by their place in it
  Clauses,   // those of the library, by their place in it
};

[[nodiscard]] std::string_view name_of(Sort sort);  // "texts", "citations", ...

enum class Op : std::uint8_t {
  Works,        // `works`
  All,          // every member of the sort
  Where,        // all works for which `holds`
  Chain,        // operands joined from the left by `signs`: '&' or '~'
  Union,        // of all operands
  Complement,   // all members of the sort that are not in the operand
  Step,         // one edge from a work of the operand in `direction`
  Reach,        // up to `limit` edges, none included
  Paths,        // on a path of edges from the second operand back to the first
  Shortest,     // on such a path with the fewest edges
  SomePath,     // one such shortest path, of several the one with the oldest texts
  Dominators,   // on every such path
  Extreme,      // ToCiting: members that no other member reaches, save in a circle (heads);
                // ToCited: members that reach no other, save in a circle (roots)
  First,        // the first `limit` in the order of the graph
  Latest,       // the last `limit` of them
  Top,          // the `limit` with the highest `score`, of equals the first
  Computed,     // what `compute` makes of the operands' works: works, or edges
  Named,        // the operand, by the name that the query gives it
  Edges,        // edges from a work of the first operand to one of the second
  EdgesWhere,   // all edges for which `edge_holds`
  EdgeEnds,     // the works at one end of the operand's edges: `direction` ToCited the cited ones
  Unresolved,   // mentions in texts of the operand that name no single work
  Clauses,      // `works` are places in the library's list of clauses
  ClausesOf,    // the clauses of the operand's works
  ClauseWorks,  // the works of the operand's clauses
  ClauseEdges,  // the edges that the operand's clauses prove
};

// Works, or edges where the node is of that sort, and what is to be said of how they were found.
struct Made {
  std::vector<WorkId> works;
  std::vector<std::string> notes = {};
  std::vector<WorkId> open = {};  // the texts on whose citation lists, not known, it hangs
};

struct Expression;
using Shared = std::shared_ptr<const Expression>;

struct Expression {
  Op op = Op::Works;
  Sort sort = Sort::Works;
  TextSpan span;
  std::vector<Shared> operands = {};
  std::vector<WorkId> works = {};
  std::string label = {};  // what a Where, EdgesWhere or Computed asks, a Named is called: equal
                           // labels mean the same
  std::function<bool(const Work&)> holds = {};
  std::function<bool(EdgeId)> edge_holds = {};
  std::function<Made(const std::vector<std::vector<WorkId>>&)> compute = {};
  std::string signs = {};
  Direction direction = Direction::ToCited;
  RelationSet relations = {};  // the edges that Step, Reach, paths, Extreme, Edges, ClauseEdges and
                               // Computed follow
  std::uint32_t limit = analysis::kAnyDepth;
  std::string score = {};
  // The works that an asof(...) around this place lets through; null: all. Every set of works and
  // of edges keeps within them, and no path leads outside.
  std::shared_ptr<const WorkSet> visible = {};
  std::uint32_t depth = 1;  // of the tree below, this node included
};

// What a query is asked of. Graph and library must outlive its expressions; a null library answers
// no question about words, clauses or languages.
struct Sources {
  const LineageGraph* graph = nullptr;
  const Library* library = nullptr;
};

// Errors: unknown names with the nearest known ones, arguments that do not fit, a symbol that is
// not in the store (NotFound), what the library says.
[[nodiscard]] Parsed<Expression> resolve(const Query& query, const Sources& sources);
[[nodiscard]] Parsed<Expression> resolve(const Query& query, const LineageGraph& graph);

// The works that the query's own symbols name, ascending.
[[nodiscard]] std::vector<WorkId> named_works(const Expression& expression);

// The nodes, each once, in the order in which a walk from the root first comes to them, and how
// many operands lead to each. Cost: linear, also where nodes are shared.
struct Numbering {
  struct Entry {
    std::size_t number = 0;
    std::size_t uses = 0;
  };
  std::unordered_map<const Expression*, Entry> entries;
};
[[nodiscard]] Numbering numbered(const Expression& root);

}  // namespace lineage::query
