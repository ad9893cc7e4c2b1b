#include <utility>

#include "analysis/query/evaluate.h"

namespace lineage::query {
namespace {

struct Cursor {
  const Evaluated& result;
  std::string_view text;
  std::size_t next = 0;  // in result.counts
};

void add_parts(const Expression& expression,
               std::size_t depth,
               Cursor& cursor,
               std::vector<Part>& parts) {
  parts.push_back({depth, cursor.result.counts[cursor.next++], expression.span});
  for (const Expression& operand : expression.operands) {
    add_parts(operand, depth + 1, cursor, parts);
  }
}

std::size_t size_of(const Expression& expression) {
  std::size_t size = 1;
  for (const Expression& operand : expression.operands) {
    size += size_of(operand);
  }
  return size;
}

struct Operand {
  const Expression* expression;
  std::size_t index;  // in result.counts
  std::size_t count;
};

std::string words(const Cursor& cursor, const Expression& expression) {
  return quoted(
      cursor.text.substr(expression.span.begin, expression.span.end - expression.span.begin));
}

std::string sizes(const Cursor& cursor, const std::vector<Operand>& operands) {
  std::string text;
  for (const Operand& operand : operands) {
    text += (text.empty() ? "" : ", ") + words(cursor, *operand.expression) + " has " +
            std::to_string(operand.count);
  }
  return text;
}

// Why one node is empty although no operand that it needs is.
std::string own_reason(const Cursor& cursor,
                       const Expression& expression,
                       const std::vector<Operand>& operands) {
  const std::string name = words(cursor, expression);
  switch (expression.op) {
    case Op::Works:
      return name + " names no text";
    case Op::Where:
      return "no text of the store fulfils " + name;
    case Op::Complement:
      return name + " is empty: every text of the store is in " +
             words(cursor, *operands[0].expression);
    case Op::Chain:
      return name + " is empty: " + sizes(cursor, operands) +
             (expression.signs.find('~') == std::string::npos
                  ? ", and no text is in all of them"
                  : ", and nothing of the first is left");
    case Op::Step:
      return name + " is empty: no citation is known";
    case Op::Paths:
    case Op::Shortest:
    case Op::SomePath:
    case Op::Dominators:
      return name + " is empty: no path leads from " + words(cursor, *operands[1].expression) +
             " back to " + words(cursor, *operands[0].expression);
    default:
      return name + " is empty";
  }
}

std::string reason(const Cursor& cursor, const Expression& expression, std::size_t index) {
  std::vector<Operand> operands;
  std::size_t next = index + 1;
  for (const Expression& operand : expression.operands) {
    operands.push_back({&operand, next, cursor.result.counts[next]});
    next += size_of(operand);
  }
  for (std::size_t i = 0; i < operands.size() && expression.op != Op::Complement; ++i) {
    const bool subtracted = expression.op == Op::Chain && i > 0 && expression.signs[i - 1] == '~';
    if (operands[i].count == 0 && !subtracted) {
      return reason(cursor, *operands[i].expression, operands[i].index);
    }
  }
  return own_reason(cursor, expression, operands);
}

}  // namespace

std::vector<Part> explained(const Expression& expression, const Evaluated& result) {
  std::vector<Part> parts;
  Cursor cursor{result, {}, 0};
  add_parts(expression, 0, cursor, parts);
  return parts;
}

std::string why_empty(const Expression& expression,
                      const Evaluated& result,
                      std::string_view text) {
  return reason({result, text, 0}, expression, 0);
}

}  // namespace lineage::query
