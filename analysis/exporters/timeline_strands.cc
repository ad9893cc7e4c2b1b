#include "analysis/exporters/timeline_strands.h"

#include <algorithm>
#include <optional>
#include <set>

#include "analysis/walk.h"

namespace lineage::analysis {
namespace {

bool has_citation(const LineageGraph& graph, WorkId from, WorkId to) {
  return std::ranges::any_of(graph.cites(from), [&](EdgeId id) {
    return graph.edge(id).target == to && is_citation(graph.edge(id));
  });
}

class Strands {
 public:
  Strands(const LineageGraph& graph, Timeline& timeline) : graph_(graph), timeline_(timeline) {
    for (const TimelineLane& lane : timeline.lanes) {
      for (const TimelineMark& mark : lane.marks) {
        shown_.insert(mark.work);
      }
      for (const TimelineBar& bar : lane.bars) {
        shown_.insert(bar.body);
      }
    }
  }

  void add(WorkId later, WorkId earlier, TimelineStrand::Kind kind) {
    if (shown_.contains(later) && shown_.contains(earlier)) {
      timeline_.strands.push_back({later, earlier, kind, has_citation(graph_, later, earlier)});
    }
  }

  void add_forks(const Subject& subject) {
    for (const Fork& fork : subject.forks) {
      for (const WorkId side : fork.rivalry.texts) {
        if (fork.before) {
          add(side, *fork.before, TimelineStrand::Kind::Forks);
        }
      }
    }
    for (const Merge& merge : subject.merges) {
      for (const WorkId side : merge.ended.back().texts) {
        add(merge.text, side, TimelineStrand::Kind::Merges);
      }
    }
  }

  // Resolutions of a lane, one after another, where no fork lies between them.
  void add_along(const Subject& subject) {
    for (const Track& track : subject.tracks) {
      std::optional<WorkId> before;
      for (const WorkId text : track.texts) {
        if (graph_.work(text).symbol().kind() != WorkKind::Resolution) {
          continue;
        }
        if (before && !leaves(subject, *before, text) && !leads(subject, *before, text)) {
          add(text, *before, TimelineStrand::Kind::Along);
        }
        before = text;
      }
    }
  }

  void add_bodies() {
    for (const TimelineLane& lane : timeline_.lanes) {
      for (const TimelineBar& bar : lane.bars) {
        for (const EdgeId id : edges_in(graph_, bar.body, Relation::Establishes)) {
          add(bar.body, graph_.edge(id).source, TimelineStrand::Kind::SetsUp);
        }
        for (const EdgeId id : edges_out(graph_, bar.body, Relation::Succeeds)) {
          add(bar.body, graph_.edge(id).target, TimelineStrand::Kind::Passes);
        }
        for (const EdgeId id : edges_in(graph_, bar.body, Relation::AbsorbedInto)) {
          add(bar.body, graph_.edge(id).source, TimelineStrand::Kind::Passes);
        }
      }
    }
  }

 private:
  // Whether the tracks part behind `before` and `text` does not follow at once.
  static bool leaves(const Subject& subject, WorkId before, WorkId text) {
    return std::ranges::any_of(subject.forks, [&](const Fork& fork) {
      return fork.before == before && std::ranges::count(fork.rivalry.texts, text) == 0;
    });
  }
  // Whether `before` is a rival of a run that another text has ended before `text`.
  static bool leads(const Subject& subject, WorkId before, WorkId text) {
    return std::ranges::any_of(subject.merges, [&](const Merge& merge) {
      return before < merge.text && merge.text < text &&
             std::ranges::count(merge.ended.back().texts, before) > 0;
    });
  }

  const LineageGraph& graph_;
  Timeline& timeline_;
  std::set<WorkId> shown_;
};

}  // namespace

void add_strands(const LineageGraph& graph, const Subject& subject, Timeline& timeline) {
  Strands strands(graph, timeline);
  strands.add_forks(subject);
  strands.add_along(subject);
  strands.add_bodies();
}

}  // namespace lineage::analysis
