// Between syntax tree and expression: looks names up. The functions of the table get one of these.
// Internal to analysis/query.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/query/expression.h"

namespace lineage::query {

struct Resolver {
  const LineageGraph* graph = nullptr;
  RelationSet relations;  // that closures follow here
  bool narrowed = false;  // by an over(...) around this place

  [[nodiscard]] Parsed<Expression> set(const Syntax& tree) const;
};

// What "types" names: relations, "citation" or "institutional", joined by '|'.
[[nodiscard]] Parsed<RelationSet> relation_set(const Syntax& tree);
[[nodiscard]] Parsed<std::uint32_t> number(const Syntax& tree);

// "; did you mean ...?" for the nearest of `names`, else "; it is one of ..." where they are few.
[[nodiscard]] std::string suggestion(std::string_view typed,
                                     const std::vector<std::string_view>& names);

// A node with operands, at the place of `tree`.
[[nodiscard]] Expression node(Op op, const Syntax& tree, std::vector<Expression> operands);
[[nodiscard]] Expression reach(const Resolver& resolver,
                               const Syntax& tree,
                               Expression from,
                               Direction direction,
                               std::uint32_t limit = analysis::kAnyDepth);

}  // namespace lineage::query
