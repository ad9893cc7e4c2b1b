#include "analysis/query/functions.h"

#include <array>
#include <utility>

#include "analysis/query/filters.h"
#include "analysis/query/scores.h"

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
  Expression made = reach(resolver, call, std::move(*from), direction, found->depth);
  made.relations = found->relations;
  return made;
}

Parsed<Expression> ancestors(const Resolver& resolver, const Syntax& call) {
  return closure(resolver, call, Direction::ToCited);
}
Parsed<Expression> descendants(const Resolver& resolver, const Syntax& call) {
  return closure(resolver, call, Direction::ToCiting);
}

// One edge, or with a depth up to that many: a step, then a closure of what is left of the depth.
Parsed<Expression> steps(const Resolver& resolver, const Syntax& call, Direction direction) {
  Parsed<Expression> from = resolver.set(call.parts[0]);
  const auto found = bounds(resolver, call, 1);
  if (!from || !found) {
    return tl::unexpected(from ? found.error() : from.error());
  }
  if (found->depth == 0) {
    return query_error(call.span, "a depth of 0 goes nowhere; the least is 1");
  }
  std::vector<Expression> operands;
  operands.push_back(std::move(*from));
  Expression step = node(Op::Step, call, std::move(operands));
  step.direction = direction;
  step.relations = found->relations;
  if (found->depth == 1) {
    return step;
  }
  Expression rest = reach(resolver, call, std::move(step), direction, found->depth - 1);
  rest.relations = found->relations;
  return rest;
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
  return inner.set(call.parts[1]);
}

Expression extreme(const Resolver& resolver, const Syntax& call, Expression of, Direction side) {
  std::vector<Expression> operands;
  operands.push_back(std::move(of));
  Expression made = node(Op::Extreme, call, std::move(operands));
  made.direction = side;
  made.relations = resolver.relations;
  return made;
}

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

// What the closures of all arguments share: "::x & ::y".
Parsed<Expression> shared(const Resolver& resolver, const Syntax& call, Direction direction) {
  std::vector<Expression> closures;
  for (const Syntax& argument : call.parts) {
    Parsed<Expression> one = resolver.set(argument);
    if (!one) {
      return one;
    }
    closures.push_back(reach(resolver, argument, std::move(*one), direction));
  }
  Expression all = node(Op::Chain, call, std::move(closures));
  all.signs.assign(call.parts.size() - 1, '&');
  return all;
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

template <Op op>
Parsed<Expression> two_ends(const Resolver& resolver, const Syntax& call) {
  std::vector<Expression> ends;
  for (const Syntax& argument : call.parts) {
    Parsed<Expression> one = resolver.set(argument);
    if (!one) {
      return one;
    }
    ends.push_back(std::move(*one));
  }
  Expression made = node(op, call, std::move(ends));
  made.relations = resolver.relations;
  return made;
}

template <Op op>
Parsed<Expression> some_of(const Resolver& resolver, const Syntax& call) {
  Parsed<Expression> from = resolver.set(call.parts[0]);
  if (!from) {
    return from;
  }
  std::vector<Expression> operands;
  operands.push_back(std::move(*from));
  Expression made = node(op, call, std::move(operands));
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

constexpr std::size_t kMany = 20;

constexpr std::array kFunctions{
    Function{"all", "all()", "every text of the store", 0, 0, all_works},
    Function{"none", "none()", "no text", 0, 0, no_works},
    Function{"kind", "kind(report|decision)", "texts of these kinds", 1, 1, kind_filter},
    Function{"organ", "organ(GA|SC)", "texts of these bodies", 1, 1, organ_filter},
    Function{"session", "session(65..79)", "texts of regular General Assembly sessions", 1, 1,
             session_filter},
    Function{"year", "year(2015..2021)", "texts dated in these years", 1, 1, year_filter},
    Function{"date", "date(2015-01-01..2016-06-30)",
             "texts dated on these days; also after:DATE "
             "and before:DATE",
             1, 1, date_filter},
    Function{"status", "status(held|catalogued|cited)", "how much of a text is at hand", 1, 1,
             status_filter},
    Function{"list", "list(known|partial|unknown)", "how much of a citation list is known", 1, 1,
             list_filter},
    Function{"title", "title(\"words\")", "texts with these words in the title", 1, 1,
             title_filter},
    Function{"wanted", "wanted(x)", "texts of x, or of the store, of which none is held", 0, 1,
             wanted_filter},
    Function{"references", "references(x, types, depth)", "what the texts of x cite", 1, 3,
             references},
    Function{"cited_by", "cited_by(x, types, depth)", "what cites the texts of x", 1, 3, cited_by},
    Function{"ancestors", "ancestors(x, types, depth)", "x and all that it builds on", 1, 3,
             ancestors},
    Function{"descendants", "descendants(x, types, depth)", "x and all that builds on it", 1, 3,
             descendants},
    Function{"over", "over(types, x)", "x with only edges of these relations followed", 2, 2, over},
    Function{"heads", "heads(x)", "texts of x that no other of x builds on", 1, 1, heads},
    Function{"roots", "roots(x)", "texts of x that build on no other of x", 1, 1, roots},
    Function{"common", "common(x, y)", "what x and y both build on", 2, kMany, common},
    Function{"forkpoint", "forkpoint(x, y)", "the heads of what x and y both build on", 2, kMany,
             forkpoint},
    Function{"mergepoint", "mergepoint(x, y)", "the roots of what builds on both x and y", 2, kMany,
             mergepoint},
    Function{"allpaths", "allpaths(x, y)", "all texts on paths from y back to x", 2, 2,
             two_ends<Op::Paths>},
    Function{"shortest", "shortest(x, y)", "all texts on the shortest paths from y back to x", 2, 2,
             two_ends<Op::Shortest>},
    Function{"somepath", "somepath(x, y)", "the texts of one shortest path", 2, 2,
             two_ends<Op::SomePath>},
    Function{"dominators", "dominators(x, y)", "the texts that no path from y back to x avoids", 2,
             2, two_ends<Op::Dominators>},
    Function{"first", "first(x, n)", "the n oldest texts of x", 1, 2, some_of<Op::First>},
    Function{"latest", "latest(x, n)", "the n youngest texts of x", 1, 2, some_of<Op::Latest>},
    Function{"top", "top(x, score, n)", "the n texts of x with the highest score", 2, 3,
             some_of<Op::Top>},
};

}  // namespace

std::span<const Function> functions() { return kFunctions; }

Parsed<Expression> resolve_call(const Resolver& resolver, const Syntax& call) {
  std::vector<std::string_view> names;
  for (const Function& function : functions()) {
    names.push_back(function.name);
    if (function.name != call.text) {
      continue;
    }
    if (call.parts.size() < function.least || call.parts.size() > function.most) {
      return query_error(call.span, "'" + call.text + "' is written " +
                                        std::string(function.signature) + "; here it has " +
                                        std::to_string(call.parts.size()) + " argument" +
                                        (call.parts.size() == 1 ? "" : "s"));
    }
    return function.resolve(resolver, call);
  }
  const TextSpan name{call.span.begin, call.span.begin + call.text.size()};
  return query_error(name, "no function " + quoted(call.text) + suggestion(call.text, names));
}

}  // namespace lineage::query
