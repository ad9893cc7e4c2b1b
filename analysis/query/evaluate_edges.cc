#include "analysis/query/evaluate_edges.h"

#include <algorithm>
#include <string_view>

#include "analysis/walk.h"

namespace lineage::query {

WorkSet edges_from_to(const LineageGraph& graph,
                      const WorkSet& citing,
                      const WorkSet& cited,
                      const Follow& follow) {
  WorkSet found(graph.edge_count());
  for (const WorkId id : citing.ids()) {
    for (const EdgeId edge : graph.cites(id)) {
      if (cited.contains(graph.edge(edge).target) && follow(graph.edge(edge))) {
        found.insert(edge);
      }
    }
  }
  return found;
}

WorkSet edge_ends(const LineageGraph& graph, const WorkSet& edges, Direction end) {
  WorkSet found(graph.work_count());
  for (const EdgeId id : edges.ids()) {
    found.insert(analysis::far_end(graph.edge(id), end));
  }
  return found;
}

WorkSet unresolved_in(const LineageGraph& graph, const WorkSet& works) {
  const std::span<const Mention> mentions = graph.unresolved();
  WorkSet found(mentions.size());
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const std::optional<WorkId> id =
        mentions[i].document ? graph.find(*mentions[i].document) : std::nullopt;
    if (id && works.contains(*id)) {
      found.insert(static_cast<WorkId>(i));
    }
  }
  return found;
}

WorkSet clauses_of(std::span<const ClauseEntry> clauses, const WorkSet& works) {
  WorkSet found(clauses.size());
  for (std::size_t i = 0; i < clauses.size(); ++i) {
    if (works.contains(clauses[i].work)) {
      found.insert(static_cast<WorkId>(i));
    }
  }
  return found;
}

WorkSet works_of(const LineageGraph& graph,
                 std::span<const ClauseEntry> clauses,
                 const WorkSet& members) {
  WorkSet found(graph.work_count());
  for (const WorkId id : members.ids()) {
    found.insert(clauses[id].work);
  }
  return found;
}

WorkSet edges_of(const LineageGraph& graph,
                 std::span<const ClauseEntry> clauses,
                 const WorkSet& members,
                 const Follow& follow) {
  WorkSet found(graph.edge_count());
  for (const WorkId id : members.ids()) {
    const std::string_view place = clauses[id].place;
    for (const EdgeId edge : graph.cites(clauses[id].work)) {
      const bool proved = std::ranges::any_of(graph.passages(edge), [&](const Passage& passage) {
        return passage.place == place || passage.clause == place;
      });
      if (proved && follow(graph.edge(edge))) {
        found.insert(edge);
      }
    }
  }
  return found;
}

}  // namespace lineage::query
