#include "analysis/query/resolver.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "analysis/query/arguments.h"
#include "analysis/query/functions.h"
#include "analysis/query/names.h"
#include "analysis/suggest.h"

namespace lineage::query {
namespace {

Parsed<std::vector<Expression>> sets(const Resolver& resolver, const std::vector<Syntax>& trees) {
  std::vector<Expression> found;
  for (const Syntax& tree : trees) {
    Parsed<Expression> one = resolver.any_set(tree);
    if (!one) {
      return tl::unexpected(std::move(one.error()));
    }
    found.push_back(std::move(*one));
  }
  return found;
}

// What of all texts is not in the set; of citations and clauses, all that are not.
Expression complement(const Resolver& resolver, const Syntax& tree, std::vector<Expression> of) {
  const bool works = of.front().sort == Sort::Works;
  Expression rest = resolver.node(Op::Complement, tree, std::move(of));
  Expression all = texts(resolver, tree);
  if (!works || all.op == Op::All) {
    return rest;
  }
  Expression made = resolver.node(Op::Chain, tree, operands_of(std::move(all), std::move(rest)));
  made.signs = "&";
  return made;
}

// An operator with its operands resolved.
Expression operation(const Resolver& resolver, const Syntax& tree, std::vector<Expression> parts) {
  switch (tree.form) {
    case Form::Ancestors:
      return resolver.reach(tree, std::move(parts[0]), Direction::ToCited);
    case Form::Descendants:
      return resolver.reach(tree, std::move(parts[0]), Direction::ToCiting);
    case Form::Between: {
      Expression between = resolver.node(
          Op::Chain, tree,
          operands_of(resolver.reach(tree.parts[1], std::move(parts[1]), Direction::ToCited),
                      resolver.reach(tree.parts[0], std::move(parts[0]), Direction::ToCited)));
      between.signs = "~";
      return between;
    }
    case Form::Paths: {
      Expression paths = resolver.node(Op::Paths, tree, std::move(parts));
      paths.relations = resolver.relations;
      return paths;
    }
    case Form::Not:
      return complement(resolver, tree, std::move(parts));
    case Form::Union:
      return resolver.node(Op::Union, tree, std::move(parts));
    default: {
      Expression chain = resolver.node(Op::Chain, tree, std::move(parts));
      chain.signs = tree.text;
      return chain;
    }
  }
}

std::string hint_for(Sort wanted, Sort given) {
  if (wanted == Sort::Works && given == Sort::Edges) {
    return "; 'citing(...)' and 'cited(...)' are the texts at their ends";
  }
  if (wanted == Sort::Works && given == Sort::Clauses) {
    return "; 'texts(...)' are the texts that they stand in";
  }
  return wanted == Sort::Edges && given == Sort::Works ? "; 'from(...)' and 'to(...)' are theirs"
                                                       : "";
}

// Operators join sets of one sort; those that follow citations take texts.
std::optional<QueryError> wrong_sort(const Syntax& tree, const std::vector<Expression>& parts) {
  const bool joins = tree.form == Form::Chain || tree.form == Form::Union || tree.form == Form::Not;
  const Sort wanted = joins ? parts.front().sort : Sort::Works;
  for (const Expression& part : parts) {
    if (part.sort != wanted) {
      return QueryError{ErrorCode::Usage, part.span,
                        "expected " + std::string(name_of(wanted)) + " here, and these are " +
                            std::string(name_of(part.sort)) + hint_for(wanted, part.sort)};
    }
  }
  return std::nullopt;
}

}  // namespace

std::string_view name_of(Sort sort) {
  switch (sort) {
    case Sort::Works:
      return "texts";
    case Sort::Edges:
      return "citations";
    case Sort::Mentions:
      return "unresolved mentions";
    case Sort::Clauses:
      return "clauses";
  }
  return "";
}

Expression Resolver::node(Op op, const Syntax& tree, std::vector<Expression> operands) const {
  Expression made;
  made.op = op;
  made.span = tree.span;
  made.visible = visible;
  for (Expression& operand : operands) {
    made.sort = operand.sort;
    made.depth = std::max(made.depth, operand.depth + 1);
    made.operands.push_back(std::make_shared<const Expression>(std::move(operand)));
  }
  return made;
}

Expression Resolver::reach(const Syntax& tree,
                           Expression from,
                           Direction direction,
                           std::uint32_t limit) const {
  Expression closure = node(Op::Reach, tree, operands_of(std::move(from)));
  closure.direction = direction;
  closure.relations = relations;
  closure.limit = limit;
  return closure;
}

Expression Resolver::computed(const Syntax& tree,
                              std::vector<Expression> operands,
                              decltype(Expression::compute) compute) const {
  Expression made = node(Op::Computed, tree, std::move(operands));
  made.sort = Sort::Works;
  made.label = printed(tree);
  made.relations = relations;
  made.compute = std::move(compute);
  return made;
}

Parsed<Expression> Resolver::set(const Syntax& tree) const { return set_of(Sort::Works, tree); }

Parsed<Expression> Resolver::set_of(Sort sort, const Syntax& tree) const {
  Parsed<Expression> found = any_set(tree);
  if (found && found->sort != sort) {
    return query_error(tree.span, "expected " + std::string(name_of(sort)) +
                                      " here, and these are " + std::string(name_of(found->sort)) +
                                      hint_for(sort, found->sort));
  }
  return found;
}

Parsed<Expression> Resolver::any_set(const Syntax& tree) const {
  switch (tree.form) {
    case Form::Symbol:
    case Form::Quoted:
      return symbol_set(*this, tree);
    case Form::Call:
      return resolve_call(*this, tree);
    case Form::Let:
      return let_set(*this, tree);
    case Form::Name:
      if (std::optional<Expression> found = named_set(*this, tree)) {
        return std::move(*found);
      }
      return no_set(tree);
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
      if (std::optional<QueryError> wrong = wrong_sort(tree, *parts)) {
        return tl::unexpected(std::move(*wrong));
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

Parsed<Expression> resolve(const Query& query, const Sources& sources) {
  Resolver resolver;
  resolver.graph = sources.graph;
  resolver.library = sources.library;
  resolver.relations = RelationSet::of(EdgeClass::Citation);
  return resolver.any_set(query.expression);
}

Parsed<Expression> resolve(const Query& query, const LineageGraph& graph) {
  return resolve(query, Sources{&graph, nullptr});
}

}  // namespace lineage::query
