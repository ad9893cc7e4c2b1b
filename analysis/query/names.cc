#include "analysis/query/names.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "analysis/find_work.h"
#include "analysis/query/functions.h"
#include "analysis/suggest.h"
#include "graph/symbol.h"

namespace lineage::query {
namespace {

constexpr std::uint32_t kDeepestExpression = 1000;

Parsed<Expression> symbol(const Resolver& resolver, const Syntax& tree, std::string_view text) {
  const Result<Symbol> symbol = Symbol::parse(text);
  if (!symbol) {
    return query_error(tree.span, quoted(text) + " is no symbol that Lineage reads");
  }
  const Result<WorkId> id = analysis::find_work(*resolver.graph, *symbol);
  if (!id) {
    return query_error(tree.span, id.error().message, id.error().code);
  }
  Expression works = resolver.node(Op::Works, tree);
  works.works = {*id};
  return works;
}

// "78/16#op4": one clause of the library's list.
Parsed<Expression> clause(const Resolver& resolver, const Syntax& tree) {
  const std::size_t mark = tree.text.find('#');
  const Parsed<Expression> work =
      symbol(resolver, tree, std::string_view(tree.text).substr(0, mark));
  if (!work) {
    return work;
  }
  if (resolver.library == nullptr) {
    return query_error(tree.span, "clauses are not at hand here");
  }
  const Result<std::span<const ClauseEntry>> clauses = resolver.library->clauses();
  if (!clauses) {
    return query_error(tree.span, clauses.error().message, clauses.error().code);
  }
  const std::string place = tree.text.substr(mark + 1);
  std::vector<std::string> places;
  for (std::size_t i = 0; i < clauses->size(); ++i) {
    const ClauseEntry& entry = (*clauses)[i];
    if (entry.work != work->works.front()) {
      continue;
    }
    if (entry.place == place) {
      Expression found = resolver.node(Op::Clauses, tree);
      found.sort = Sort::Clauses;
      found.works = {static_cast<WorkId>(i)};
      return found;
    }
    places.push_back(entry.place);
  }
  const std::vector<std::string_view> names(places.begin(), places.end());
  return query_error(
      tree.span,
      quoted(tree.text.substr(0, mark)) +
          (places.empty() ? " has no clauses: no text of it is held"
                          : " has no clause " + quoted(place) + suggestion(place, names)),
      ErrorCode::NotFound);
}

}  // namespace

Parsed<Expression> symbol_set(const Resolver& resolver, const Syntax& tree) {
  return tree.form == Form::Symbol && tree.text.find('#') != std::string::npos
             ? clause(resolver, tree)
             : symbol(resolver, tree, std::string_view(tree.text));
}

// A name that a let gave, nothing for any other.
std::optional<Expression> named_set(const Resolver& resolver, const Syntax& tree) {
  for (std::size_t i = resolver.names.size(); i > 0; --i) {
    const auto& [name, value] = resolver.names[i - 1];
    if (name == tree.text) {
      Expression found = resolver.node(Op::Named, tree);
      found.sort = value->sort;
      found.label = name;
      found.depth = value->depth + 1;
      found.operands = {value};
      return found;
    }
  }
  return std::nullopt;
}

// "let name = value in body": the value is resolved where it stands, so an over(...) in the body
// does not reach it.
Parsed<Expression> let_set(const Resolver& resolver, const Syntax& tree) {
  Parsed<Expression> value = resolver.any_set(tree.parts[0]);
  if (!value) {
    return value;
  }
  if (value->depth > kDeepestExpression) {
    return query_error(tree.parts[0].span, "names within names are nested deeper than " +
                                               std::to_string(kDeepestExpression) + " parts");
  }
  Resolver inner = resolver;
  inner.names.emplace_back(tree.text, std::make_shared<const Expression>(std::move(*value)));
  return inner.any_set(tree.parts[1]);
}

tl::unexpected<QueryError> no_set(const Syntax& tree) {
  switch (tree.form) {
    case Form::Name: {
      std::vector<std::string_view> names;
      for (const Function& function : functions()) {
        names.push_back(function.name);
      }
      const bool known = std::ranges::find(names, tree.text) != names.end();
      return query_error(tree.span, quoted(tree.text) + " alone is no set of texts" +
                                        (known ? "; a function has brackets: '" + tree.text + "()'"
                                               : suggestion(tree.text, names)));
    }
    case Form::Value:
      return query_error(tree.span, quoted(tree.text) +
                                        " is no set of texts; a symbol is written "
                                        "'78/16' or '1540(2004)'");
    case Form::Setting:
      return query_error(tree.span, quoted(tree.text) + " is no setting of this function");
    default:
      return query_error(tree.span,
                         "'..' between texts needs one on both sides; all that y rests "
                         "on is '::y'");
  }
}

}  // namespace lineage::query
