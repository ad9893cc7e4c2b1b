#include "analysis/query/text_functions.h"

#include <utility>

#include "analysis/query/arguments.h"

namespace lineage::query {
namespace {

Parsed<Language> language(const Syntax& tree) {
  const std::optional<Language> found =
      tree.form == Form::Name ? language_named(tree.text) : std::nullopt;
  if (!found) {
    return query_error(tree.span, "expected a language here: ar, en, es, fr, ru or zh");
  }
  return *found;
}

Parsed<Expression> works(const Resolver& resolver,
                         const Syntax& call,
                         Result<std::vector<WorkId>> found) {
  if (!found) {
    return query_error(call.span, found.error().message, found.error().code);
  }
  Expression made = resolver.node(Op::Computed, call);
  made.label = printed(call);
  made.compute = [ids = std::move(*found)](const auto&) { return Made{ids}; };
  return made;
}

tl::unexpected<QueryError> no_library(const Syntax& call) {
  return query_error(call.span, "'" + call.text + "' asks for texts, which are not at hand here");
}

}  // namespace

Parsed<Expression> text_filter(const Resolver& resolver, const Syntax& call) {
  const Parsed<std::string> asked = words(call.parts[0], "text(\"cyber\")");
  if (!asked) {
    return tl::unexpected(asked.error());
  }
  std::optional<Language> in;
  if (call.parts.size() > 1) {
    const Parsed<Language> named = language(call.parts[1]);
    if (!named) {
      return tl::unexpected(named.error());
    }
    in = *named;
  }
  return resolver.library == nullptr
             ? no_library(call)
             : works(resolver, call, resolver.library->works_with(*asked, in));
}

Parsed<Expression> language_filter(const Resolver& resolver, const Syntax& call) {
  const Parsed<Language> asked = language(call.parts[0]);
  if (!asked) {
    return tl::unexpected(asked.error());
  }
  return resolver.library == nullptr ? no_library(call)
                                     : works(resolver, call, resolver.library->works_in(*asked));
}

Parsed<Expression> clauses_function(const Resolver& resolver, const Syntax& call) {
  Parsed<Expression> of = resolver.set(call.parts[0]);
  if (!of) {
    return of;
  }
  if (resolver.library == nullptr) {
    return no_library(call);
  }
  if (const auto at_hand = resolver.library->clauses(); !at_hand) {
    return query_error(call.span, at_hand.error().message, at_hand.error().code);
  }
  Expression made = resolver.node(Op::ClausesOf, call, operands_of(std::move(*of)));
  made.sort = Sort::Clauses;
  return made;
}

Parsed<Expression> clause_texts(const Resolver& resolver, const Syntax& call) {
  return resolver.set_of(Sort::Clauses, call.parts[0]).map([&](Expression of) {
    Expression made = resolver.node(Op::ClauseWorks, call, operands_of(std::move(of)));
    made.sort = Sort::Works;
    return made;
  });
}

}  // namespace lineage::query
