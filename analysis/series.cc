#include "analysis/series.h"

#include <algorithm>

#include "analysis/selection.h"
#include "analysis/walk.h"

namespace lineage::analysis {
namespace {

// Letters and digits, small: "Follow-up" and "FOLLOW UP" are the same words. Bytes of other scripts
// stay as they are.
std::string compared(std::string_view title) {
  std::string words;
  for (const char c : title) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool kept = letter || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    if (kept) {
      words.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
    }
  }
  return words;
}

std::string title_of(const Work& work) {
  return work.facts.title ? compared(work.facts.title->value) : "";
}

std::string item_title_of(const Work& work) {
  return work.facts.agenda_item ? compared(work.facts.agenda_item->value.title) : "";
}

bool same_body(const Symbol& a, const Symbol& b) {
  return a.organ() == b.organ() && a.kind() == b.kind();
}

bool is_earlier(const Work& a, const Work& b) {
  if (a.date && b.date) {
    return *a.date < *b.date;
  }
  const Session first = a.symbol().session();
  const Session second = b.symbol().session();
  return first.kind == second.kind && first.kind != SessionKind::None &&
         first.number < second.number;
}

bool cites(const LineageGraph& graph, WorkId source, WorkId target) {
  return std::ranges::any_of(edges_between(graph, source, target),
                             [&](EdgeId id) { return is_citation(graph.edge(id)); });
}

}  // namespace

std::string_view name_of(SeriesBasis basis) {
  switch (basis) {
    case SeriesBasis::Succeeds:
      return "succeeds";
    case SeriesBasis::TitleAndCited:
      return "same title, cited";
    case SeriesBasis::Title:
      return "same title";
    case SeriesBasis::AgendaItem:
      return "same agenda item, cited";
  }
  return "";
}

SeriesIndex::SeriesIndex(const LineageGraph& graph)
    : graph_(graph), predecessors_(graph.work_count()) {
  for (WorkId id = 0; id < graph.work_count(); ++id) {
    const Symbol& symbol = graph.work(id).symbol();
    const std::string title = title_of(graph.work(id));
    if (!title.empty()) {
      by_title_[{{symbol.organ(), symbol.kind()}, title}].push_back(id);
    }
  }
  for (WorkId id = 0; id < graph.work_count(); ++id) {
    if (const std::optional<WorkId> named = succeeded(id)) {
      predecessors_[id] = Predecessor{*named, SeriesBasis::Succeeds};
    } else if (const std::optional<Predecessor> same = by_title(id)) {
      predecessors_[id] = same;
    } else if (const std::optional<WorkId> item = by_agenda_item(id)) {
      predecessors_[id] = Predecessor{*item, SeriesBasis::AgendaItem};
    }
  }
}

std::optional<WorkId> SeriesIndex::succeeded(WorkId work) const {
  std::optional<WorkId> youngest;
  for (const EdgeId id : graph_.cites(work)) {
    const Edge& edge = graph_.edge(id);
    // An order by ids is an order in time, so that no circle of predecessors comes of wrong facts.
    if (edge.relation == Relation::Succeeds && edge.target < work &&
        same_body(graph_.work(edge.target).symbol(), graph_.work(work).symbol())) {
      youngest = edge.target;
    }
  }
  return youngest;
}

std::optional<Predecessor> SeriesIndex::by_title(WorkId work) const {
  const Symbol& symbol = graph_.work(work).symbol();
  const auto same = by_title_.find({{symbol.organ(), symbol.kind()}, title_of(graph_.work(work))});
  if (same == by_title_.end()) {
    return std::nullopt;
  }
  std::optional<Predecessor> found;
  for (const WorkId other : same->second) {  // ascending in time: the last that fits is youngest
    if (other < work && is_earlier(graph_.work(other), graph_.work(work))) {
      const bool cited = cites(graph_, work, other);
      if (cited || !found || found->basis == SeriesBasis::Title) {
        found = Predecessor{other, cited ? SeriesBasis::TitleAndCited : SeriesBasis::Title};
      }
    }
  }
  return found;
}

std::optional<WorkId> SeriesIndex::by_agenda_item(WorkId work) const {
  const Work& here = graph_.work(work);
  const std::string item = item_title_of(here);
  std::optional<WorkId> youngest;
  if (item.empty()) {
    return youngest;
  }
  for (const EdgeId id : graph_.cites(work)) {  // ascending by the cited text
    const WorkId cited = graph_.edge(id).target;
    const Work& there = graph_.work(cited);
    if (is_citation(graph_.edge(id)) && cited < work && same_body(there.symbol(), here.symbol()) &&
        is_earlier(there, here) && item_title_of(there) == item) {
      youngest = cited;
    }
  }
  return youngest;
}

std::optional<Predecessor> SeriesIndex::predecessor(WorkId work) const {
  return predecessors_[work];
}

std::vector<WorkId> SeriesIndex::successors(WorkId work) const {
  std::vector<WorkId> found;
  for (WorkId id = work + 1; id < predecessors_.size(); ++id) {
    if (predecessors_[id] && predecessors_[id]->work == work) {
      found.push_back(id);
    }
  }
  return found;
}

std::vector<WorkId> SeriesIndex::series(WorkId work) const {
  WorkId first = work;
  while (predecessors_[first]) {
    first = predecessors_[first]->work;
  }
  std::vector<WorkId> found{first};
  for (WorkId id = first + 1; id < predecessors_.size(); ++id) {
    if (predecessors_[id] && std::ranges::binary_search(found, predecessors_[id]->work)) {
      found.push_back(id);
    }
  }
  return found;
}

}  // namespace lineage::analysis
