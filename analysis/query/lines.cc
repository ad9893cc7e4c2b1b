#include "analysis/query/lines.h"

#include <utility>

#include "analysis/query/scores.h"

namespace lineage::query {
namespace {

Expression extreme(const Resolver& resolver, const Syntax& call, Expression of, Direction side) {
  Expression made = resolver.node(Op::Extreme, call, operands_of(std::move(of)));
  made.direction = side;
  made.relations = resolver.relations;
  return made;
}

// What the closures of all arguments share: "::x & ::y".
Parsed<Expression> shared(const Resolver& resolver, const Syntax& call, Direction direction) {
  std::vector<Expression> closures;
  for (const Syntax& argument : call.parts) {
    Parsed<Expression> one = resolver.set(argument);
    if (!one) {
      return one;
    }
    closures.push_back(resolver.reach(argument, std::move(*one), direction));
  }
  Expression all = resolver.node(Op::Chain, call, std::move(closures));
  all.signs.assign(call.parts.size() - 1, '&');
  return all;
}

Parsed<Expression> two_ends(Op op, const Resolver& resolver, const Syntax& call) {
  std::vector<Expression> ends;
  for (const Syntax& argument : call.parts) {
    Parsed<Expression> one = resolver.set(argument);
    if (!one) {
      return one;
    }
    ends.push_back(std::move(*one));
  }
  Expression made = resolver.node(op, call, std::move(ends));
  made.relations = resolver.relations;
  return made;
}

Parsed<Expression> some_of(Op op, const Resolver& resolver, const Syntax& call) {
  Parsed<Expression> from =
      op == Op::Top ? resolver.set(call.parts[0]) : resolver.any_set(call.parts[0]);
  if (!from) {
    return from;
  }
  Expression made = resolver.node(op, call, operands_of(std::move(*from)));
  const Parsed<std::uint32_t> limit =
      call.parts.size() == (op == Op::Top ? 2 : 1) ? 1 : number(call.parts.back());
  if (!limit) {
    return tl::unexpected(limit.error());
  }
  made.limit = *limit;
  if (op == Op::Top) {
    const Syntax& score = call.parts[1];
    if (score.form != Form::Name || find_score(score.text) == nullptr) {
      return query_error(score.span,
                         "no score " + quoted(score.text) + suggestion(score.text, score_names()));
    }
    made.score = score.text;
  }
  return made;
}

}  // namespace

Parsed<Expression> heads(const Resolver& resolver, const Syntax& call) {
  return resolver.set(call.parts[0]).map([&](Expression of) {
    return extreme(resolver, call, std::move(of), Direction::ToCiting);
  });
}
Parsed<Expression> roots(const Resolver& resolver, const Syntax& call) {
  return resolver.set(call.parts[0]).map([&](Expression of) {
    return extreme(resolver, call, std::move(of), Direction::ToCited);
  });
}

Parsed<Expression> common(const Resolver& resolver, const Syntax& call) {
  return shared(resolver, call, Direction::ToCited);
}
Parsed<Expression> forkpoint(const Resolver& resolver, const Syntax& call) {
  return shared(resolver, call, Direction::ToCited).map([&](Expression of) {
    return extreme(resolver, call, std::move(of), Direction::ToCiting);
  });
}
Parsed<Expression> mergepoint(const Resolver& resolver, const Syntax& call) {
  return shared(resolver, call, Direction::ToCiting).map([&](Expression of) {
    return extreme(resolver, call, std::move(of), Direction::ToCited);
  });
}

Parsed<Expression> allpaths(const Resolver& resolver, const Syntax& call) {
  return two_ends(Op::Paths, resolver, call);
}
Parsed<Expression> shortest_paths(const Resolver& resolver, const Syntax& call) {
  return two_ends(Op::Shortest, resolver, call);
}
Parsed<Expression> some_path(const Resolver& resolver, const Syntax& call) {
  return two_ends(Op::SomePath, resolver, call);
}
Parsed<Expression> dominators(const Resolver& resolver, const Syntax& call) {
  return two_ends(Op::Dominators, resolver, call);
}
Parsed<Expression> first(const Resolver& resolver, const Syntax& call) {
  return some_of(Op::First, resolver, call);
}
Parsed<Expression> latest(const Resolver& resolver, const Syntax& call) {
  return some_of(Op::Latest, resolver, call);
}
Parsed<Expression> top(const Resolver& resolver, const Syntax& call) {
  return some_of(Op::Top, resolver, call);
}

}  // namespace lineage::query
