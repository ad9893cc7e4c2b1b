#include "analysis/view.h"

#include <algorithm>
#include <optional>

#include <boost/range/iterator_range.hpp>

#include "analysis/structure.h"

namespace lineage::analysis {
namespace {

// The first day on which the work can have been there, nothing where that is not known.
std::optional<Date> first_day(const Work& work) {
  if (work.date) {
    return work.date;
  }
  const std::optional<DateSpan> span = work.symbol().possible_dates();
  return span ? std::optional<Date>(span->first) : std::nullopt;
}

}  // namespace

View::View(const LineageGraph& graph) : View(graph.structure()) {
  const auto is_body = [](const Work& work) { return !is_text(work.symbol().kind()); };
  if (std::ranges::any_of(graph.works(), is_body)) {
    shown_.reserve(size_);
    for (const Work& work : graph.works()) {
      shown_.push_back(!is_body(work));
    }
  }
}

View::View(const Structure& structure)
    : structure_(&structure),
      size_(num_vertices(structure.graph)),
      relations_(RelationSet::of(EdgeClass::Citation)) {}

View View::over(RelationSet relations) const {
  View narrowed = *this;
  narrowed.relations_ = relations;
  return narrowed;
}

View View::among(std::span<const WorkId> works) const {
  View narrowed = *this;
  narrowed.shown_.assign(size_, false);
  for (const WorkId id : works) {
    narrowed.shown_[id] = has(id);
  }
  return narrowed;
}

View View::as_of(const LineageGraph& graph, const Date& day) const {
  View narrowed = *this;
  narrowed.shown_.assign(size_, false);
  for (WorkId id = 0; id < size_; ++id) {
    const std::optional<Date> first = first_day(graph.work(id));
    narrowed.shown_[id] = has(id) && (!first || *first <= day);
  }
  return narrowed;
}

std::size_t View::work_count() const {
  return shown_.empty() ? size_ : static_cast<std::size_t>(std::ranges::count(shown_, true));
}

std::vector<WorkId> View::cited(WorkId id) const {
  std::vector<WorkId> works;
  for_each_cited(*this, id, [&](WorkId other) { works.push_back(other); });
  return works;
}

std::vector<WorkId> View::citing(WorkId id) const {
  std::vector<WorkId> works;
  for_each_citing(*this, id, [&](WorkId other) { works.push_back(other); });
  return works;
}

}  // namespace lineage::analysis
