#include "analysis/query/members.h"

#include "analysis/query/evaluate_edges.h"

namespace lineage::query {
namespace {

RelationSet all_relations() {
  RelationSet both = RelationSet::of(EdgeClass::Citation);
  both |= RelationSet::of(EdgeClass::Institutional);
  return both;
}

}  // namespace

std::span<const ClauseEntry> Members::clauses() const {
  const Result<std::span<const ClauseEntry>> found =
      library_ == nullptr ? std::span<const ClauseEntry>() : library_->clauses();
  return found ? *found : std::span<const ClauseEntry>();
}

std::size_t Members::count(Sort sort) const {
  switch (sort) {
    case Sort::Works:
      return graph_.work_count();
    case Sort::Edges:
      return graph_.edge_count();
    case Sort::Mentions:
      return graph_.unresolved().size();
    case Sort::Clauses:
      return clauses().size();
  }
  return 0;
}

WorkSet Members::all(const Expression& expression) const {
  WorkSet every(count(expression.sort));
  every.invert();
  if (expression.visible && expression.sort == Sort::Works) {
    every &= *expression.visible;
  } else if (expression.visible && expression.sort == Sort::Edges) {
    every =
        edges_from_to(graph_, *expression.visible, *expression.visible, {all_relations(), nullptr});
  }
  return every;
}

WorkSet Members::where(const Expression& expression) const {
  WorkSet found(graph_.work_count());
  for (WorkId id = 0; id < graph_.work_count(); ++id) {
    if (expression.holds(graph_.work(id))) {
      found.insert(id);
    }
  }
  return found;
}

WorkSet Members::edges_where(const Expression& expression) const {
  WorkSet found = all(expression);
  for (const EdgeId id : found.ids()) {
    if (!expression.edge_holds(id)) {
      found.erase(id);
    }
  }
  return found;
}

}  // namespace lineage::query
