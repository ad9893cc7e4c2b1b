#include "analysis/query/track_functions.h"

#include <set>
#include <utility>

#include "analysis/mandates.h"
#include "analysis/rivals.h"
#include "analysis/tracks.h"

namespace lineage::query {
namespace {

using Operands = std::vector<std::vector<WorkId>>;

// "whether 70/237, 73/27 and 3 more have rivals is not established: ..."
std::string unknown_items(const LineageGraph& graph, const std::vector<WorkId>& works) {
  constexpr std::size_t kMost = 6;
  std::string names;
  for (std::size_t i = 0; i < works.size() && i < kMost; ++i) {
    names += (i == 0 ? "" : ", ") + graph.work(works[i]).symbol().short_form();
  }
  if (works.size() > kMost) {
    names += " and " + std::to_string(works.size() - kMost) + " more";
  }
  return "whether there are rivals of " + names +
         " is not established: the agenda item is not known";
}

Made rivals_of(const LineageGraph& graph, const std::vector<WorkId>& works) {
  const analysis::RivalIndex index(graph);
  std::set<WorkId> found;
  std::vector<WorkId> unknown;
  for (const WorkId id : works) {
    if (const std::optional<std::vector<WorkId>> rivals = index.of(id)) {
      found.insert(rivals->begin(), rivals->end());
    } else if (graph.work(id).symbol().kind() == WorkKind::Resolution) {
      unknown.push_back(id);
    }
  }
  Made made{{found.begin(), found.end()}};
  if (!unknown.empty()) {
    made.notes.push_back(unknown_items(graph, unknown));
  }
  return made;
}

// A body, the bodies of a track, or those that a text establishes or renews.
std::set<WorkId> bodies_of(const LineageGraph& graph, const std::vector<WorkId>& works) {
  std::set<WorkId> bodies;
  const auto add_ends = [&](const std::vector<EdgeId>& edges, auto end) {
    for (const EdgeId id : edges) {
      if (graph.work(end(graph.edge(id))).symbol().kind() == WorkKind::Body) {
        bodies.insert(end(graph.edge(id)));
      }
    }
  };
  for (const WorkId id : works) {
    switch (graph.work(id).symbol().kind()) {
      case WorkKind::Body:
        bodies.insert(id);
        break;
      case WorkKind::Track:
        add_ends(analysis::edges_in(graph, id, Relation::BelongsTo),
                 [](const Edge& edge) { return edge.source; });
        break;
      default:
        for (const Relation relation : {Relation::Establishes, Relation::Renews}) {
          add_ends(analysis::edges_out(graph, id, relation),
                   [](const Edge& edge) { return edge.target; });
        }
    }
  }
  return bodies;
}

}  // namespace

Parsed<Expression> rivals(const Resolver& resolver, const Syntax& call) {
  return resolver.set(call.parts[0]).map([&](Expression x) {
    return resolver.computed(call, operands_of(std::move(x)),
                             [graph = resolver.graph](const Operands& operands) {
                               return rivals_of(*graph, operands[0]);
                             });
  });
}

// The edges that prove the steps of the mandates, of the relations of an over(...) around it.
Parsed<Expression> mandates(const Resolver& resolver, const Syntax& call) {
  return resolver.set(call.parts[0]).map([&](Expression x) {
    const RelationSet relations = resolver.relations;
    const bool narrowed = resolver.narrowed;
    Expression made = resolver.computed(
        call, operands_of(std::move(x)),
        [graph = resolver.graph, relations, narrowed](const Operands& operands) {
          std::set<EdgeId> steps;
          for (const WorkId body : bodies_of(*graph, operands[0])) {
            for (const analysis::MandateStep& step : analysis::mandate_of(*graph, body).steps) {
              const Relation relation = graph->edge(step.proof).relation;
              const bool tells =
                  step.act != analysis::MandateAct::Received || analysis::is_reception(relation);
              if (narrowed ? relations.contains(relation) : tells) {
                steps.insert(step.proof);
              }
            }
          }
          return Made{{steps.begin(), steps.end()}};
        });
    made.sort = Sort::Edges;
    return made;
  });
}

}  // namespace lineage::query
