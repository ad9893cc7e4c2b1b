#include "test/analysis/query/naive_evaluator.h"

#include <algorithm>
#include <stdexcept>

namespace lineage::query {
namespace {

constexpr std::size_t kFar = test::kUnreached - 1;

Set intersection(const Set& a, const Set& b) {
  Set found;
  std::ranges::set_intersection(a, b, std::inserter(found, found.end()));
  return found;
}
Set difference(const Set& a, const Set& b) {
  Set found;
  std::ranges::set_difference(a, b, std::inserter(found, found.end()));
  return found;
}
Set united(Set a, const Set& b) {
  a.insert(b.begin(), b.end());
  return a;
}

std::set<Relation> relations_of(const Syntax& types) {
  std::set<Relation> found;
  if (types.form == Form::Union) {
    for (const Syntax& part : types.parts) {
      found.merge(relations_of(part));
    }
    return found;
  }
  for (const RelationRow& row : relation_table()) {
    const bool citation = row.edge_class == EdgeClass::Citation;
    if (types.text == row.name || (types.text == "citation" && citation) ||
        (types.text == "institutional" && !citation)) {
      found.insert(row.relation);
    }
  }
  return found;
}

}  // namespace

bool NaiveEvaluator::seen(WorkId id, const Place& place) const {
  const Work& work = graph_.work(id);
  return !work.date || work.date->year() <= place.last_year;
}

bool NaiveEvaluator::follows(const Edge& edge, const Place& place) const {
  const bool relation = place.over ? place.over->contains(edge.relation)
                                   : row(edge.relation).edge_class == EdgeClass::Citation;
  return relation && seen(edge.source, place) && seen(edge.target, place);
}

test::Matrix NaiveEvaluator::hops(const Place& place, std::optional<WorkId> without) const {
  std::vector<EdgeId> kept;
  for (EdgeId id = 0; id < graph_.edge_count(); ++id) {
    const Edge& edge = graph_.edge(id);
    if (follows(edge, place) && edge.source != without && edge.target != without) {
      kept.push_back(id);
    }
  }
  return test::all_hops(graph_, kept);
}

NaiveEvaluator::Place NaiveEvaluator::narrowed(const Syntax& types, const Place& place) const {
  Place inner = place;
  inner.over = relations_of(types);
  if (place.over) {
    std::erase_if(*inner.over, [&](Relation r) { return !place.over->contains(r); });
  }
  return inner;
}

NaiveEvaluator::Place NaiveEvaluator::bounds(const Syntax& call,
                                             const Place& place,
                                             std::size_t& depth) const {
  Place inner = place;
  for (std::size_t i = 1; i < call.parts.size(); ++i) {
    if (call.parts[i].form == Form::Value) {
      depth = std::stoul(call.parts[i].text);
    } else {
      inner = narrowed(call.parts[i], place);
    }
  }
  return inner;
}

Set NaiveEvaluator::reached(const Set& from, const Place& place, bool up, std::size_t limit) const {
  const test::Matrix matrix = hops(place);
  return select(place, [&](WorkId id) {
    return std::ranges::any_of(from, [&](WorkId start) {
      return seen(start, place) && (up ? matrix[start][id] : matrix[id][start]) <= limit;
    });
  });
}

Set NaiveEvaluator::closure(const Syntax& tree, const Place& place, bool up) const {
  std::size_t limit = kFar;
  const Place inner = bounds(tree, place, limit);
  return reached(eval(tree.parts[0], place), inner, up, limit);
}

// A chain of exactly 1 to `limit` edges; one back to its start counts.
Set NaiveEvaluator::steps(const Syntax& tree, const Place& place, bool up) const {
  std::size_t limit = 1;
  const Place inner = bounds(tree, place, limit);
  Set found;
  Set now = eval(tree.parts[0], place);
  for (std::size_t i = 0; i < limit; ++i) {
    Set next;
    for (const Edge& edge : graph_.edges()) {
      if (follows(edge, inner) && now.contains(up ? edge.source : edge.target)) {
        next.insert(up ? edge.target : edge.source);
      }
    }
    found.insert(next.begin(), next.end());
    now = next;
  }
  return found;
}

Set NaiveEvaluator::extreme(const Set& of, const Place& place, bool heads) const {
  const test::Matrix matrix = hops(place);
  const auto leads = [&](WorkId a, WorkId b) { return matrix[a][b] != test::kUnreached; };
  Set found;
  for (const WorkId id : of) {
    if (std::ranges::none_of(of, [&](WorkId other) {
          return heads ? leads(other, id) && !leads(id, other)
                       : leads(id, other) && !leads(other, id);
        })) {
      found.insert(id);
    }
  }
  return found;
}

Set NaiveEvaluator::shortest(const Set& older, const Set& younger, const Place& place) const {
  const test::Matrix matrix = hops(place);
  std::uint32_t least = test::kUnreached;
  for (const WorkId start : younger) {
    for (const WorkId end : older) {
      least = std::min(least, matrix[start][end]);
    }
  }
  return select(place, [&](WorkId id) {
    return least != test::kUnreached && std::ranges::any_of(younger, [&](WorkId start) {
             return std::ranges::any_of(
                 older, [&](WorkId end) { return matrix[start][id] + matrix[id][end] == least; });
           });
  });
}

Set NaiveEvaluator::dominators(const Set& older, const Set& younger, const Place& place) const {
  const auto connected = [&](std::optional<WorkId> without) {
    const test::Matrix matrix = hops(place, without);
    return std::ranges::any_of(younger, [&](WorkId start) {
      return std::ranges::any_of(older, [&](WorkId end) {
        return start != without && end != without && matrix[start][end] != test::kUnreached;
      });
    });
  };
  if (!connected(std::nullopt)) {
    return {};
  }
  return select(place, [&](WorkId id) { return !connected(id); });
}

Set NaiveEvaluator::edges(const Syntax& tree, const Place& place) const {
  if (tree.form == Form::Chain) {
    const Set a = edges(tree.parts[0], place);
    const Set b = edges(tree.parts[1], place);
    return tree.text == "&" ? intersection(a, b) : difference(a, b);
  }
  Set found;
  const Set all = select(place, [](WorkId) { return true; });
  const bool verb = tree.text == "verb";
  const Set first = verb ? all : eval(tree.parts[0], place);
  const Set citing = tree.text == "to" ? all : first;
  const Set cited = tree.text == "from"                             ? all
                    : tree.text == "edges" && tree.parts.size() > 1 ? eval(tree.parts[1], place)
                                                                    : first;
  for (EdgeId id = 0; id < graph_.edge_count(); ++id) {
    const Edge& edge = graph_.edge(id);
    const bool relation =
        verb ? relations_of(tree.parts[0]).contains(edge.relation) : follows(edge, place);
    if (relation && citing.contains(edge.source) && cited.contains(edge.target)) {
      found.insert(id);
    }
  }
  return found;
}

Set NaiveEvaluator::call(const Syntax& tree, const Place& place) const {
  const std::string& name = tree.text;
  if (name == "all" || name == "none") {
    return select(place, [&](WorkId) { return name == "all"; });
  }
  if (name == "year") {
    return select(place, [&](WorkId id) {
      const Work& work = graph_.work(id);
      return work.date && work.date->year() == std::stoi(tree.parts[0].text);
    });
  }
  if (name == "over") {
    return eval(tree.parts[1], narrowed(tree.parts[0], place));
  }
  if (name == "asof") {
    Place inner = place;
    inner.last_year = std::min(place.last_year, std::stoi(tree.parts[0].text));
    return eval(tree.parts[1], inner);
  }
  if (name == "ancestors" || name == "descendants") {
    return closure(tree, place, name == "ancestors");
  }
  if (name == "references" || name == "cited_by") {
    return steps(tree, place, name == "references");
  }
  if (name == "citing" || name == "cited") {
    Set found;
    for (const EdgeId id : edges(tree.parts[0], place)) {
      found.insert(name == "citing" ? graph_.edge(id).source : graph_.edge(id).target);
    }
    return found;
  }
  const Set x = eval(tree.parts[0], place);
  if (name == "heads" || name == "roots") {
    return extreme(x, place, name == "heads");
  }
  if (name == "first" || name == "latest") {
    std::vector<WorkId> ids(x.begin(), x.end());
    if (name == "latest") {
      std::ranges::reverse(ids);
    }
    ids.resize(std::min<std::size_t>(ids.size(), std::stoul(tree.parts[1].text)));
    return {ids.begin(), ids.end()};
  }
  const Set y = eval(tree.parts[1], place);
  const auto both = [&](bool up) {
    return intersection(reached(x, place, up, kFar), reached(y, place, up, kFar));
  };
  if (name == "common") {
    return both(true);
  }
  if (name == "forkpoint") {
    return extreme(both(true), place, true);
  }
  if (name == "mergepoint") {
    return extreme(both(false), place, false);
  }
  if (name == "only") {
    return difference(reached(x, place, true, kFar), reached(y, place, true, kFar));
  }
  if (name == "shortest") {
    return shortest(x, y, place);
  }
  if (name == "dominators") {
    return dominators(x, y, place);
  }
  throw std::logic_error("the naive evaluator has no function " + name);
}

Set NaiveEvaluator::eval(const Syntax& tree, const Place& place) const {
  const auto part = [&](std::size_t i) { return eval(tree.parts[i], place); };
  switch (tree.form) {
    case Form::Symbol:
      return select(
          place, [&](WorkId id) { return graph_.work(id).symbol() == *Symbol::parse(tree.text); });
    case Form::Name:
      return select(place, [&](WorkId id) { return place.names.at(tree.text).contains(id); });
    case Form::Let: {
      Place inner = place;
      inner.names[tree.text] = part(0);
      return eval(tree.parts[1], inner);
    }
    case Form::Call:
      return call(tree, place);
    case Form::Ancestors:
      return reached(part(0), place, true, kFar);
    case Form::Descendants:
      return reached(part(0), place, false, kFar);
    case Form::Paths:
      return intersection(reached(part(0), place, false, kFar),
                          reached(part(1), place, true, kFar));
    case Form::Between:
      return difference(reached(part(1), place, true, kFar), reached(part(0), place, true, kFar));
    case Form::Not:
      return select(place, [&, inner = part(0)](WorkId id) { return !inner.contains(id); });
    case Form::Union:
    case Form::Chain: {
      Set found = part(0);
      for (std::size_t i = 1; i < tree.parts.size(); ++i) {
        const Set next = part(i);
        found = tree.form == Form::Union  ? united(found, next)
                : tree.text[i - 1] == '&' ? intersection(found, next)
                                          : difference(found, next);
      }
      return found;
    }
    default:
      throw std::logic_error("the naive evaluator has no such form: " + printed(tree));
  }
}

}  // namespace lineage::query
