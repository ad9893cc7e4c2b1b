// Rewriting of expressions whose nodes are shared: each node once, and equal nodes found. Internal
// to analysis/query.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "analysis/query/expression.h"

namespace lineage::query {

// Rewrites from the leaves to the root; a node that several operands lead to is rewritten once.
template <typename Rule>
class Rewriter {
 public:
  explicit Rewriter(Rule rule) : rule_(std::move(rule)) {}

  Shared operator()(const Shared& node) {
    if (const auto known = done_.find(node.get()); known != done_.end()) {
      return known->second.second;
    }
    Shared now = rule_(with_rewritten_operands(node));
    done_.emplace(node.get(), std::pair(node, now));
    return now;
  }

 private:
  Shared with_rewritten_operands(const Shared& node) {
    std::vector<Shared> operands;
    bool changed = false;
    for (const Shared& operand : node->operands) {
      operands.push_back((*this)(operand));
      changed = changed || operands.back() != operand;
    }
    if (!changed) {
      return node;
    }
    Expression copy = *node;
    copy.operands = std::move(operands);
    return std::make_shared<const Expression>(std::move(copy));
  }

  Rule rule_;
  // The nodes themselves are kept, so that no address is used twice.
  std::unordered_map<const Expression*, std::pair<Shared, Shared>> done_;
};

template <typename Rule>
Shared rewritten(const Shared& root, Rule rule) {
  return Rewriter<Rule>(std::move(rule))(root);
}

// Numbers nodes so that equal ones have one number, whatever their places in the text.
class Equals {
 public:
  // The first node seen that is equal to this one.
  Shared first(const Shared& node) {
    if (const auto known = known_.find(node.get()); known != known_.end()) {
      return known->second.second;
    }
    std::string key = own_key(*node);
    for (const Shared& operand : node->operands) {
      key += "," + std::to_string(reinterpret_cast<std::uintptr_t>(first(operand).get()));
    }
    const Shared& found = by_key_.try_emplace(std::move(key), node).first->second;
    known_.emplace(node.get(), std::pair(node, found));
    return found;
  }

 private:
  static std::string own_key(const Expression& node) {
    std::string key = std::to_string(static_cast<int>(node.op)) + " " +
                      std::to_string(static_cast<int>(node.sort)) + " " + node.label + "\n" +
                      node.signs + " " + node.score + " " +
                      std::to_string(static_cast<int>(node.direction)) + " " +
                      std::to_string(node.relations.bits()) + " " + std::to_string(node.limit) +
                      " " + std::to_string(reinterpret_cast<std::uintptr_t>(node.visible.get()));
    for (const WorkId id : node.works) {
      key += " " + std::to_string(id);
    }
    return key;
  }

  std::map<std::string, Shared> by_key_;
  std::unordered_map<const Expression*, std::pair<Shared, Shared>> known_;
};

}  // namespace lineage::query
