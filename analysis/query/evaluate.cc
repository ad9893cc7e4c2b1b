#include "analysis/query/evaluate.h"

#include <algorithm>
#include <utility>

#include "analysis/dominators.h"
#include "analysis/knowledge.h"
#include "analysis/query/evaluate_edges.h"
#include "analysis/query/members.h"
#include "analysis/query/reachability.h"
#include "analysis/query/scores.h"

namespace lineage::query {
namespace {

class Evaluator {
 public:
  Evaluator(const Expression& root, const Sources& sources)
      : graph_(*sources.graph),
        members_(sources),
        numbering_(numbered(root)),
        open_(graph_.work_count()),
        counts_(numbering_.entries.size(), 0) {}

  WorkSet set(const Expression& expression) {
    const Numbering::Entry entry = numbering_.entries.at(&expression);
    if (const auto known = kept_.find(&expression); known != kept_.end()) {
      return known->second;
    }
    WorkSet found = value(expression);
    if (expression.visible && expression.sort == Sort::Works) {
      found &= *expression.visible;
    }
    counts_[entry.number] = found.count();
    if (entry.uses > 1) {
      kept_.emplace(&expression, found);
    }
    return found;
  }

  Evaluated finished(const Expression& root) && {
    WorkSet works = set(root);
    return {root.sort, std::move(works), std::move(open_), std::move(counts_), std::move(notes_)};
  }

 private:
  WorkSet value(const Expression& expression) {
    switch (expression.op) {
      case Op::Works:
      case Op::Clauses:
        return {members_.count(expression.sort), expression.works};
      case Op::All:
        return members_.all(expression);
      case Op::Where:
        return members_.where(expression);
      case Op::EdgesWhere:
        return members_.edges_where(expression);
      case Op::Chain:
      case Op::Union:
        return joined(expression);
      case Op::Complement: {
        WorkSet rest = members_.all(expression);
        rest -= set(*expression.operands[0]);
        return rest;
      }
      case Op::Named:
        return set(*expression.operands[0]);
      case Op::Step:
      case Op::Reach:
        return followed(expression);
      case Op::Paths:
      case Op::Shortest:
      case Op::SomePath:
      case Op::Dominators:
        return between(expression);
      case Op::Extreme: {
        const WorkSet of = set(*expression.operands[0]);
        note_open_towards(of, of, expression);
        return extreme(graph_, of, expression.direction, follow_of(expression));
      }
      case Op::First:
      case Op::Latest:
      case Op::Top:
        return some(expression);
      case Op::Computed:
        return computed(expression);
      default:
        return of_another_sort(expression);
    }
  }

  WorkSet of_another_sort(const Expression& expression) {
    const WorkSet first = set(*expression.operands[0]);
    switch (expression.op) {
      case Op::Edges: {
        const WorkSet cited = expression.operands.size() > 1 ? set(*expression.operands[1]) : first;
        note(analysis::open_towards(graph_, first.ids(), cited.ids(), expression.relations, 0),
             expression);
        return edges_from_to(graph_, first, cited, follow_of(expression));
      }
      case Op::EdgeEnds:
        return edge_ends(graph_, first, expression.direction);
      case Op::Unresolved:
        return unresolved_in(graph_, first);
      case Op::ClausesOf:
        return clauses_of(members_.clauses(), first);
      case Op::ClauseWorks:
        return works_of(graph_, members_.clauses(), first);
      case Op::ClauseEdges:
        return edges_of(graph_, members_.clauses(), first, follow_of(expression));
      default:
        return WorkSet(members_.count(expression.sort));
    }
  }

  WorkSet joined(const Expression& expression) {
    WorkSet found = set(*expression.operands[0]);
    for (std::size_t i = 1; i < expression.operands.size(); ++i) {
      const WorkSet next = set(*expression.operands[i]);
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
    const WorkSet from = set(*expression.operands[0]);
    const Follow follow = follow_of(expression);
    const bool one = expression.op == Op::Step;
    WorkSet found = one ? step(graph_, from, expression.direction, follow)
                        : reached(graph_, from, expression.direction, follow, expression.limit);
    if (expression.direction == Direction::ToCiting) {
      note(analysis::open_citing(graph_, from.ids(), found.ids()), expression);
    } else if (one) {
      note_open(from, expression);
    } else if (expression.limit > 0) {
      // The lists of the last generation are not asked for.
      note_open(expression.limit == analysis::kAnyDepth
                    ? found
                    : reached(graph_, from, expression.direction, follow, expression.limit - 1),
                expression);
    }
    return found;
  }

  WorkSet between(const Expression& expression) {
    const WorkSet older = set(*expression.operands[0]);
    const WorkSet younger = set(*expression.operands[1]);
    const Follow follow = follow_of(expression);
    if (expression.op == Op::Shortest || expression.op == Op::SomePath) {
      WorkSet path = somepath(graph_, older, younger, follow);
      const std::size_t works = path.count();
      // A path that is no longer than the known one leaves the lists beyond its end unasked.
      if (works != 1) {
        note_open_towards(younger, older, expression,
                          works == 0 ? analysis::kAnyDepth : static_cast<std::uint32_t>(works - 2));
      }
      return expression.op == Op::SomePath ? path : shortest(graph_, older, younger, follow);
    }
    note_open_towards(younger, older, expression);
    if (expression.op == Op::Dominators) {
      return {graph_.work_count(),
              analysis::dominators(graph_, older.ids(), younger.ids(), follow)};
    }
    WorkSet found = reached(graph_, older, Direction::ToCiting, follow);
    found &= reached(graph_, younger, Direction::ToCited, follow);
    return found;
  }

  WorkSet some(const Expression& expression) {
    std::vector<WorkId> ids = set(*expression.operands[0]).ids();
    const std::size_t count = std::min<std::size_t>(expression.limit, ids.size());
    if (expression.op == Op::Latest) {
      std::ranges::reverse(ids);
    } else if (expression.op == Op::Top) {
      const std::vector<double> score = find_score(expression.score)->compute(graph_);
      std::ranges::stable_sort(ids, [&](WorkId a, WorkId b) { return score[a] > score[b]; });
      // A score counts citations of the whole store.
      WorkSet every(graph_.work_count());
      every.invert();
      note_open(every, expression);
    }
    ids.resize(count);
    return {members_.count(expression.sort), ids};
  }

  WorkSet computed(const Expression& expression) {
    std::vector<std::vector<WorkId>> operands;
    for (const Shared& operand : expression.operands) {
      operands.push_back(set(*operand).ids());
    }
    const Made made = expression.compute(operands);
    notes_.insert(notes_.end(), made.notes.begin(), made.notes.end());
    note(made.open, expression);
    WorkSet found(members_.count(expression.sort), made.works);
    if (expression.visible && expression.sort == Sort::Edges) {
      found &= members_.all(expression);
    }
    return found;
  }

  // What an asof(...) hides could not have cited anything.
  void note(const std::vector<WorkId>& open, const Expression& expression) {
    WorkSet found(graph_.work_count(), open);
    if (expression.visible) {
      found &= *expression.visible;
    }
    open_ |= found;
  }
  void note_open(const WorkSet& asked, const Expression& expression) {
    note(analysis::open_among(graph_, asked.ids()), expression);
  }
  void note_open_towards(const WorkSet& starts,
                         const WorkSet& ends,
                         const Expression& expression,
                         std::uint32_t limit = analysis::kAnyDepth) {
    note(analysis::open_towards(graph_, starts.ids(), ends.ids(), expression.relations, limit),
         expression);
  }

  const LineageGraph& graph_;
  Members members_;
  Numbering numbering_;
  WorkSet open_;
  std::vector<std::size_t> counts_;
  std::vector<std::string> notes_;
  std::unordered_map<const Expression*, WorkSet> kept_;
};

}  // namespace

Evaluated evaluate(const Expression& expression, const Sources& sources) {
  return Evaluator(expression, sources).finished(expression);
}

Evaluated evaluate(const Expression& expression, const LineageGraph& graph) {
  return evaluate(expression, Sources{&graph, nullptr});
}

}  // namespace lineage::query
