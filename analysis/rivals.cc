#include "analysis/rivals.h"

#include <algorithm>
#include <iterator>

#include "analysis/tracks.h"

namespace lineage::analysis {

std::string agenda_item_of(const Work& work) {
  return work.facts.agenda_item ? work.facts.agenda_item->value.number : std::string{};
}

std::string main_item_of(const Work& work) {
  const std::string item = agenda_item_of(work);
  return item.substr(0, item.find(' '));
}

RivalIndex::RivalIndex(const LineageGraph& graph) : graph_(graph) {
  for (WorkId id = 0; id < graph.work_count(); ++id) {
    const Work& work = graph.work(id);
    if (work.symbol().kind() == WorkKind::Resolution && work.facts.agenda_item) {
      resolutions_[key_of(work)].push_back(id);
    }
  }
}

RivalIndex::Key RivalIndex::key_of(const Work& work) const {
  return {work.symbol().organ(), work.symbol().session(), main_item_of(work)};
}

std::optional<std::vector<WorkId>> RivalIndex::of(WorkId id) const {
  const Work& work = graph_.work(id);
  const std::string item = agenda_item_of(work);
  if (item.empty() || work.symbol().session().kind == SessionKind::None) {
    return std::nullopt;
  }
  std::vector<WorkId> rivals;
  const auto together = resolutions_.find(key_of(work));
  if (together == resolutions_.end()) {
    return rivals;
  }
  const std::optional<WorkId> track = track_of(graph_, id);
  std::ranges::copy_if(together->second, std::back_inserter(rivals), [&](WorkId other) {
    if (other == id || agenda_item_of(graph_.work(other)) == item) {
      return other != id;
    }
    const std::optional<WorkId> others = track_of(graph_, other);
    return track && others && *track != *others;
  });
  return rivals;
}

}  // namespace lineage::analysis
