// Feeds bytes to the query language: lexer, parser, resolver, passes, evaluation, explanation. What
// must hold of any text: an error lies within it; a tree prints to a text that parses to it; the
// passes leave the set as it is.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

#include "analysis/query/evaluate.h"
#include "analysis/query/optimize.h"
#include "analysis/query/parser.h"
#include "graph/graph_builder.h"

namespace lineage::query {
namespace {

void require(bool holds) {
  if (!holds) {
    std::abort();
  }
}

// Eight works that cite each other, in circles too, under three relations.
LineageGraph small_graph() {
  GraphBuilder builder;
  const auto symbol = [](int i) { return *Symbol::parse(std::to_string(70 + i) + "/1"); };
  constexpr Relation kRelations[] = {Relation::Recalls, Relation::Amends, Relation::FedInto};
  for (int i = 0; i < 24; ++i) {
    Citation citation;
    citation.mention.document = symbol(i % 8);
    citation.mention.target = symbol((i * 5 + i / 8) % 8);
    citation.mention.relation = kRelations[i % 3];
    citation.mention.place = "pp" + std::to_string(i);
    builder.add_citation(citation);
  }
  return std::move(builder).freeze();
}

void check_error(const QueryError& error, std::string_view text) {
  require(error.where.begin <= error.where.end && error.where.begin <= text.size());
  require(!error.message.empty());
  require(picture(text, error.where).size() == 2);
}

void run(const Query& query, std::string_view text, const LineageGraph& graph) {
  const Parsed<Query> again = parse(printed(query.expression));
  require(again && again->expression == query.expression);
  Parsed<Expression> resolved = resolve(query, graph);
  if (!resolved) {
    check_error(resolved.error(), text);
    return;
  }
  const auto expression = std::make_shared<const Expression>(std::move(*resolved));
  const Evaluated plain = evaluate(*expression, graph);
  const Optimized optimized = optimize(expression);
  require(evaluate(*optimized.expression, graph).works == plain.works);
  require(!explained(*expression, plain).empty());
  if (plain.works.count() == 0) {
    require(!why_empty(*expression, plain, text).empty());
  }
}

}  // namespace
}  // namespace lineage::query

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const lineage::LineageGraph graph = lineage::query::small_graph();
  const std::string text(reinterpret_cast<const char*>(data), size);
  const auto query = lineage::query::parse(text);
  if (query) {
    lineage::query::run(*query, text, graph);
  } else {
    lineage::query::check_error(query.error(), text);
  }
  return 0;
}
