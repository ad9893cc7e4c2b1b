#include "analysis/query/resolver.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "analysis/find_work.h"
#include "analysis/query/functions.h"
#include "analysis/suggest.h"
#include "graph/symbol.h"

namespace lineage::query {
namespace {

Parsed<Expression> symbol(const Resolver& resolver, const Syntax& tree) {
  const Result<Symbol> symbol = Symbol::parse(tree.text);
  if (!symbol) {
    return query_error(tree.span, quoted(tree.text) + " is no symbol that Lineage reads");
  }
  const Result<WorkId> id = analysis::find_work(*resolver.graph, *symbol);
  if (!id) {
    return query_error(tree.span, id.error().message, id.error().code);
  }
  Expression works = node(Op::Works, tree, {});
  works.works = {*id};
  return works;
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

Parsed<std::vector<Expression>> sets(const Resolver& resolver, const std::vector<Syntax>& trees) {
  std::vector<Expression> found;
  for (const Syntax& tree : trees) {
    Parsed<Expression> one = resolver.set(tree);
    if (!one) {
      return tl::unexpected(std::move(one.error()));
    }
    found.push_back(std::move(*one));
  }
  return found;
}

// An operator with its operands resolved.
Expression operation(const Resolver& resolver, const Syntax& tree, std::vector<Expression> parts) {
  switch (tree.form) {
    case Form::Ancestors:
      return reach(resolver, tree, std::move(parts[0]), Direction::ToCited);
    case Form::Descendants:
      return reach(resolver, tree, std::move(parts[0]), Direction::ToCiting);
    case Form::Between: {
      std::vector<Expression> closures;
      closures.push_back(reach(resolver, tree.parts[1], std::move(parts[1]), Direction::ToCited));
      closures.push_back(reach(resolver, tree.parts[0], std::move(parts[0]), Direction::ToCited));
      Expression between = node(Op::Chain, tree, std::move(closures));
      between.signs = "~";
      return between;
    }
    case Form::Paths: {
      Expression paths = node(Op::Paths, tree, std::move(parts));
      paths.relations = resolver.relations;
      return paths;
    }
    case Form::Not:
      return node(Op::Complement, tree, std::move(parts));
    case Form::Union:
      return node(Op::Union, tree, std::move(parts));
    default: {
      Expression chain = node(Op::Chain, tree, std::move(parts));
      chain.signs = tree.text;
      return chain;
    }
  }
}

void collect(const Expression& expression, std::vector<WorkId>& works) {
  works.insert(works.end(), expression.works.begin(), expression.works.end());
  for (const Expression& operand : expression.operands) {
    collect(operand, works);
  }
}

}  // namespace

Expression node(Op op, const Syntax& tree, std::vector<Expression> operands) {
  Expression made;
  made.op = op;
  made.span = tree.span;
  made.operands = std::move(operands);
  return made;
}

Expression reach(const Resolver& resolver,
                 const Syntax& tree,
                 Expression from,
                 Direction direction,
                 std::uint32_t limit) {
  std::vector<Expression> operands;
  operands.push_back(std::move(from));
  Expression closure = node(Op::Reach, tree, std::move(operands));
  closure.direction = direction;
  closure.relations = resolver.relations;
  closure.limit = limit;
  return closure;
}

Parsed<Expression> Resolver::set(const Syntax& tree) const {
  switch (tree.form) {
    case Form::Symbol:
    case Form::Quoted:
      return symbol(*this, tree);
    case Form::Call:
      return resolve_call(*this, tree);
    case Form::Name:
    case Form::Value:
    case Form::Setting:
    case Form::From:
    case Form::UpTo:
      return no_set(tree);
    default: {
      Parsed<std::vector<Expression>> parts = sets(*this, tree.parts);
      if (!parts) {
        return tl::unexpected(std::move(parts.error()));
      }
      return operation(*this, tree, std::move(*parts));
    }
  }
}

std::string suggestion(std::string_view typed, const std::vector<std::string_view>& names) {
  const std::vector<std::string> near = analysis::nearest(typed, names);
  if (!near.empty() || names.size() > 15) {
    return analysis::did_you_mean(near);
  }
  std::string text;
  for (const std::string_view name : names) {
    text += (text.empty() ? "; it is one of " : ", ") + std::string(name);
  }
  return text;
}

Parsed<RelationSet> relation_set(const Syntax& tree) {
  RelationSet set;
  if (tree.form == Form::Union) {
    for (const Syntax& part : tree.parts) {
      const Parsed<RelationSet> one = relation_set(part);
      if (!one) {
        return one;
      }
      set |= *one;
    }
    return set;
  }
  if (tree.form != Form::Name) {
    return query_error(tree.span, "expected relations here, such as 'recalls|reaffirms'");
  }
  if (tree.text == "citation" || tree.text == "institutional") {
    return RelationSet::of(tree.text == "citation" ? EdgeClass::Citation
                                                   : EdgeClass::Institutional);
  }
  if (const std::optional<Relation> relation = relation_named(tree.text)) {
    set.insert(*relation);
    return set;
  }
  std::vector<std::string_view> names{"citation", "institutional"};
  for (const RelationRow& row : relation_table()) {
    names.push_back(row.name);
  }
  return query_error(tree.span, "no relation " + quoted(tree.text) + suggestion(tree.text, names));
}

Parsed<std::uint32_t> number(const Syntax& tree) {
  std::uint32_t value = 0;
  const char* end = tree.text.data() + tree.text.size();
  const auto [stop, error] = std::from_chars(tree.text.data(), end, value);
  if (tree.form != Form::Value || error != std::errc() || stop != end) {
    return query_error(tree.span, "expected a whole number here");
  }
  return value;
}

Parsed<Expression> resolve(const Query& query, const LineageGraph& graph) {
  const Resolver resolver{&graph, RelationSet::of(EdgeClass::Citation), false};
  return resolver.set(query.expression);
}

std::vector<WorkId> named_works(const Expression& expression) {
  std::vector<WorkId> works;
  collect(expression, works);
  std::ranges::sort(works);
  works.erase(std::unique(works.begin(), works.end()), works.end());
  return works;
}

}  // namespace lineage::query
