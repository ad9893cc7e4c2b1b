#include "analysis/query/expression.h"

#include <algorithm>

namespace lineage::query {
namespace {

void number(const Expression& node, Numbering& numbering) {
  const auto [entry, fresh] = numbering.entries.try_emplace(&node);
  ++entry->second.uses;
  if (!fresh) {
    return;
  }
  entry->second.number = numbering.entries.size() - 1;
  for (const Shared& operand : node.operands) {
    number(*operand, numbering);
  }
}

}  // namespace

Numbering numbered(const Expression& root) {
  Numbering numbering;
  number(root, numbering);
  return numbering;
}

std::vector<WorkId> named_works(const Expression& expression) {
  std::vector<WorkId> works;
  for (const auto& [node, entry] : numbered(expression).entries) {
    if (node->op == Op::Works) {
      works.insert(works.end(), node->works.begin(), node->works.end());
    }
  }
  std::ranges::sort(works);
  works.erase(std::unique(works.begin(), works.end()), works.end());
  return works;
}

}  // namespace lineage::query
