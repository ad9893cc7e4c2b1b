// A slow, obvious evaluator of queries, for tests only: it reads the syntax tree itself, keeps sets
// of numbers, and knows of paths nothing but a matrix of hops.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "analysis/query/syntax.h"
#include "test/analysis/random_graph.h"

namespace lineage::query {

using Set = std::set<WorkId>;  // works, or edges where the tree says so

class NaiveEvaluator {
 public:
  explicit NaiveEvaluator(const LineageGraph& graph) : graph_(graph) {}

  [[nodiscard]] Set works(const Syntax& tree) const { return eval(tree, {}); }

 private:
  struct Place {
    std::optional<std::set<Relation>> over;  // nothing: citations
    int last_year = 9999;
    std::map<std::string, Set> names = {};
  };

  [[nodiscard]] Set eval(const Syntax& tree, const Place& place) const;
  [[nodiscard]] Set call(const Syntax& tree, const Place& place) const;
  [[nodiscard]] Set edges(const Syntax& tree, const Place& place) const;
  [[nodiscard]] Set closure(const Syntax& tree, const Place& place, bool up) const;
  [[nodiscard]] Set steps(const Syntax& tree, const Place& place, bool up) const;
  [[nodiscard]] Set extreme(const Set& of, const Place& place, bool heads) const;
  [[nodiscard]] Set shortest(const Set& older, const Set& younger, const Place& place) const;
  [[nodiscard]] Set dominators(const Set& older, const Set& younger, const Place& place) const;
  [[nodiscard]] Set reached(const Set& from, const Place& place, bool up, std::size_t limit) const;

  [[nodiscard]] bool seen(WorkId id, const Place& place) const;
  [[nodiscard]] bool follows(const Edge& edge, const Place& place) const;
  // Hops between visible works along followed edges, `without` one work.
  [[nodiscard]] test::Matrix hops(const Place& place,
                                  std::optional<WorkId> without = std::nullopt) const;
  [[nodiscard]] Place narrowed(const Syntax& types, const Place& place) const;
  [[nodiscard]] Place bounds(const Syntax& call, const Place& place, std::size_t& depth) const;

  template <typename Holds>
  [[nodiscard]] Set select(const Place& place, Holds holds) const {
    Set found;
    for (WorkId id = 0; id < graph_.work_count(); ++id) {
      if (seen(id, place) && holds(id)) {
        found.insert(id);
      }
    }
    return found;
  }

  const LineageGraph& graph_;
};

}  // namespace lineage::query
