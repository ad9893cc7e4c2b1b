#include "analysis/citation_sets.h"

#include <algorithm>
#include <map>
#include <set>

#include "analysis/rivals.h"
#include "analysis/tracks.h"
#include "analysis/walk.h"

namespace lineage::analysis {
namespace {

bool counts(const Edge& edge) {
  return is_citation(edge) && edge.relation != Relation::AdoptedOnReport &&
         edge.relation != Relation::AdoptedFromDraft;
}

bool is_act(const LineageGraph& graph, WorkId id) {
  return graph.work(id).symbol().kind() == WorkKind::Resolution;
}

// The tracks that the tracks of the text are one subject with.
std::set<WorkId> subject_tracks(const LineageGraph& graph, WorkId text) {
  std::set<WorkId> tracks;
  const std::optional<WorkId> own = track_of(graph, text);
  if (!own) {
    return tracks;
  }
  for (const Subject& subject : subjects(graph)) {
    std::set<WorkId> ids;
    for (const Track& track : subject.tracks) {
      ids.insert(track.id);
    }
    if (ids.contains(*own)) {
      return ids;
    }
  }
  return tracks;
}

bool same_title(const Work& a, const Work& b) {
  const auto& first = a.facts.agenda_item;
  const auto& second = b.facts.agenda_item;
  return first && second && !first->value.title.empty() &&
         first->value.title == second->value.title;
}

// The resolutions of the latest earlier session of the same subject.
std::vector<WorkId> session_before(const LineageGraph& graph, WorkId text) {
  const Work& work = graph.work(text);
  const std::set<WorkId> tracks = subject_tracks(graph, text);
  std::map<Session, std::vector<WorkId>> sessions;
  for (WorkId id = 0; id < graph.work_count(); ++id) {
    const Work& other = graph.work(id);
    const std::optional<WorkId> track = track_of(graph, id);
    if (id != text && is_act(graph, id) && other.symbol().organ() == work.symbol().organ() &&
        other.symbol().session() < work.symbol().session() &&
        (same_title(work, other) || (track && tracks.contains(*track)))) {
      sessions[other.symbol().session()].push_back(id);
    }
  }
  return sessions.empty() ? std::vector<WorkId>{} : sessions.rbegin()->second;
}

std::vector<Dropped> cited_and_not_in(const LineageGraph& graph,
                                      const std::vector<WorkId>& texts,
                                      const std::set<WorkId>& without) {
  std::map<WorkId, std::vector<WorkId>> by;
  for (const WorkId text : texts) {
    for (const WorkId cited : cited_works(graph, text)) {
      if (!without.contains(cited)) {
        by[cited].push_back(text);
      }
    }
  }
  std::vector<Dropped> dropped;
  for (auto& [work, citers] : by) {
    dropped.push_back({work, std::move(citers)});
  }
  return dropped;
}

}  // namespace

std::vector<WorkId> cited_works(const LineageGraph& graph, WorkId text) {
  std::vector<WorkId> works;
  for (const EdgeId id : graph.cites(text)) {
    if (counts(graph.edge(id))) {
      works.push_back(graph.edge(id).target);
    }
  }
  works.erase(std::unique(works.begin(), works.end()), works.end());
  return works;
}

CitationSplit split(const LineageGraph& graph, WorkId first, WorkId second) {
  const std::vector<WorkId> a = cited_works(graph, first);
  const std::vector<WorkId> b = cited_works(graph, second);
  CitationSplit result;
  std::ranges::set_intersection(a, b, std::back_inserter(result.both));
  std::ranges::set_difference(a, b, std::back_inserter(result.only_first));
  std::ranges::set_difference(b, a, std::back_inserter(result.only_second));
  return result;
}

std::vector<WorkId> cite_both(const LineageGraph& graph, WorkId first, WorkId second) {
  std::vector<WorkId> a;
  std::vector<WorkId> b;
  for (const auto& [work, into] : {std::pair(first, &a), std::pair(second, &b)}) {
    for (const EdgeId id : graph.cited_by(work)) {
      if (is_citation(graph.edge(id))) {
        into->push_back(graph.edge(id).source);
      }
    }
    std::ranges::sort(*into);
    into->erase(std::unique(into->begin(), into->end()), into->end());
  }
  std::vector<WorkId> both;
  std::ranges::set_intersection(a, b, std::back_inserter(both));
  return both;
}

Silence silence_of(const LineageGraph& graph, WorkId text) {
  Silence silence;
  const std::vector<WorkId> own = cited_works(graph, text);
  std::set<WorkId> cited(own.begin(), own.end());
  cited.insert(text);
  std::ranges::copy_if(own, std::back_inserter(silence.predecessors),
                       [&](WorkId id) { return is_act(graph, id) && id < text; });
  for (const WorkId before : session_before(graph, text)) {
    silence.predecessors.push_back(before);
    if (!cited.contains(before)) {
      silence.passed_over.push_back(before);
    }
  }
  std::ranges::sort(silence.predecessors);
  silence.predecessors.erase(std::unique(silence.predecessors.begin(), silence.predecessors.end()),
                             silence.predecessors.end());
  for (const WorkId id : silence.predecessors) {
    if (graph.work(id).facts.list_status != ListStatus::Known) {
      silence.open.push_back(id);
    }
  }
  silence.dropped = cited_and_not_in(graph, silence.predecessors, cited);
  silence.rivals = RivalIndex(graph).of(text).value_or(std::vector<WorkId>{});
  for (const Dropped& gone : silence.dropped) {
    cited.insert(gone.work);
  }
  silence.of_rivals = cited_and_not_in(graph, silence.rivals, cited);
  return silence;
}

}  // namespace lineage::analysis
