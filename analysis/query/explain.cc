#include <unordered_set>
#include <utility>

#include "analysis/query/evaluate.h"

namespace lineage::query {
namespace {

struct Cursor {
  const Evaluated& result;
  std::string_view text;
  Numbering numbering;

  [[nodiscard]] std::size_t count(const Expression& expression) const {
    return result.counts[numbering.entries.at(&expression).number];
  }
};

void add_parts(const Expression& expression,
               std::size_t depth,
               const Cursor& cursor,
               std::unordered_set<const Expression*>& shown,
               std::vector<Part>& parts) {
  const bool again = !shown.insert(&expression).second;
  parts.push_back({depth, cursor.count(expression), expression.span, &expression,
                   again && !expression.operands.empty()});
  if (again) {
    return;
  }
  for (const Shared& operand : expression.operands) {
    add_parts(*operand, depth + 1, cursor, shown, parts);
  }
}

struct Operand {
  const Expression* expression;
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
      return expression.works.empty()
                 ? name + " names no text"
                 : name + " is hidden by the 'asof(...)' around it: it is of a later day";
    case Op::Where:
      return "no text of the store fulfils " + name;
    case Op::Edges:
      return name + " is empty: no citation leads from the one to the other";
    case Op::ClauseEdges:
      return name + " is empty: nothing is cited there";
    case Op::Computed:  // without an operand, what the library has said
      return operands.empty() ? "no text of the store fulfils " + name : name + " is empty";
    case Op::Unresolved:
      return name + " is empty: every citation there names a text";
    case Op::Complement:
      return name + " is empty: everything is in " + words(cursor, *operands[0].expression);
    case Op::Chain:
      return name + " is empty: " + sizes(cursor, operands) +
             (expression.signs.find('~') == std::string::npos
                  ? ", and no text is in all of them"
                  : ", and nothing of the first is left");
    case Op::EdgesWhere:
      return "no citation of the store fulfils " + name;
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

std::string reason(const Cursor& cursor, const Expression& expression) {
  std::vector<Operand> operands;
  for (const Shared& operand : expression.operands) {
    operands.push_back({operand.get(), cursor.count(*operand)});
  }
  for (std::size_t i = 0; i < operands.size() && expression.op != Op::Complement; ++i) {
    const bool subtracted = expression.op == Op::Chain && i > 0 && expression.signs[i - 1] == '~';
    if (operands[i].count == 0 && !subtracted) {
      return reason(cursor, *operands[i].expression);
    }
  }
  return own_reason(cursor, expression, operands);
}

}  // namespace

std::vector<Part> explained(const Expression& expression, const Evaluated& result) {
  std::vector<Part> parts;
  std::unordered_set<const Expression*> shown;
  add_parts(expression, 0, {result, {}, numbered(expression)}, shown, parts);
  return parts;
}

std::string why_empty(const Expression& expression,
                      const Evaluated& result,
                      std::string_view text) {
  return reason({result, text, numbered(expression)}, expression);
}

std::string described(const Expression& node, const LineageGraph& graph) {
  const bool up = node.direction == Direction::ToCited;
  const std::string limit =
      node.limit == analysis::kAnyDepth ? "" : ", at most " + std::to_string(node.limit);
  switch (node.op) {
    case Op::Works:
      return node.works.empty() ? "none()" : graph.work(node.works.front()).symbol().short_form();
    case Op::All:
      return "all()";
    case Op::Where:
    case Op::EdgesWhere:
    case Op::Computed:
    case Op::Named:
      return node.label;
    case Op::Chain:
      return "& " + node.signs;
    case Op::Union:
      return "|";
    case Op::Complement:
      return "not";
    case Op::Step:
      return up ? "references" : "cited_by";
    case Op::Reach:
      return (up ? "ancestors" : "descendants") + limit;
    case Op::Paths:
      return "allpaths";
    case Op::Shortest:
      return "shortest";
    case Op::SomePath:
      return "somepath";
    case Op::Dominators:
      return "dominators";
    case Op::Extreme:
      return up ? "roots" : "heads";
    case Op::First:
    case Op::Latest:
      return (node.op == Op::First ? "first " : "latest ") + std::to_string(node.limit);
    case Op::Top:
      return "top " + std::to_string(node.limit) + " by " + node.score;
    case Op::Edges:
      return "edges";
    case Op::EdgeEnds:
      return up ? "cited" : "citing";
    case Op::Unresolved:
      return "unresolved";
    case Op::Clauses:
      return "clause";
    case Op::ClausesOf:
      return "clauses";
    case Op::ClauseWorks:
      return "texts";
    case Op::ClauseEdges:
      return "edges of clauses";
  }
  return "";
}

}  // namespace lineage::query
