#include "apps/query/query_run.h"

#include <utility>

#include "analysis/exporters/text_layout.h"
#include "analysis/query/parser.h"
#include "apps/answers/phrases.h"
#include "apps/query/alias_file.h"
#include "apps/query/store_library.h"

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
  const bool of_one = closure && run.expression->op == query::Op::Reach &&
                      run.expression->operands[0]->op == query::Op::Works &&
                      !run.expression->operands[0]->works.empty();
  if (!of_one) {
    return tree.form == query::Form::Symbol && !run.expression->works.empty()
               ? name_of(graph.work(run.expression->works.front()))
               : analysis::shortened(query::printed(tree), 80);
  }
  const std::string name = name_of(graph.work(run.expression->operands[0]->works.front()));
  return tree.form == query::Form::Ancestors ? "What " + name + " builds on"
                                             : "What builds on " + name;
}

}  // namespace

namespace {

// "count(x)" around the whole query is x with the number as its output.
tl::expected<void, Failure> unwrap_count(query::Query& query, const std::string& text) {
  query::Syntax& tree = query.expression;
  if (tree.form != query::Form::Call || tree.text != "count" || tree.parts.size() != 1) {
    return {};
  }
  if (!query.output.empty() && query.output != "count") {
    Failure failure(kUsage, "'count' is a number and has no output '" + query.output + "'");
    failure.picture = query::picture(text, query.output_span);
    return tl::unexpected(std::move(failure));
  }
  query.output = "count";
  query.output_span = tree.span;
  query::Syntax inner = std::move(tree.parts.front());
  tree = std::move(inner);
  return {};
}

tl::expected<QueryRun, Failure> run(const query::Sources& sources,
                                    const query::Aliases& aliases,
                                    const std::string& text) {
  query::Parsed<query::Query> parsed = query::parse(text);
  if (!parsed) {
    return tl::unexpected(failure_of(parsed.error(), text));
  }
  query::Parsed<query::Syntax> whole = query::expanded(parsed->expression, aliases);
  if (!whole) {
    return tl::unexpected(failure_of(whole.error(), text));
  }
  parsed->expression = std::move(*whole);
  if (const auto counted = unwrap_count(*parsed, text); !counted) {
    return tl::unexpected(counted.error());
  }
  query::Parsed<query::Expression> expression = query::resolve(*parsed, sources);
  if (!expression) {
    return tl::unexpected(failure_of(expression.error(), text));
  }
  auto resolved = std::make_shared<const query::Expression>(std::move(*expression));
  query::Optimized optimized = query::optimize(resolved);
  query::Evaluated result = query::evaluate(*optimized.expression, sources);
  return QueryRun{
      text,   std::move(*parsed), std::move(resolved), std::move(optimized), std::move(result), "",
      nullptr};
}

tl::expected<QueryRun, Failure> of_texts(tl::expected<QueryRun, Failure> found) {
  if (found && found->result.sort != query::Sort::Works) {
    Failure failure(kUsage, "expected texts here, and these are " +
                                std::string(query::name_of(found->result.sort)) +
                                "; the verb 'query' shows them");
    failure.picture = query::picture(found->text, found->query.expression.span);
    return tl::unexpected(std::move(failure));
  }
  return found;
}

}  // namespace

tl::expected<QueryRun, Failure> run_any_query(const Context& context, const std::string& text) {
  const auto aliases = read_aliases(context.aliases);
  if (!aliases) {
    return tl::unexpected(aliases.error());
  }
  const auto library = std::make_shared<const StoreLibrary>(context.store, *context.graph);
  auto found = run({context.graph, library.get()}, *aliases, text);
  if (found) {
    found->library = library;
    found->title =
        found->result.sort == query::Sort::Works ? title_of(*context.graph, *found) : text;
  }
  return found;
}

tl::expected<QueryRun, Failure> run_query(const Context& context, const std::string& text) {
  return of_texts(run_any_query(context, text));
}

tl::expected<QueryRun, Failure> run_query(const LineageGraph& graph, const std::string& text) {
  auto found = of_texts(run({&graph, nullptr}, {}, text));
  if (found) {
    found->title = title_of(graph, *found);
  }
  return found;
}

std::string empty_because(const LineageGraph& graph, const QueryRun& run) {
  if (run.result.works.count() > 0) {
    return "";
  }
  // The reader's own parts, not those that the passes made of them.
  const query::Evaluated as_written =
      query::evaluate(*run.expression, query::Sources{&graph, run.library.get()});
  return query::why_empty(*run.expression, as_written, run.text);
}

void add_notes(const LineageGraph& graph, const QueryRun& run, Answer& answer) {
  for (const std::string& note : run.result.notes) {
    answer.notes.push_back(note);
  }
  if (run.result.works.count() == 0) {
    answer.notes.push_back(empty_because(graph, run));
  }
  add_knowledge(graph, run.result.open_lists.ids(), answer);
}

}  // namespace lineage::cli
