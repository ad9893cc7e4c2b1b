#include "analysis/query/aliases.h"

#include <algorithm>
#include <map>
#include <utility>

#include "analysis/query/functions.h"
#include "analysis/query/lexer.h"
#include "analysis/query/parser.h"

namespace lineage::query {
namespace {

constexpr std::size_t kDeepestAlias = 20;

class Expander {
 public:
  explicit Expander(const Aliases& aliases) : aliases_(aliases) {}

  using Bindings = std::map<std::string, Syntax>;  // a parameter, or a set renamed

  // `at`: the place of the call in the query's text, nothing in the query itself.
  Parsed<Syntax> expand(const Syntax& tree, const Bindings& bindings, const TextSpan* at) {
    if (++parts_ > kMostParts) {
      return query_error(
          at == nullptr ? tree.span : *at,
          "the aliases make this query longer than " + std::to_string(kMostParts) + " parts");
    }
    if (tree.form == Form::Name) {
      if (const auto bound = bindings.find(tree.text); bound != bindings.end()) {
        parts_ += size_of(bound->second);
        return bound->second;
      }
    }
    if (const Alias* alias = find(tree)) {
      return call(*alias, tree, bindings, at);
    }
    Bindings inner = bindings;
    Syntax copy = tree;
    copy.span = at == nullptr ? tree.span : *at;
    if (tree.form == Form::Let && at != nullptr) {
      // A name of the alias must not catch one of the caller.
      copy.text = tree.text + "'" + std::to_string(++renamed_);
      inner[tree.text] = {Form::Name, *at, copy.text, {}};
    } else if (tree.form == Form::Let) {
      inner.erase(tree.text);
    }
    for (std::size_t i = 0; i < copy.parts.size(); ++i) {
      const bool body = tree.form == Form::Let && i == 1;
      Parsed<Syntax> part = expand(tree.parts[i], body ? inner : bindings, at);
      if (!part) {
        return part;
      }
      copy.parts[i] = std::move(*part);
    }
    return copy;
  }

 private:
  static std::size_t size_of(const Syntax& tree) {
    std::size_t size = 1;
    for (const Syntax& part : tree.parts) {
      size += size_of(part);
    }
    return size;
  }

  [[nodiscard]] const Alias* find(const Syntax& tree) const {
    if (tree.form != Form::Call && tree.form != Form::Symbol) {
      return nullptr;
    }
    const auto found = std::ranges::find(aliases_, tree.text, &Alias::name);
    return found == aliases_.end() ? nullptr : &*found;
  }

  Parsed<Syntax> call(const Alias& alias,
                      const Syntax& tree,
                      const Bindings& bindings,
                      const TextSpan* at) {
    const TextSpan place = at == nullptr ? tree.span : *at;
    if (tree.parts.size() != alias.parameters.size()) {
      return query_error(place, "'" + alias.name + "' is written " + alias.signature() +
                                    "; here it has " + std::to_string(tree.parts.size()) +
                                    " argument" + (tree.parts.size() == 1 ? "" : "s"));
    }
    if (std::ranges::find(open_, alias.name) != open_.end() || open_.size() == kDeepestAlias) {
      return query_error(place, "the alias '" + alias.name + "' leads back to itself");
    }
    Bindings own;
    for (std::size_t i = 0; i < tree.parts.size(); ++i) {
      Parsed<Syntax> argument = expand(tree.parts[i], bindings, at);
      if (!argument) {
        return argument;
      }
      own.emplace(alias.parameters[i], std::move(*argument));
    }
    open_.push_back(alias.name);
    Parsed<Syntax> body = expand(alias.body, own, &place);
    open_.pop_back();
    return body;
  }

  const Aliases& aliases_;
  std::vector<std::string> open_;
  std::size_t parts_ = 0;
  std::size_t renamed_ = 0;
};

tl::unexpected<QueryError> bad_signature(std::string_view signature) {
  return query_error(
      {}, "an alias is named as 'name(x, y)', 'name()' or '@name', not " + quoted(signature));
}

}  // namespace

std::string Alias::signature() const {
  std::string written = name;
  if (name.starts_with('@')) {
    return written;
  }
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    written += (i == 0 ? "(" : ", ") + parameters[i];
  }
  return written + (parameters.empty() ? "()" : ")");
}

Parsed<Alias> alias_of(std::string_view signature, std::string_view text) {
  const Parsed<Query> head = parse(signature);
  const bool body_name =
      head && head->expression.form == Form::Symbol && signature.starts_with('@');
  if (!head || !head->output.empty() ||
      !(body_name || head->expression.form == Form::Call || head->expression.form == Form::Name)) {
    return bad_signature(signature);
  }
  Alias alias;
  alias.name = head->expression.text;
  for (const Syntax& parameter : head->expression.parts) {
    if (parameter.form != Form::Name) {
      return bad_signature(signature);
    }
    alias.parameters.push_back(parameter.text);
  }
  if (std::ranges::find(functions(), alias.name, &Function::name) != functions().end()) {
    return query_error({}, "'" + alias.name + "' is a function of the language");
  }
  Parsed<Query> body = parse(text);
  if (!body) {
    return tl::unexpected(std::move(body.error()));
  }
  if (!body->output.empty()) {
    return query_error(body->output_span, "an alias names a set and has no output of its own");
  }
  alias.body = std::move(body->expression);
  alias.text = text;
  return alias;
}

Parsed<Syntax> expanded(const Syntax& tree, const Aliases& aliases) {
  return aliases.empty() ? Parsed<Syntax>(tree) : Expander(aliases).expand(tree, {}, nullptr);
}

}  // namespace lineage::query
