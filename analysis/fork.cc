#include "analysis/fork.h"

#include <algorithm>
#include <set>
#include <utility>

#include "analysis/walk.h"

namespace lineage::analysis {
namespace {

bool cites(const LineageGraph& graph, WorkId from, WorkId to, std::vector<EdgeId>* proof) {
  bool found = false;
  for (const EdgeId id : graph.cites(from)) {
    const Edge& edge = graph.edge(id);
    if (edge.target == to && is_citation(edge)) {
      found = true;
      if (proof != nullptr) {
        proof->push_back(id);
      }
    }
  }
  return found;
}

bool list_known(const LineageGraph& graph, WorkId id) {
  return graph.work(id).facts.list_status == ListStatus::Known;
}

// The first text of the tracks that cites all of `sides` itself.
void find_first_of_all(const LineageGraph& graph, const std::vector<WorkId>& texts, Fork& fork) {
  const std::vector<WorkId>& sides = fork.rivalry.texts;
  for (const WorkId id : texts) {
    if (id <= sides.back()) {
      continue;
    }
    std::vector<EdgeId> proof;
    const bool all = std::all_of(sides.begin(), sides.end(),
                                 [&](WorkId side) { return cites(graph, id, side, &proof); });
    if (all) {
      fork.first_of_all = id;
      fork.cites_all = std::move(proof);
      return;
    }
    if (!list_known(graph, id)) {
      fork.open_between.push_back(id);
    }
  }
}

// That the rivals establish bodies that succeed one and the same body.
std::vector<EdgeId> facts_of_fork(const LineageGraph& graph, const Rivalry& rivalry) {
  std::map<WorkId, std::vector<EdgeId>> chains;  // by the body that came before
  std::map<WorkId, std::set<WorkId>> rivals;
  for (const WorkId text : rivalry.texts) {
    for (const EdgeId sets_up : edges_out(graph, text, Relation::Establishes)) {
      for (const EdgeId after : edges_out(graph, graph.edge(sets_up).target, Relation::Succeeds)) {
        const WorkId before = graph.edge(after).target;
        chains[before].insert(chains[before].end(), {sets_up, after});
        rivals[before].insert(text);
      }
    }
  }
  for (const auto& [before, chain] : chains) {
    if (rivals[before].size() > 1) {
      return chain;
    }
  }
  return {};
}

// Bodies of at least two of the tracks that pass into one and the same body.
std::vector<EdgeId> facts_of_merge(const LineageGraph& graph,
                                   const std::vector<Track>& tracks,
                                   const std::set<std::size_t>& sides,
                                   int from_year,
                                   int to_year) {
  std::map<WorkId, std::vector<EdgeId>> into;
  std::map<WorkId, std::set<std::size_t>> reached;
  for (const std::size_t side : sides) {
    for (const WorkId body : tracks[side].bodies) {
      const auto add = [&](EdgeId edge, WorkId heir) {
        const int begins = graph.work(heir).symbol().year().value_or(to_year);
        if (heir != body && begins >= from_year) {
          into[heir].push_back(edge);
          reached[heir].insert(side);
        }
      };
      for (const EdgeId edge : edges_in(graph, body, Relation::Succeeds)) {
        add(edge, graph.edge(edge).source);
      }
      for (const EdgeId edge : edges_out(graph, body, Relation::AbsorbedInto)) {
        add(edge, graph.edge(edge).target);
      }
    }
  }
  std::vector<EdgeId> facts;
  for (auto& [heir, edges] : into) {
    const auto years = graph.work(heir).symbol().year();
    if (reached[heir].size() > 1 && (!years || *years <= to_year)) {
      facts.insert(facts.end(), edges.begin(), edges.end());
    }
  }
  std::ranges::sort(facts);
  return facts;
}

}  // namespace

Fork fork_at(const LineageGraph& graph,
             const Rivalry& rivalry,
             std::optional<WorkId> before,
             const std::vector<WorkId>& texts) {
  Fork fork{rivalry, before, {}, {}, {}, std::nullopt, {}, {}};
  for (const WorkId side : rivalry.texts) {
    if (before && !cites(graph, side, *before, &fork.cites) && !list_known(graph, side)) {
      fork.open.push_back(side);
    }
  }
  fork.facts = facts_of_fork(graph, rivalry);
  find_first_of_all(graph, texts, fork);
  return fork;
}

Merge merge_at(const LineageGraph& graph,
               const std::vector<Track>& tracks,
               const TrackOf& of,
               WorkId text,
               std::vector<Rivalry> ended,
               int last_year) {
  Merge merge{text, std::move(ended), {}, {}};
  std::set<std::size_t> sides;
  for (const Rivalry& rivalry : merge.ended) {
    for (const WorkId side : rivalry.texts) {
      cites(graph, text, side, &merge.cites);
      sides.insert(of.at(side));
    }
  }
  std::ranges::sort(merge.cites);
  const int first = year_of(graph.work(merge.ended.front().texts.front()));
  merge.facts = facts_of_merge(graph, tracks, sides, first + 1, last_year);
  return merge;
}

int year_of(const Work& work) {
  return work.date ? work.date->year() : work.symbol().year().value_or(0);
}

bool Merge::joins_by_citation(const LineageGraph& graph) const {
  std::set<std::optional<WorkId>> tracks;
  for (const EdgeId id : cites) {
    tracks.insert(track_of(graph, graph.edge(id).target));
  }
  return tracks.size() > 1;
}

}  // namespace lineage::analysis
