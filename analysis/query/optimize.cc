#include "analysis/query/optimize.h"

#include <array>
#include <map>
#include <utility>

#include "analysis/query/rewriting.h"

namespace lineage::query {
namespace {

Shared with_operands(const Shared& node, std::vector<Shared> operands, std::string signs) {
  if (operands.size() == 1) {
    return operands.front();
  }
  Expression copy = *node;
  copy.operands = std::move(operands);
  copy.signs = std::move(signs);
  return std::make_shared<const Expression>(std::move(copy));
}

// The sign before operand i of a chain; the first counts as '&'.
char sign_of(const Expression& chain, std::size_t i) { return i == 0 ? '&' : chain.signs[i - 1]; }

bool is_join(const Expression& node) { return node.op == Op::Chain || node.op == Op::Union; }

// let a = x in f(a)  ->  f(x), with x evaluated once however often a is named
Shared names(const Shared& root) {
  return rewritten(root, [](const Shared& node) {
    return node->op == Op::Named && node->visible == node->operands[0]->visible ? node->operands[0]
                                                                                : node;
  });
}

// (a | b) | c  ->  a | b | c
// (a ~ b) & c  ->  a ~ b & c;  a & (b ~ c)  ->  a & b ~ c
Shared flatten(const Shared& root) {
  return rewritten(root, [](const Shared& node) {
    if (!is_join(*node)) {
      return node;
    }
    std::vector<Shared> operands;
    std::string signs;
    for (std::size_t i = 0; i < node->operands.size(); ++i) {
      const Shared& inner = node->operands[i];
      const bool opens = inner->op == node->op && inner->visible == node->visible &&
                         (node->op == Op::Union || sign_of(*node, i) == '&');
      for (std::size_t k = 0; k < (opens ? inner->operands.size() : 1); ++k) {
        signs += k == 0 ? sign_of(*node, i) : sign_of(*inner, k);
        operands.push_back(opens ? inner->operands[k] : inner);
        if (node->op == Op::Union) {
          signs.back() = '|';
        }
      }
    }
    return operands.size() == node->operands.size()
               ? node
               : with_operands(node, std::move(operands),
                               node->op == Op::Chain ? signs.substr(1) : "");
  });
}

bool is_none(const Expression& node) { return node.op == Op::Works && node.works.empty(); }
bool is_all(const Expression& node, const Expression& around) {
  return node.op == Op::All && (!node.visible || node.visible == around.visible);
}

Shared constant(const Shared& around, Op op) {
  Expression made;
  made.op = op;
  made.sort = around->sort;
  made.span = around->span;
  made.visible = around->visible;
  return std::make_shared<const Expression>(std::move(made));
}

Shared joined_with_units(const Shared& node) {
  std::vector<Shared> operands;
  std::string signs;
  const bool chain = node->op == Op::Chain;
  for (std::size_t i = 0; i < node->operands.size(); ++i) {
    const Shared& operand = node->operands[i];
    const char sign = chain ? sign_of(*node, i) : '|';
    const bool none = is_none(*operand);
    const bool all = is_all(*operand, *node);
    if ((sign == '&' && none) || (sign == '~' && all)) {
      return constant(node, Op::Works);
    }
    if (sign == '|' && all) {
      return constant(node, Op::All);
    }
    if (!((sign == '&' && all) || (sign != '&' && none))) {
      operands.push_back(operand);
      signs += sign;
    }
  }
  if (operands.size() == node->operands.size()) {
    return node;
  }
  if (operands.empty() || (chain && signs.front() == '~')) {
    // all() & all() is all(); all() ~ a stays as it is.
    return operands.empty() ? constant(node, chain ? Op::All : Op::Works) : node;
  }
  return with_operands(node, std::move(operands), chain ? signs.substr(1) : "");
}

// a & all()  ->  a;  a ~ none()  ->  a;  a | none()  ->  a
// a & none()  ->  none();  a ~ all()  ->  none();  a | all()  ->  all()
Shared units(const Shared& root) {
  return rewritten(root, [](const Shared& node) {
    return is_join(*node) && node->sort == Sort::Works ? joined_with_units(node) : node;
  });
}

// not not a  ->  a;  a & not b  ->  a ~ b;  a ~ not b  ->  a & b
Shared complements(const Shared& root) {
  return rewritten(root, [](const Shared& node) {
    if (node->op == Op::Complement && node->operands[0]->op == Op::Complement &&
        node->visible == node->operands[0]->visible) {
      return node->operands[0]->operands[0];
    }
    if (node->op != Op::Chain) {
      return node;
    }
    Expression copy = *node;
    bool changed = false;
    for (std::size_t i = 1; i < copy.operands.size(); ++i) {
      const Shared operand = copy.operands[i];
      if (operand->op == Op::Complement && operand->visible == node->visible) {
        copy.operands[i] = operand->operands[0];
        copy.signs[i - 1] = copy.signs[i - 1] == '&' ? '~' : '&';
        changed = true;
      }
    }
    return changed ? std::make_shared<const Expression>(std::move(copy)) : node;
  });
}

bool same_reach(const Expression& a, const Expression& b) {
  return a.op == Op::Reach && b.op == Op::Reach && a.direction == b.direction &&
         a.relations == b.relations && a.limit == b.limit && a.visible == b.visible;
}

// ::a | ::b  ->  ::(a | b), one walk instead of two
Shared merged_closures(const Shared& node) {
  for (const Shared& operand : node->operands) {
    if (!same_reach(*operand, *node->operands[0]) || operand->visible != node->visible) {
      return node;
    }
  }
  Expression start = *node;
  start.operands.clear();
  for (const Shared& operand : node->operands) {
    start.operands.push_back(operand->operands[0]);
  }
  Expression closure = *node->operands[0];
  closure.span = node->span;
  closure.operands = {std::make_shared<const Expression>(std::move(start))};
  return std::make_shared<const Expression>(std::move(closure));
}

// ::(::a)  ->  ::a;  heads(heads(a))  ->  heads(a);  ::a | ::b  ->  ::(a | b)
Shared closures(const Shared& root) {
  return rewritten(root, [](const Shared& node) {
    if (node->op == Op::Union) {
      return merged_closures(node);
    }
    if (node->operands.size() != 1) {
      return node;
    }
    const Expression& inner = *node->operands[0];
    const bool twice = same_reach(*node, inner) && node->limit == analysis::kAnyDepth;
    const bool extreme = node->op == Op::Extreme && inner.op == Op::Extreme &&
                         node->direction == inner.direction && node->relations == inner.relations &&
                         node->visible == inner.visible;
    return twice || extreme ? node->operands[0] : node;
  });
}

Shared without_repeats(const Shared& node, Equals& equals) {
  std::vector<Shared> operands;
  std::string signs;
  std::map<const Expression*, char> seen;
  for (std::size_t i = 0; i < node->operands.size(); ++i) {
    const char sign = node->op == Op::Chain ? sign_of(*node, i) : '|';
    const auto [entry, fresh] = seen.try_emplace(equals.first(node->operands[i]).get(), sign);
    if (fresh) {
      operands.push_back(node->operands[i]);
      signs += sign;
    } else if (entry->second != sign) {
      return constant(node, Op::Works);
    }
  }
  return operands.size() == node->operands.size()
             ? node
             : with_operands(node, std::move(operands),
                             node->op == Op::Chain ? signs.substr(1) : "");
}

// a & a  ->  a;  a | a  ->  a;  a ~ a  ->  none()
Shared repeats(const Shared& root) {
  Equals equals;
  return rewritten(root, [&](const Shared& node) {
    return is_join(*node) && node->sort == Sort::Works ? without_repeats(node, equals) : node;
  });
}

// Equal parts become one node, which is evaluated once.
Shared share(const Shared& root) {
  Equals equals;
  return rewritten(root, [&](const Shared& node) { return equals.first(node); });
}

constexpr std::array kPasses{
    Pass{"names", "let a = x in f(a) -> f(x)", names},
    Pass{"flatten", "(a & b) & c -> a & b & c", flatten},
    Pass{"complements", "a & not b -> a ~ b", complements},
    Pass{"units", "a & all() -> a", units},
    Pass{"closures", "::a | ::b -> ::(a | b)", closures},
    Pass{"repeats", "a & a -> a", repeats},
    Pass{"share", "equal parts are evaluated once", share},
};
constexpr int kMostRounds = 4;

}  // namespace

std::span<const Pass> passes() { return kPasses; }

Optimized optimize(const Shared& expression) {
  Optimized result{expression, {}};
  for (int round = 0; round < kMostRounds; ++round) {
    const Shared before_round = result.expression;
    for (const Pass& pass : kPasses) {
      Shared next = pass.apply(result.expression);
      if (next != result.expression) {
        result.changes.push_back(
            {&pass, numbered(*result.expression).entries.size(), numbered(*next).entries.size()});
        result.expression = std::move(next);
      }
    }
    if (result.expression == before_round) {
      break;
    }
  }
  return result;
}

}  // namespace lineage::query
