#include <algorithm>
#include <cmath>
#include <memory>

#include <CLI/App.hpp>

#include "analysis/citation_age.h"
#include "analysis/exporters/json_values.h"
#include "analysis/knowledge.h"
#include "apps/answers/phrases.h"
#include "apps/query/query_run.h"
#include "apps/verbs/tally_sheet.h"
#include "apps/verbs/verb.h"
#include "apps/view_options.h"

namespace lineage::cli {
namespace {

using analysis::Tally;
using analysis::TallyKey;
using analysis::TallyLevel;

struct TallyOptions {
  std::string expression;
  std::string by = "relation,year";
  std::string level = "relation";
  bool received = false;
  bool excel = false;
  ViewOptions view;
};

tl::expected<TallyKeys, Failure> keys_of(const std::string& typed, TallyLevel level) {
  TallyKeys keys;
  for (std::size_t begin = 0; begin <= typed.size();) {
    const std::size_t end = std::min(typed.find(',', begin), typed.size());
    const std::string name = typed.substr(begin, end - begin);
    begin = end + 1;
    const TallyKey* key = analysis::find_tally_key(name);
    if (key == nullptr) {
      std::vector<std::string_view> names;
      for (const TallyKey& known : analysis::tally_keys()) {
        names.push_back(known.name);
      }
      return refuse(kUsage, "cannot count by " + in_quotes(name) + choices(name, names, "--by"));
    }
    if (key->level < level) {
      return refuse(kUsage, "one " + std::string(analysis::name_of(level)) +
                                " has several values of '" + name + "'; count at --level " +
                                std::string(analysis::name_of(key->level)));
    }
    keys.push_back(key);
  }
  return keys;
}

// The edges that the texts make, or receive, in the relations asked for.
std::vector<EdgeId> edges_of(const LineageGraph& graph,
                             const analysis::View& view,
                             const std::vector<WorkId>& works,
                             bool received) {
  std::vector<EdgeId> edges;
  for (const WorkId id : works) {
    for (const EdgeId edge : received ? graph.cited_by(id) : graph.cites(id)) {
      const Edge& ends = graph.edge(edge);
      if (view.has(ends.relation) && view.has(ends.source) && view.has(ends.target)) {
        edges.push_back(edge);
      }
    }
  }
  std::ranges::sort(edges);
  return edges;
}

Json ages_value(const analysis::CitationAges& ages) {
  const auto number = [](const std::optional<double>& years) {
    return years ? Json(*years) : Json();
  };
  return {{"half_life", number(ages.half_life)},
          {"mean", number(ages.mean)},
          {"dated", ages.dated},
          {"undated", ages.undated},
          {"forward", ages.forward}};
}

std::string ages_sentence(const analysis::CitationAges& ages) {
  if (!ages.half_life) {
    return "";
  }
  const Cell half = score_cell(std::round(*ages.half_life * 10) / 10);
  const Cell mean = score_cell(std::round(*ages.mean * 10) / 10);
  return "half-life (median age) " + half.shown + " years, mean " + mean.shown + ", of " +
         counted(ages.dated, "pair") + " with both dates" +
         (ages.undated == 0 ? "" : "; " + std::to_string(ages.undated) + " without") +
         (ages.forward == 0 ? "" : "; " + std::to_string(ages.forward) + " forward in time");
}

// The citations to count and the texts whose they are: of a query for texts, those that they make
// or receive; of a query for citations, these.
struct Asked {
  std::vector<WorkId> works;
  std::vector<EdgeId> edges;
};

tl::expected<Asked, Failure> asked_of(const LineageGraph& graph,
                                      const analysis::View& view,
                                      const QueryRun& run,
                                      const TallyOptions& options) {
  std::vector<std::uint32_t> members = run.result.works.ids();
  if (run.result.sort == query::Sort::Works) {
    std::vector<EdgeId> edges = edges_of(graph, view, members, options.received);
    return Asked{std::move(members), std::move(edges)};
  }
  if (run.result.sort != query::Sort::Edges) {
    return refuse(kUsage, "'tally' counts citations, and these are " +
                              std::string(query::name_of(run.result.sort)));
  }
  std::erase_if(members, [&](EdgeId id) {
    const Edge& ends = graph.edge(id);
    return !view.has(ends.relation) || !view.has(ends.source) || !view.has(ends.target);
  });
  Asked asked{{}, std::move(members)};
  for (const EdgeId id : asked.edges) {
    asked.works.push_back(options.received ? graph.edge(id).target : graph.edge(id).source);
  }
  std::ranges::sort(asked.works);
  asked.works.erase(std::unique(asked.works.begin(), asked.works.end()), asked.works.end());
  return asked;
}

Outcome tally(const TallyOptions& options, const Context& context) {
  const LineageGraph& graph = *context.graph;
  const auto level = analysis::tally_level_named(options.level);
  if (!level) {
    return refuse(kUsage, "no level " + in_quotes(options.level) +
                              "; --level takes mention, relation or pair");
  }
  const auto keys = keys_of(options.by, *level);
  const auto view = view_of(graph, options.view);
  const auto run = run_any_query(context, options.expression);
  if (!keys || !view || !run) {
    return tl::unexpected(!keys ? keys.error() : !view ? view.error() : run.error());
  }
  const auto asked = asked_of(graph, *view, *run, options);
  if (!asked) {
    return tl::unexpected(asked.error());
  }
  const auto& [works, edges] = *asked;
  const Tally counts = analysis::tally(graph, edges, *keys, *level);
  const analysis::CitationAges ages = analysis::citation_ages(
      *view, graph, works,
      options.received ? analysis::Direction::ToCiting : analysis::Direction::ToCited);
  const Sheet sheet = long_sheet(*keys, counts, *level);
  std::size_t total = 0;
  for (const auto& [values, count] : counts) {
    total += count;
  }

  Answer answer;
  answer.exit = total == 0 ? kNo : kFine;
  answer.json = {{"lineage", analysis::envelope("tally", 1)},
                 {"query", options.expression},
                 {"citations", options.received ? "received" : "made"},
                 {"level", options.level},
                 {"by", Json::array()},
                 {"count", total},
                 {"rows", sheet_rows(sheet)},
                 {"ages", ages_value(ages)}};
  for (const TallyKey* key : *keys) {
    answer.json["by"].push_back(std::string(key->name));
  }
  answer.notes.push_back(counted(total, std::string(analysis::name_of(*level))) + " counted");
  if (const std::string sentence = ages_sentence(ages); !sentence.empty()) {
    answer.notes.push_back(sentence);
  }
  add_knowledge(graph,
                options.received ? analysis::open_citing(graph, works, {})
                                 : analysis::open_among(graph, works),
                answer);
  const bool table = context.format.empty() || context.format == "table";
  if (table && keys->size() == 2 && total > 0) {
    answer.blocks.emplace_back(cross_table(*keys, counts));
  } else {
    put_sheet(sheet, context.format, options.excel ? Formulas::Guarded : Formulas::Faithful,
              answer);
  }
  return answer;
}

}  // namespace

Run declare_tally(CLI::App& app) {
  auto options = std::make_shared<TallyOptions>();
  std::string names;
  for (const TallyKey& key : analysis::tally_keys()) {
    names += (names.empty() ? "" : ", ") + std::string(key.name);
  }
  app.add_option("EXPR", options->expression, "the texts whose citations are counted")->required();
  app.add_option("--by", options->by, "one or more of " + names)->capture_default_str();
  app.add_option("--level", options->level, "what counts once: mention, relation or pair")
      ->capture_default_str();
  app.add_flag("--received", options->received, "count what cites the texts, not what they cite");
  add_view_options(app, options->view);
  app.add_flag("--excel", options->excel, "guard formulas in csv");
  app.footer(
      "Examples:\n"
      "  lineage tally 'session(65..79)' --by relation,year\n"
      "  lineage tally 78/16 --by part,relation --level mention\n"
      "  lineage tally 53/70 --received --by age --level pair --format csv");
  return [options](const Context& context) { return tally(*options, context); };
}

}  // namespace lineage::cli
