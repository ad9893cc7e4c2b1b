#include <memory>

#include <CLI/App.hpp>

#include "analysis/closure.h"
#include "analysis/exporters/json_values.h"
#include "analysis/routes.h"
#include "apps/answers/hops.h"
#include "apps/answers/phrases.h"
#include "apps/verbs/verb.h"

namespace lineage::cli {
namespace {

struct PathOptions {
  std::string from;
  std::string to;
  bool all = false;
  bool longest = false;
  std::size_t limit = 20;
  std::size_t hops = static_cast<std::size_t>(-1);
};

analysis::Routes find_routes(const LineageGraph& graph,
                             WorkId from,
                             WorkId to,
                             const PathOptions& options) {
  if (options.all) {
    return analysis::routes(graph, from, to,
                            {.max_routes = options.limit, .max_hops = options.hops});
  }
  const std::optional<analysis::Route> one = options.longest
                                                 ? analysis::longest_chain(graph, from, to)
                                                 : analysis::shortest_route(graph, from, to);
  analysis::Routes found;
  if (one && one->size() - 1 <= options.hops) {
    found.routes.push_back(*one);
  }
  return found;
}

// A missing route proves nothing while a list on the way is not known.
void add_no_route(const LineageGraph& graph, WorkId from, WorkId to, Answer& answer) {
  const analysis::OpenLists open =
      analysis::open_lists(graph, analysis::ids_of(analysis::ancestors(graph, from)));
  const std::string a = name_of(graph.work(from));
  const std::string b = name_of(graph.work(to));
  const std::string claim = "no route of citations from " + a + " to " + b;
  answer.exit = kNo;
  answer.blocks.emplace_back(
      Paragraph{open.empty() ? claim + ": every citation list on the way is known"
                             : claim + " is known; that there is none is not established: " +
                                   open_lists_sentence(graph, open)});
  if (analysis::reaches(graph, to, from)) {
    answer.notes.push_back(b + " reaches " + a + ": try 'lineage path' the other way round");
  }
  answer.json["not_established"] = !open.empty();
  answer.json["lists_not_known"] = open_lists_value(graph, open);
}

Outcome path(const PathOptions& options, const Context& context) {
  const LineageGraph& graph = *context.graph;
  const auto from = look_up(graph, options.from);
  const auto to = look_up(graph, options.to);
  if (!from || !to) {
    return tl::unexpected(from ? to.error() : from.error());
  }
  const analysis::Routes found = find_routes(graph, *from, *to, options);
  Answer answer;
  Json list = Json::array();
  for (std::size_t i = 0; i < found.routes.size(); ++i) {
    if (options.all) {
      const std::string title =
          "route " + std::to_string(i + 1) + ", " + counted(found.routes[i].size() - 1, "hop");
      answer.blocks.emplace_back(Lines{{{{title, Style::Heading}}}});
    }
    append_route(graph, found.routes[i], answer.blocks);
    list.push_back(route_value(graph, found.routes[i]));
  }
  if (found.cut) {
    answer.blocks.emplace_back(Paragraph{
        "There are or may be more routes: the list was cut (--limit and --hops set the bounds)."});
  }
  answer.json = {{"lineage", analysis::envelope("path", 1)},
                 {"from", graph.work(*from).symbol().canonical()},
                 {"to", graph.work(*to).symbol().canonical()},
                 {"routes", std::move(list)},
                 {"cut", found.cut}};
  if (found.routes.empty() && !found.cut) {
    add_no_route(graph, *from, *to, answer);
  }
  return answer;
}

}  // namespace

Run declare_path(CLI::App& app) {
  auto options = std::make_shared<PathOptions>();
  app.add_option("FROM", options->from, "the citing, younger text")->required();
  app.add_option("TO", options->to, "the text that it builds on")->required();
  CLI::Option* all = app.add_flag("--all", options->all, "all routes, shortest first");
  app.add_flag("--longest", options->longest, "the longest chain in time order")->excludes(all);
  app.add_option("--limit", options->limit, "show at most this many routes with --all")
      ->capture_default_str();
  app.add_option("--hops", options->hops, "take no route longer than this many citations");
  app.footer(
      "Examples:\n"
      "  lineage path 78/16 '43/78 H'\n"
      "  lineage path --all --hops 3 79/237 73/27\n"
      "  lineage path --longest 78/16 53/70");
  return [options](const Context& context) { return path(*options, context); };
}

}  // namespace lineage::cli
