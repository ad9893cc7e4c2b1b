#include "apps/query_run.h"

#include <utility>

#include "analysis/exporters/text_layout.h"
#include "analysis/query/parser.h"
#include "apps/phrases.h"

namespace lineage::cli {
namespace {

Failure failure_of(const query::QueryError& error, const std::string& text) {
  Failure failure(error.code == ErrorCode::NotFound ? kNo : kUsage, error.message);
  failure.picture = query::picture(text, error.where);
  return failure;
}

std::string title_of(const LineageGraph& graph, const QueryRun& run) {
  const query::Syntax& tree = run.query.expression;
  const bool closure = tree.form == query::Form::Ancestors || tree.form == query::Form::Descendants;
  const bool of_one = closure && run.expression.operands[0].op == query::Op::Works;
  if (!of_one) {
    return tree.form == query::Form::Symbol ? name_of(graph.work(run.expression.works.front()))
                                            : analysis::shortened(query::printed(tree), 80);
  }
  const std::string name = name_of(graph.work(run.expression.operands[0].works.front()));
  return tree.form == query::Form::Ancestors ? "What " + name + " builds on"
                                             : "What builds on " + name;
}

}  // namespace

tl::expected<QueryRun, Failure> run_query(const LineageGraph& graph, const std::string& text) {
  query::Parsed<query::Query> parsed = query::parse(text);
  if (!parsed) {
    return tl::unexpected(failure_of(parsed.error(), text));
  }
  query::Parsed<query::Expression> expression = query::resolve(*parsed, graph);
  if (!expression) {
    return tl::unexpected(failure_of(expression.error(), text));
  }
  query::Evaluated result = query::evaluate(*expression, graph);
  QueryRun run{text, std::move(*parsed), std::move(*expression), std::move(result), ""};
  run.title = title_of(graph, run);
  return run;
}

void add_notes(const LineageGraph& graph, const QueryRun& run, Answer& answer) {
  if (run.result.works.count() == 0) {
    answer.notes.push_back(query::why_empty(run.expression, run.result, run.text));
  }
  add_knowledge(graph, run.result.open_lists.ids(), answer);
}

}  // namespace lineage::cli
