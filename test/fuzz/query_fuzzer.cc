// Feeds bytes to the query language: lexer, parser, aliases, resolver, passes, evaluation,
// explanation. What must hold of any text: an error lies within it; a tree prints to a text that
// parses to it; the passes leave the set as it is. Behind a line break the text names aliases, one
// a line ("name(x) = query"), so that the fuzzer writes these too.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/query/aliases.h"
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

// Two clauses and two words, so that questions about words and clauses have answers.
class SmallLibrary : public Library {
 public:
  explicit SmallLibrary(const LineageGraph& graph) {
    for (WorkId id = 0; id < graph.work_count(); id += 4) {
      clauses_.push_back({id, "pp1"});
      clauses_.push_back({id, "op3(a)"});
    }
  }
  Result<std::vector<WorkId>> works_with(
      const std::string& words, const std::optional<Language>& /*language*/) const override {
    return words == "a" ? std::vector<WorkId>{0, 1} : std::vector<WorkId>{};
  }
  Result<std::vector<WorkId>> works_in(Language language) const override {
    if (language == Language::Arabic) {
      return failure(ErrorCode::Io, "the store is gone");
    }
    return std::vector<WorkId>{2};
  }
  Result<std::span<const ClauseEntry>> clauses() const override {
    return std::span<const ClauseEntry>(clauses_);
  }
  Result<std::string> text_of(const ClauseEntry& clause) const override { return clause.place; }

 private:
  std::vector<ClauseEntry> clauses_;
};

void check_error(const QueryError& error, std::string_view text) {
  require(error.where.begin <= error.where.end && error.where.begin <= text.size());
  require(!error.message.empty());
  require(picture(text, error.where).size() == 2);
}

Aliases aliases_in(std::string_view lines) {
  Aliases aliases;
  while (!lines.empty() && aliases.size() < 8) {
    const std::string_view line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(std::min(lines.size(), line.size() + 1));
    const std::size_t equals = line.find(" = ");
    if (equals == std::string_view::npos) {
      continue;
    }
    Parsed<Alias> alias = alias_of(line.substr(0, equals), line.substr(equals + 3));
    if (alias) {
      aliases.push_back(std::move(*alias));
    } else {
      require(!alias.error().message.empty());
    }
  }
  return aliases;
}

void run(Query query, std::string_view text, const Aliases& aliases, const LineageGraph& graph) {
  const Parsed<Query> again = parse(printed(query.expression));
  require(again && again->expression == query.expression);
  Parsed<Syntax> whole = expanded(query.expression, aliases);
  if (!whole) {
    check_error(whole.error(), text);
    return;
  }
  query.expression = std::move(*whole);
  static const SmallLibrary library(graph);
  const Sources sources{&graph, &library};
  Parsed<Expression> resolved = resolve(query, sources);
  if (!resolved) {
    check_error(resolved.error(), text);
    return;
  }
  const auto expression = std::make_shared<const Expression>(std::move(*resolved));
  const Evaluated plain = evaluate(*expression, sources);
  const Optimized optimized = optimize(expression);
  require(evaluate(*optimized.expression, sources).works == plain.works);
  require(!explained(*expression, plain).empty());
  if (plain.works.count() == 0) {
    require(!why_empty(*expression, plain, text).empty());
  }
}

}  // namespace
}  // namespace lineage::query

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const lineage::LineageGraph graph = lineage::query::small_graph();
  const std::string all(reinterpret_cast<const char*>(data), size);
  const std::string text = all.substr(0, all.find('\n'));
  const auto query = lineage::query::parse(text);
  if (query) {
    const auto aliases = lineage::query::aliases_in(
        std::string_view(all).substr(std::min(all.size(), text.size() + 1)));
    lineage::query::run(*query, text, aliases, graph);
  } else {
    lineage::query::check_error(query.error(), text);
  }
  return 0;
}
