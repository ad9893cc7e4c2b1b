#include "analysis/tracks.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "analysis/rivals.h"
#include "analysis/walk.h"

namespace lineage::analysis {
namespace {

void sort_unique(std::vector<WorkId>& ids) {
  std::ranges::sort(ids);
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

Track track_at(const LineageGraph& graph, WorkId id) {
  Track track{id, {}, {}};
  for (const EdgeId edge : edges_in(graph, id, Relation::BelongsTo)) {
    const WorkId member = graph.edge(edge).source;
    const bool body = graph.work(member).symbol().kind() == WorkKind::Body;
    (body ? track.bodies : track.texts).push_back(member);
  }
  sort_unique(track.texts);
  sort_unique(track.bodies);
  return track;
}

std::vector<Track> all_tracks(const LineageGraph& graph) {
  std::vector<Track> tracks;
  for (WorkId id = 0; id < graph.work_count(); ++id) {
    if (graph.work(id).symbol().kind() == WorkKind::Track) {
      tracks.push_back(track_at(graph, id));
    }
  }
  return tracks;
}

// For each work the index of its track, for the members of tracks alone.
std::map<WorkId, std::size_t> members(const std::vector<Track>& tracks) {
  std::map<WorkId, std::size_t> of;
  for (std::size_t i = 0; i < tracks.size(); ++i) {
    for (const auto* list : {&tracks[i].texts, &tracks[i].bodies}) {
      for (const WorkId id : *list) {
        of.emplace(id, i);
      }
    }
  }
  return of;
}

std::size_t root(std::vector<std::size_t>& parent, std::size_t i) {
  while (parent[i] != i) {
    i = parent[i] = parent[parent[i]];
  }
  return i;
}

std::vector<std::vector<Track>> families(const LineageGraph& graph, std::vector<Track> tracks) {
  const std::map<WorkId, std::size_t> of = members(tracks);
  std::vector<std::size_t> parent(tracks.size());
  std::iota(parent.begin(), parent.end(), std::size_t{0});
  for (const auto& [id, track] : of) {
    for (const EdgeId edge : graph.cites(id)) {
      if (const auto other = of.find(graph.edge(edge).target); other != of.end()) {
        const std::size_t a = root(parent, track);
        const std::size_t b = root(parent, other->second);
        parent[std::max(a, b)] = std::min(a, b);
      }
    }
  }
  std::map<std::size_t, std::vector<Track>> groups;
  for (std::size_t i = 0; i < tracks.size(); ++i) {
    groups[root(parent, i)].push_back(std::move(tracks[i]));
  }
  std::vector<std::vector<Track>> found;
  for (auto& [first, group] : groups) {
    found.push_back(std::move(group));
  }
  return found;
}

// The resolutions of one session, by agenda item; "" for those whose item is not known.
using BySession = std::map<Session, std::map<std::string, std::vector<WorkId>>>;

BySession by_session(const LineageGraph& graph, const std::map<WorkId, std::size_t>& of) {
  BySession sessions;
  for (const auto& [id, track] : of) {
    const Symbol& symbol = graph.work(id).symbol();
    if (symbol.kind() == WorkKind::Resolution && symbol.session().kind != SessionKind::None) {
      sessions[symbol.session()][main_item_of(graph.work(id))].push_back(id);
    }
  }
  return sessions;
}

bool of_several(const std::vector<WorkId>& texts, const std::map<WorkId, std::size_t>& of) {
  return std::any_of(texts.begin(), texts.end(),
                     [&](WorkId id) { return of.at(id) != of.at(texts.front()); });
}

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

int year_of_session(const LineageGraph& graph, WorkId id) {
  const Work& work = graph.work(id);
  return work.date ? work.date->year() : work.symbol().year().value_or(0);
}

Merge merge_at(const LineageGraph& graph,
               const std::vector<Track>& tracks,
               const std::map<WorkId, std::size_t>& of,
               WorkId text,
               std::vector<Rivalry> ended,
               int next_year) {
  Merge merge{text, std::move(ended), {}, {}};
  std::set<std::size_t> sides;
  for (const Rivalry& rivalry : merge.ended) {
    for (const WorkId side : rivalry.texts) {
      cites(graph, text, side, &merge.cites);
      sides.insert(of.at(side));
    }
  }
  std::ranges::sort(merge.cites);
  const int first = year_of_session(graph, merge.ended.front().texts.front());
  merge.facts = facts_of_merge(graph, tracks, sides, first + 1, next_year);
  return merge;
}

Subject subject_of(const LineageGraph& graph, std::vector<Track> tracks) {
  Subject subject{std::move(tracks), {}, {}, {}, {}};
  const std::map<WorkId, std::size_t> of = members(subject.tracks);
  std::vector<WorkId> texts;
  for (const Track& track : subject.tracks) {
    texts.insert(texts.end(), track.texts.begin(), track.texts.end());
  }
  sort_unique(texts);
  std::optional<WorkId> alone;
  std::vector<Rivalry> running;
  const BySession sessions = by_session(graph, of);
  for (auto at = sessions.begin(); at != sessions.end(); ++at) {
    const auto& [session, items] = *at;
    bool rivals = false;
    for (const auto& [item, together] : items) {
      if (item.empty()) {
        subject.without_item.insert(subject.without_item.end(), together.begin(), together.end());
      } else if (of_several(together, of)) {
        rivals = true;
        const Rivalry rivalry{session, item, together};
        if (running.empty()) {
          subject.forks.push_back(fork_at(graph, rivalry, alone, texts));
        }
        running.push_back(rivalry);
        subject.rivalries.push_back(rivalry);
      }
    }
    if (!rivals) {
      const WorkId text = items.begin()->second.front();
      if (!running.empty()) {
        constexpr int kForever = 9999;
        const auto next = std::next(at);
        // What bodies pass on up to the next fork belongs to this merge.
        const bool forks_again = next != sessions.end() && next->second.begin()->second.size() > 1;
        const int until = forks_again
                              ? year_of_session(graph, next->second.begin()->second.front()) - 1
                              : kForever;
        subject.merges.push_back(
            merge_at(graph, subject.tracks, of, text, std::move(running), until));
        running.clear();
      }
      alone = text;
    }
  }
  sort_unique(subject.without_item);
  return subject;
}

}  // namespace

bool Merge::joins_by_citation(const LineageGraph& graph) const {
  std::set<std::optional<WorkId>> tracks;
  for (const EdgeId id : cites) {
    tracks.insert(track_of(graph, graph.edge(id).target));
  }
  return tracks.size() > 1;
}

std::vector<Subject> subjects(const LineageGraph& graph) {
  std::vector<Subject> found;
  for (std::vector<Track>& family : families(graph, all_tracks(graph))) {
    found.push_back(subject_of(graph, std::move(family)));
  }
  return found;
}

std::optional<WorkId> track_of(const LineageGraph& graph, WorkId member) {
  const std::vector<EdgeId> edges = edges_out(graph, member, Relation::BelongsTo);
  return edges.empty() ? std::nullopt : std::optional(graph.edge(edges.front()).target);
}

std::vector<EdgeId> edges_out(const LineageGraph& graph, WorkId id, Relation relation) {
  std::vector<EdgeId> edges;
  std::ranges::copy_if(graph.cites(id), std::back_inserter(edges),
                       [&](EdgeId edge) { return graph.edge(edge).relation == relation; });
  return edges;
}

std::vector<EdgeId> edges_in(const LineageGraph& graph, WorkId id, Relation relation) {
  std::vector<EdgeId> edges;
  std::ranges::copy_if(graph.cited_by(id), std::back_inserter(edges),
                       [&](EdgeId edge) { return graph.edge(edge).relation == relation; });
  return edges;
}

}  // namespace lineage::analysis
