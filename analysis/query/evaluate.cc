#include "analysis/query/evaluate.h"

#include <algorithm>
#include <utility>

#include "analysis/dominators.h"
#include "analysis/knowledge.h"
#include "analysis/query/reachability.h"
#include "analysis/query/scores.h"

namespace lineage::query {
namespace {

class Evaluator {
 public:
  explicit Evaluator(const LineageGraph& graph) : graph_(graph), open_(graph.work_count()) {}

  WorkSet set(const Expression& expression) {
    const std::size_t index = counts_.size();
    counts_.push_back(0);
    WorkSet found = value(expression);
    counts_[index] = found.count();
    return found;
  }

  Evaluated finished(WorkSet works) && {
    return {std::move(works), std::move(open_), std::move(counts_)};
  }

 private:
  WorkSet value(const Expression& expression) {
    switch (expression.op) {
      case Op::Works:
        return {graph_.work_count(), expression.works};
      case Op::Where:
        return where(expression);
      case Op::Chain:
      case Op::Union:
        return joined(expression);
      case Op::Complement: {
        WorkSet rest = set(expression.operands[0]);
        rest.invert();
        for (WorkId id = 0; id < graph_.work_count(); ++id) {
          if (!is_text(graph_.work(id).symbol().kind())) {
            rest.erase(id);  // a complement is one of texts, as all() is
          }
        }
        return rest;
      }
      case Op::Step:
      case Op::Reach:
        return followed(expression);
      case Op::Paths:
      case Op::Shortest:
      case Op::SomePath:
      case Op::Dominators:
        return between(expression);
      case Op::Extreme: {
        const WorkSet of = set(expression.operands[0]);
        note_open_towards(of, of, expression.relations);
        return extreme(graph_, of, expression.direction, expression.relations);
      }
      case Op::First:
      case Op::Latest:
      case Op::Top:
        return some(expression);
    }
    return WorkSet(graph_.work_count());
  }

  WorkSet where(const Expression& expression) const {
    WorkSet found(graph_.work_count());
    for (WorkId id = 0; id < graph_.work_count(); ++id) {
      if (expression.holds(graph_.work(id))) {
        found.insert(id);
      }
    }
    return found;
  }

  WorkSet joined(const Expression& expression) {
    WorkSet found = set(expression.operands[0]);
    for (std::size_t i = 1; i < expression.operands.size(); ++i) {
      const WorkSet next = set(expression.operands[i]);
      if (expression.op == Op::Union) {
        found |= next;
      } else if (expression.signs[i - 1] == '&') {
        found &= next;
      } else {
        found -= next;
      }
    }
    return found;
  }

  WorkSet followed(const Expression& expression) {
    const WorkSet from = set(expression.operands[0]);
    const bool one = expression.op == Op::Step;
    WorkSet found =
        one ? step(graph_, from, expression.direction, expression.relations)
            : reached(graph_, from, expression.direction, expression.relations, expression.limit);
    if (expression.direction == Direction::ToCiting) {
      note(analysis::open_citing(graph_, from.ids(), found.ids()));
    } else if (one) {
      note_open(from);
    } else if (expression.limit > 0) {
      // The lists of the last generation are not asked for.
      note_open(expression.limit == analysis::kAnyDepth
                    ? found
                    : reached(graph_, from, expression.direction, expression.relations,
                              expression.limit - 1));
    }
    return found;
  }

  WorkSet between(const Expression& expression) {
    const WorkSet older = set(expression.operands[0]);
    const WorkSet younger = set(expression.operands[1]);
    if (expression.op == Op::Shortest || expression.op == Op::SomePath) {
      WorkSet path = somepath(graph_, older, younger, expression.relations);
      const std::size_t works = path.count();
      // A path that is no longer than the known one leaves the lists beyond its end unasked.
      if (works != 1) {
        note_open_towards(younger, older, expression.relations,
                          works == 0 ? analysis::kAnyDepth : static_cast<std::uint32_t>(works - 2));
      }
      return expression.op == Op::SomePath ? path
                                           : shortest(graph_, older, younger, expression.relations);
    }
    note_open_towards(younger, older, expression.relations);
    if (expression.op == Op::Dominators) {
      return {graph_.work_count(),
              analysis::dominators(graph_, older.ids(), younger.ids(), expression.relations)};
    }
    WorkSet found = reached(graph_, older, Direction::ToCiting, expression.relations);
    found &= reached(graph_, younger, Direction::ToCited, expression.relations);
    return found;
  }

  WorkSet some(const Expression& expression) {
    std::vector<WorkId> ids = set(expression.operands[0]).ids();
    const std::size_t count = std::min<std::size_t>(expression.limit, ids.size());
    if (expression.op == Op::Latest) {
      std::ranges::reverse(ids);
    } else if (expression.op == Op::Top) {
      const std::vector<double> score = find_score(expression.score)->compute(graph_);
      std::ranges::stable_sort(ids, [&](WorkId a, WorkId b) { return score[a] > score[b]; });
      // A score counts citations of the whole store.
      note_open(all());
    }
    ids.resize(count);
    return {graph_.work_count(), ids};
  }

  [[nodiscard]] WorkSet all() const {
    WorkSet every(graph_.work_count());
    every.invert();
    return every;
  }

  void note(const std::vector<WorkId>& open) { open_ |= WorkSet(graph_.work_count(), open); }
  void note_open(const WorkSet& asked) { note(analysis::open_among(graph_, asked.ids())); }
  void note_open_towards(const WorkSet& starts,
                         const WorkSet& ends,
                         RelationSet relations,
                         std::uint32_t limit = analysis::kAnyDepth) {
    note(analysis::open_towards(graph_, starts.ids(), ends.ids(), relations, limit));
  }

  const LineageGraph& graph_;
  WorkSet open_;
  std::vector<std::size_t> counts_;
};

}  // namespace

Evaluated evaluate(const Expression& expression, const LineageGraph& graph) {
  Evaluator evaluator(graph);
  WorkSet works = evaluator.set(expression);
  return std::move(evaluator).finished(std::move(works));
}

}  // namespace lineage::query
