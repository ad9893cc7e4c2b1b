// Queries for tests: asked of a graph in one call, and made at random.
#pragma once

#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "analysis/query/evaluate.h"
#include "analysis/query/optimize.h"
#include "analysis/query/parser.h"
#include "test/analysis/query/naive_evaluator.h"

namespace lineage::query {

inline std::string name(const LineageGraph& graph, WorkId id) {
  return graph.work(id).symbol().canonical();
}

struct Asked {
  Syntax tree;
  Shared expression;
};

inline Asked asked(const LineageGraph& graph, const std::string& text) {
  const Parsed<Query> query = parse(text);
  if (!query) {
    ADD_FAILURE() << text << ": " << query.error().message;
    return {{}, std::make_shared<const Expression>()};
  }
  const Parsed<Expression> expression = resolve(*query, graph);
  if (!expression) {
    ADD_FAILURE() << text << ": " << expression.error().message;
    return {query->expression, std::make_shared<const Expression>()};
  }
  return {query->expression, std::make_shared<const Expression>(*expression)};
}

inline WorkSet works_of(const LineageGraph& graph, const std::string& text) {
  return evaluate(*optimize(asked(graph, text).expression).expression, graph).works;
}

inline Set as_set(const WorkSet& works) {
  const std::vector<WorkId> ids = works.ids();
  return {ids.begin(), ids.end()};
}

// Texts of queries over the works of a graph, every operator and most functions among them.
class RandomQuery {
 public:
  RandomQuery(const LineageGraph& graph, std::uint32_t seed) : graph_(graph), random_(seed) {}

  std::string set(int depth) {
    const auto inner = [&] { return set(depth - 1); };
    const std::string of = "(" + (depth > 0 ? inner() : std::string()) + ")";
    switch (depth == 0 ? 0 : below(13)) {
      case 0:
        return leaf();
      case 1:
        return "not " + of;
      case 2:
      case 3:
        return of + pick({" & ", " ~ ", " | "}) + "(" + inner() + ")";
      case 4:
        return below(2) == 0 ? "::" + of : of + "::";
      case 5:
        return of + pick({"::", ".."}) + "(" + inner() + ")";
      case 6:
        return pick({"ancestors(", "descendants("}) + of + bound(0) + ")";
      case 7:
        return pick({"references(", "cited_by("}) + of + bound(1) + ")";
      case 8:
        return pick({"heads", "roots"}) + of;
      case 9:
        return pick({"common", "forkpoint", "mergepoint", "shortest", "dominators", "only"}) + "(" +
               inner() + ", " + inner() + ")";
      case 10:
        return below(2) == 0 ? "over(" + types() + ", " + inner() + ")"
                             : "asof(" + std::to_string(1950 + below(30)) + ", " + inner() + ")";
      case 11:
        return pick({"citing(", "cited("}) + edges(depth - 1) + ")";
      default:
        return let(depth);
    }
  }

 private:
  std::size_t below(std::size_t n) { return random_() % n; }
  std::string pick(std::vector<std::string> from) { return from[below(from.size())]; }
  std::string types() { return pick({"recalls", "amends|cites", "citation", "institutional"}); }

  std::string leaf() {
    switch (below(8)) {
      case 0:
        return "all()";
      case 1:
        return pick({"none()", "year(" + std::to_string(1950 + below(30)) + ")"});
      case 2:
        return names_ == 0 ? "all()" : std::string(1, static_cast<char>('a' + below(names_)));
      default:
        return name(graph_, static_cast<WorkId>(below(graph_.work_count())));
    }
  }

  std::string bound(std::size_t least) {
    const std::string depth = ", " + std::to_string(least + below(3));
    return pick({"", depth, ", " + types(), ", " + types() + depth});
  }

  std::string edges(int depth) {
    const std::string x = set(depth);
    const std::string some =
        pick({"from(" + x + ")", "to(" + x + ")", "edges(" + x + ")", "edges(" + x + ", all())"});
    return below(2) == 0 ? some : some + pick({" & ", " ~ "}) + "verb(" + types() + ")";
  }

  // The value cannot name the set itself.
  std::string let(int depth) {
    const std::string value = set(depth - 1);
    const std::string name(1, static_cast<char>('a' + names_));
    ++names_;
    const std::string body = set(depth - 1);
    --names_;
    return "(let " + name + " = " + value + " in " + body + " | " + name + ")";
  }

  const LineageGraph& graph_;
  std::mt19937 random_;
  std::size_t names_ = 0;
};

}  // namespace lineage::query
