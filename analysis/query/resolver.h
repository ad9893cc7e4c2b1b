// Between syntax tree and expression: looks names up. The functions of the table get one of these.
// Internal to analysis/query.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/query/expression.h"

namespace lineage::query {

// What holds at one place of a query: a value, copied and narrowed on the way down.
struct Resolver {
  const LineageGraph* graph = nullptr;
  const Library* library = nullptr;
  RelationSet relations;                                   // that closures follow here
  bool narrowed = false;                                   // by an over(...) around this place
  std::shared_ptr<const WorkSet> visible = {};             // within an asof(...), else null
  std::vector<std::pair<std::string, Shared>> names = {};  // by let, the innermost last

  // A set of texts; a set of anything else is an error.
  [[nodiscard]] Parsed<Expression> set(const Syntax& tree) const;
  [[nodiscard]] Parsed<Expression> set_of(Sort sort, const Syntax& tree) const;
  [[nodiscard]] Parsed<Expression> any_set(const Syntax& tree) const;

  // A node with operands, at the place of `tree`; its sort is that of the operands, if any.
  [[nodiscard]] Expression node(Op op,
                                const Syntax& tree,
                                std::vector<Expression> operands = {}) const;
  [[nodiscard]] Expression reach(const Syntax& tree,
                                 Expression from,
                                 Direction direction,
                                 std::uint32_t limit = analysis::kAnyDepth) const;
  // What a function of works makes of sets of works. `label`: equal ones mean the same.
  [[nodiscard]] Expression computed(const Syntax& tree,
                                    std::vector<Expression> operands,
                                    decltype(Expression::compute) compute) const;
};

// What "types" names: relations, "citation" or "institutional", joined by '|'.
[[nodiscard]] Parsed<RelationSet> relation_set(const Syntax& tree);
[[nodiscard]] Parsed<std::uint32_t> number(const Syntax& tree);

// "; did you mean ...?" for the nearest of `names`, else "; it is one of ..." where they are few.
[[nodiscard]] std::string suggestion(std::string_view typed,
                                     const std::vector<std::string_view>& names);

// Operands as a list, which cannot be written with braces, since expressions move.
template <typename... Operands>
[[nodiscard]] std::vector<Expression> operands_of(Operands... operands) {
  std::vector<Expression> list;
  list.reserve(sizeof...(operands));
  (list.push_back(std::move(operands)), ...);
  return list;
}

}  // namespace lineage::query
