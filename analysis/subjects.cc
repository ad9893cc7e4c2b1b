// Brings the tracks of a graph together into subjects, and follows each from session to session.
#include <algorithm>
#include <iterator>
#include <numeric>
#include <string>
#include <utility>

#include "analysis/fork.h"
#include "analysis/rivals.h"
#include "analysis/tracks.h"

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

TrackOf members(const std::vector<Track>& tracks) {
  TrackOf of;
  for (std::size_t i = 0; i < tracks.size(); ++i) {
    for (const auto* list : {&tracks[i].texts, &tracks[i].bodies}) {
      for (const WorkId id : *list) {
        of.emplace(id, i);
      }
    }
  }
  return of;
}

// Union-find: the first of the tracks that are joined with track i.
std::size_t root(std::vector<std::size_t>& parent, std::size_t i) {
  while (parent[i] != i) {
    i = parent[i] = parent[parent[i]];
  }
  return i;
}

// The tracks in groups: two are together when a member of one has an edge to a member of the other.
std::vector<std::vector<Track>> families(const LineageGraph& graph, std::vector<Track> tracks) {
  const TrackOf of = members(tracks);
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

// The resolutions of one session by agenda item, "" for those whose item is not known.
using ByItem = std::map<std::string, std::vector<WorkId>>;
using BySession = std::map<Session, ByItem>;

BySession by_session(const LineageGraph& graph, const TrackOf& of) {
  BySession sessions;
  for (const auto& [id, track] : of) {
    const Symbol& symbol = graph.work(id).symbol();
    if (symbol.kind() == WorkKind::Resolution && symbol.session().kind != SessionKind::None) {
      sessions[symbol.session()][main_item_of(graph.work(id))].push_back(id);
    }
  }
  return sessions;
}

bool of_several(const std::vector<WorkId>& texts, const TrackOf& of) {
  return std::any_of(texts.begin(), texts.end(),
                     [&](WorkId id) { return of.at(id) != of.at(texts.front()); });
}

// Goes through the sessions of a subject in order: a run of sessions with rivals begins with a fork
// and ends with a merge, in the first session without rivals.
class Sessions {
 public:
  Sessions(const LineageGraph& graph, std::vector<Track> tracks)
      : graph_(graph),
        subject_{std::move(tracks), {}, {}, {}, {}},
        of_(members(subject_.tracks)),
        sessions_(by_session(graph, of_)) {
    for (const Track& track : subject_.tracks) {
      texts_.insert(texts_.end(), track.texts.begin(), track.texts.end());
    }
    sort_unique(texts_);
  }

  Subject subject() && {
    for (auto at = sessions_.begin(); at != sessions_.end(); ++at) {
      const auto& [session, items] = *at;
      if (!add_rivals(session, items)) {
        add_alone(items.begin()->second.front(), last_year_before(std::next(at)));
      }
    }
    sort_unique(subject_.without_item);
    return std::move(subject_);
  }

 private:
  // False where no item of the session has rivals.
  bool add_rivals(const Session& session, const ByItem& items) {
    bool found = false;
    for (const auto& [item, together] : items) {
      if (item.empty()) {
        subject_.without_item.insert(subject_.without_item.end(), together.begin(), together.end());
      } else if (of_several(together, of_)) {
        found = true;
        const Rivalry rivalry{session, item, together};
        if (running_.empty()) {
          subject_.forks.push_back(fork_at(graph_, rivalry, alone_, texts_));
        }
        running_.push_back(rivalry);
        subject_.rivalries.push_back(rivalry);
      }
    }
    return found;
  }

  void add_alone(WorkId text, int last_year) {
    if (!running_.empty()) {
      subject_.merges.push_back(
          merge_at(graph_, subject_.tracks, of_, text, std::move(running_), last_year));
      running_.clear();
    }
    alone_ = text;
  }

  // What bodies pass on up to the next fork belongs to the merge before it.
  [[nodiscard]] int last_year_before(BySession::const_iterator next) const {
    constexpr int kForever = 9999;
    const bool forks_again = next != sessions_.end() && next->second.begin()->second.size() > 1;
    return forks_again ? year_of(graph_.work(next->second.begin()->second.front())) - 1 : kForever;
  }

  const LineageGraph& graph_;
  Subject subject_;
  TrackOf of_;
  BySession sessions_;
  std::vector<WorkId> texts_;     // of all tracks, ascending
  std::optional<WorkId> alone_;   // the last text without rivals
  std::vector<Rivalry> running_;  // since the last fork
};

}  // namespace

std::vector<Subject> subjects(const LineageGraph& graph) {
  std::vector<Subject> found;
  for (std::vector<Track>& family : families(graph, all_tracks(graph))) {
    found.push_back(Sessions(graph, std::move(family)).subject());
  }
  return found;
}

}  // namespace lineage::analysis
