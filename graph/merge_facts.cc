#include "graph/merge_facts.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace lineage {
namespace {

// Equal lists and a list merged with none stay in their own order; different ones give the sorted
// union, so that the order in which they are merged leaves no trace.
template <typename T>
void merge_lists(std::vector<T>& into, const std::vector<T>& from) {
  if (from.empty() || into == from) {
    return;
  }
  if (into.empty()) {
    into = from;
    return;
  }
  into.insert(into.end(), from.begin(), from.end());
  std::ranges::sort(into);
  into.erase(std::unique(into.begin(), into.end()), into.end());
}

template <typename T>
void merge_fact(std::optional<Sourced<T>>& into, const std::optional<Sourced<T>>& from) {
  if (!from) {
    return;
  }
  if (!into || from->value < into->value) {
    into = from;
  } else if (from->value == into->value) {
    merge_lists(into->sources, from->sources);
  }
}

template <typename T>
void fill_fact(std::optional<T>& into, const std::optional<T>& from) {
  if (!into) {
    into = from;
  }
}

// Applies `merge` to each fact of the two; the one place that lists them.
template <typename Merge>
void for_each_fact(WorkFacts& into, const WorkFacts& from, Merge merge) {
  merge(into.date, from.date);
  merge(into.title, from.title);
  merge(into.description, from.description);
  merge(into.adoption, from.adoption);
  merge(into.vote, from.vote);
  merge(into.committee_adoption, from.committee_adoption);
  merge(into.committee_vote, from.committee_vote);
  merge(into.agenda_item, from.agenda_item);
  merge(into.committee, from.committee);
  merge(into.committee_report, from.committee_report);
  merge(into.draft, from.draft);
  merge(into.meeting, from.meeting);
  merge(into.sponsors, from.sponsors);
  merge(into.additional_sponsors, from.additional_sponsors);
  merge(into.subjects, from.subjects);
}

// Facts of a body: of two that disagree the lesser stays, as of all facts.
void merge_body(std::vector<StatedFact>& into, const std::vector<StatedFact>& from, bool fill) {
  for (const StatedFact& fact : from) {
    const auto at = std::ranges::lower_bound(into, fact.fact, {}, &StatedFact::fact);
    if (at == into.end() || at->fact != fact.fact) {
      into.insert(at, fact);
    } else if (!fill && fact.said.value < at->said.value) {
      at->said = fact.said;
    } else if (!fill && fact.said.value == at->said.value) {
      merge_lists(at->said.sources, fact.said.sources);
    }
  }
}

void merge_lists_of(WorkFacts& into, const WorkFacts& from) {
  merge_lists(into.aliases, from.aliases);
  into.list_status = std::min(into.list_status, from.list_status);
  merge_lists(into.list_sources, from.list_sources);
}

}  // namespace

void merge_facts(WorkFacts& into, const WorkFacts& from) {
  for_each_fact(into, from, [](auto& a, const auto& b) { merge_fact(a, b); });
  merge_body(into.body, from.body, false);
  merge_lists_of(into, from);
}

void fill_facts(WorkFacts& into, const WorkFacts& from) {
  for_each_fact(into, from, [](auto& a, const auto& b) { fill_fact(a, b); });
  merge_body(into.body, from.body, true);
  merge_lists_of(into, from);
}

}  // namespace lineage
