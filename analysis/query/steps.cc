#include "analysis/query/steps.h"

#include <utility>

#include "analysis/query/arguments.h"

namespace lineage::query {
namespace {

using analysis::kAnyDepth;

// The arguments behind the set of a step or a closure: relations and a depth, in any order, each
// also by its name.
struct Bounds {
  RelationSet relations;
  std::uint32_t depth = kAnyDepth;
};

tl::expected<Bounds, QueryError> bounds(const Resolver& resolver,
                                        const Syntax& call,
                                        std::uint32_t depth) {
  Bounds found{resolver.relations, depth};
  for (std::size_t i = 1; i < call.parts.size(); ++i) {
    const Syntax& argument = call.parts[i];
    const bool named = argument.form == Form::Setting;
    const Syntax& value = named ? argument.parts[0] : argument;
    if (named && argument.text != "depth" && argument.text != "types") {
      return query_error(argument.span, "'" + call.text + "' has no setting " +
                                            quoted(argument.text) +
                                            suggestion(argument.text, {"depth", "types"}));
    }
    if (named ? argument.text == "depth" : value.form == Form::Value) {
      const Parsed<std::uint32_t> limit = number(value);
      if (!limit) {
        return tl::unexpected(limit.error());
      }
      found.depth = *limit;
      continue;
    }
    Parsed<RelationSet> types = relation_set(value);
    if (!types) {
      return tl::unexpected(std::move(types.error()));
    }
    found.relations = *types;
    if (resolver.narrowed) {
      found.relations &= resolver.relations;
    }
  }
  return found;
}

Parsed<Expression> closure(const Resolver& resolver, const Syntax& call, Direction direction) {
  Parsed<Expression> from = resolver.set(call.parts[0]);
  const auto found = bounds(resolver, call, kAnyDepth);
  if (!from || !found) {
    return tl::unexpected(from ? found.error() : from.error());
  }
  Expression made = resolver.reach(call, std::move(*from), direction, found->depth);
  made.relations = found->relations;
  return made;
}

// What the clauses cite: the far ends of the edges that they prove.
Expression cited_in_clauses(const Resolver& resolver,
                            const Syntax& call,
                            Expression clauses,
                            RelationSet relations) {
  Expression edges = resolver.node(Op::ClauseEdges, call, operands_of(std::move(clauses)));
  edges.sort = Sort::Edges;
  edges.relations = relations;
  Expression works = resolver.node(Op::EdgeEnds, call, operands_of(std::move(edges)));
  works.sort = Sort::Works;
  works.direction = Direction::ToCited;
  return works;
}

// One edge, or with a depth up to that many: a step, then a closure of what is left of the depth.
Parsed<Expression> steps(const Resolver& resolver, const Syntax& call, Direction direction) {
  Parsed<Expression> from = resolver.any_set(call.parts[0]);
  const bool clauses = from && from->sort == Sort::Clauses && direction == Direction::ToCited;
  if (from && from->sort != Sort::Works && !clauses) {
    return resolver.set(call.parts[0]);  // says what is wrong
  }
  const auto found = bounds(resolver, call, 1);
  if (!from || !found) {
    return tl::unexpected(from ? found.error() : from.error());
  }
  if (found->depth == 0) {
    return query_error(call.span, "a depth of 0 goes nowhere; the least is 1");
  }
  Expression step = clauses ? cited_in_clauses(resolver, call, std::move(*from), found->relations)
                            : resolver.node(Op::Step, call, operands_of(std::move(*from)));
  step.direction = direction;
  step.relations = found->relations;
  if (found->depth == 1) {
    return step;
  }
  Expression rest = resolver.reach(call, std::move(step), direction, found->depth - 1);
  rest.relations = found->relations;
  return rest;
}

}  // namespace

Parsed<Expression> ancestors(const Resolver& resolver, const Syntax& call) {
  return closure(resolver, call, Direction::ToCited);
}
Parsed<Expression> descendants(const Resolver& resolver, const Syntax& call) {
  return closure(resolver, call, Direction::ToCiting);
}

Parsed<Expression> references(const Resolver& resolver, const Syntax& call) {
  return steps(resolver, call, Direction::ToCited);
}
Parsed<Expression> cited_by(const Resolver& resolver, const Syntax& call) {
  return steps(resolver, call, Direction::ToCiting);
}

Parsed<Expression> over(const Resolver& resolver, const Syntax& call) {
  Parsed<RelationSet> types = relation_set(call.parts[0]);
  if (!types) {
    return tl::unexpected(std::move(types.error()));
  }
  Resolver inner = resolver;
  inner.relations = *types;
  inner.narrowed = true;
  if (resolver.narrowed) {
    inner.relations &= resolver.relations;
  }
  return inner.any_set(call.parts[1]);
}

// Where a text's day is not known, it is hidden when all its possible days are later.
Parsed<Expression> asof(const Resolver& resolver, const Syntax& call) {
  const Syntax& when = call.parts[0];
  const bool forever = when.form == Form::Name && when.text == "forever";
  if (forever) {
    return resolver.any_set(call.parts[1]);
  }
  const Parsed<Interval<Date>> day = days(when);
  if (!day) {
    return query_error(when.span, day.error().message + ", or 'forever'");
  }
  WorkSet visible(resolver.graph->work_count());
  for (WorkId id = 0; id < resolver.graph->work_count(); ++id) {
    const Work& work = resolver.graph->work(id);
    const std::optional<DateSpan> span = work.symbol().possible_dates();
    const bool later = work.date ? day->last < *work.date : span && day->last < span->first;
    if (!later && (!resolver.visible || resolver.visible->contains(id))) {
      visible.insert(id);
    }
  }
  Resolver inner = resolver;
  inner.visible = std::make_shared<const WorkSet>(std::move(visible));
  return inner.any_set(call.parts[1]);
}

Parsed<Expression> present(const Resolver& resolver, const Syntax& call) {
  Parsed<Expression> found = resolver.any_set(call.parts[0]);
  if (!found && found.error().code == ErrorCode::NotFound) {
    return resolver.node(Op::Works, call);
  }
  return found;
}

Parsed<Expression> proper(const Resolver& resolver, const Syntax& call) {
  Parsed<Expression> closure = resolver.set(call.parts[0]);
  if (!closure) {
    return closure;
  }
  if (closure->op != Op::Reach) {
    return query_error(call.parts[0].span,
                       "'proper' takes the start away from a closure: '::x', 'x::', ancestors() or "
                       "descendants()");
  }
  Expression start = *closure->operands[0];
  Expression made =
      resolver.node(Op::Chain, call, operands_of(std::move(*closure), std::move(start)));
  made.signs = "~";
  return made;
}

Parsed<Expression> only(const Resolver& resolver, const Syntax& call) {
  Parsed<Expression> x = resolver.set(call.parts[0]);
  Parsed<Expression> y = resolver.set(call.parts[1]);
  if (!x || !y) {
    return x ? y : x;
  }
  Expression made =
      resolver.node(Op::Chain, call,
                    operands_of(resolver.reach(call.parts[0], std::move(*x), Direction::ToCited),
                                resolver.reach(call.parts[1], std::move(*y), Direction::ToCited)));
  made.signs = "~";
  return made;
}

}  // namespace lineage::query
