#include <algorithm>

#include "analysis/exporters/json_values.h"
#include "analysis/query/functions.h"
#include "analysis/query/scores.h"
#include "apps/query/alias_file.h"
#include "apps/verbs/query_answer.h"

namespace lineage::cli {
namespace {

// A number, right-aligned, and words behind it, indented by their depth.
Line part_line(std::size_t count, std::size_t depth, const std::string& words) {
  constexpr std::size_t kColumn = 6;
  const std::string number = std::to_string(count);
  const std::string lead(kColumn - std::min(kColumn, number.size()), ' ');
  return {{lead + number + std::string(2 + 2 * depth, ' ') + words}};
}

// The parts as the query has them, in its own words.
void add_written(const QueryRun& run, const query::Sources& sources, Lines& lines, Json& json) {
  lines.lines.push_back({{" count  part", Style::Heading}});
  for (const query::Part& part :
       query::explained(*run.expression, query::evaluate(*run.expression, sources))) {
    const std::string words = run.text.substr(part.span.begin, part.span.end - part.span.begin);
    lines.lines.push_back(
        part_line(part.count, part.depth, words + (part.again ? " (above)" : "")));
    json["parts"].push_back({{"depth", part.depth}, {"texts", part.count}, {"part", words}});
  }
}

void add_passes(const QueryRun& run, const LineageGraph& graph, Lines& lines, Json& json) {
  for (const query::PassResult& result : run.optimized.changes) {
    lines.lines.push_back(
        {{"pass " + std::string(result.pass->name), Style::Heading},
         {" (" + std::string(result.pass->rule) + "): " + std::to_string(result.before) + " to " +
          std::to_string(result.after) + " parts"}});
    json["passes"].push_back({{"name", result.pass->name},
                              {"rule", result.pass->rule},
                              {"before", result.before},
                              {"after", result.after}});
  }
  if (run.optimized.changes.empty()) {
    lines.lines.push_back({{"no pass changes anything", Style::Faint}});
    return;
  }
  lines.lines.push_back({{" count  evaluated", Style::Heading}});
  for (const query::Part& part : query::explained(*run.optimized.expression, run.result)) {
    const std::string words = query::described(*part.node, graph);
    lines.lines.push_back(
        part_line(part.count, part.depth, words + (part.again ? " (above)" : "")));
    json["evaluated"].push_back({{"depth", part.depth}, {"texts", part.count}, {"part", words}});
  }
}

}  // namespace

Answer explanation(const Context& context, const QueryRun& run) {
  Answer answer;
  answer.json = {{"lineage", analysis::envelope("query-explanation", 1)},
                 {"query", run.text},
                 {"parts", Json::array()},
                 {"passes", Json::array()},
                 {"evaluated", Json::array()}};
  Lines lines{{}, true};
  add_written(run, {context.graph, run.library.get()}, lines, answer.json);
  add_passes(run, *context.graph, lines, answer.json);
  answer.blocks.emplace_back(std::move(lines));
  add_notes(*context.graph, run, answer);
  return answer;
}

Outcome vocabulary(const Context& context) {
  const auto aliases = read_aliases(context.aliases);
  if (!aliases) {
    return tl::unexpected(aliases.error());
  }
  Answer answer;
  answer.json = {{"lineage", analysis::envelope("query-vocabulary", 1)},
                 {"functions", Json::array()},
                 {"scores", Json::array()},
                 {"aliases", Json::array()}};
  Table table;
  table.header = {"written", "meaning"};
  for (const query::Function& function : query::functions()) {
    table.rows.push_back({{std::string(function.signature)}, {std::string(function.summary)}});
    answer.json["functions"].push_back(
        {{"written", function.signature}, {"meaning", function.summary}});
  }
  for (const query::Score& score : query::scores()) {
    table.rows.push_back({{"score " + std::string(score.name)}, {std::string(score.summary)}});
    answer.json["scores"].push_back({{"name", score.name}, {"meaning", score.summary}});
  }
  for (const query::Alias& alias : *aliases) {
    const std::string meaning = alias.doc.empty() ? alias.text : alias.doc;
    table.rows.push_back({{"alias " + alias.signature()}, {meaning}});
    answer.json["aliases"].push_back(
        {{"written", alias.signature()}, {"meaning", alias.doc}, {"query", alias.text}});
  }
  answer.blocks.emplace_back(std::move(table));
  return answer;
}

}  // namespace lineage::cli
