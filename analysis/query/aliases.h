// Aliases: queries with a name and parameters, which a user keeps in a file.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/query/syntax.h"

namespace lineage::query {

struct Alias {
  std::string name;  // "resolutions", or "@poa" for one that is written like a body
  std::vector<std::string> parameters;
  Syntax body;
  std::string text;  // of the body
  std::string doc;   // a line for people

  // "resolutions(x)", "poa()", "@poa".
  [[nodiscard]] std::string signature() const;
};
using Aliases = std::vector<Alias>;

// Reads "name(x, y)" or "@name" and the query that it stands for. Errors: what is wrong with
// either, in one sentence; a name that a function of the language has.
[[nodiscard]] Parsed<Alias> alias_of(std::string_view signature, std::string_view text);

// The tree with every call of an alias replaced by its body, its parameters by the arguments;
// what came from an alias has the place of its call. Errors: arguments that do not fit, an alias
// that leads back to itself, and a query that grows beyond kMostParts.
[[nodiscard]] Parsed<Syntax> expanded(const Syntax& tree, const Aliases& aliases);

}  // namespace lineage::query
