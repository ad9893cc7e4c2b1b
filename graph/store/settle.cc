#include "graph/store/settle.h"

#include <map>
#include <string>

#include "graph/store/impl.h"

namespace lineage {
namespace {

// Whether `more` says all that `less` says, and more.
template <typename T>
bool refines(const T& /*more*/, const T& /*less*/) {
  return false;
}

bool refines(const CommitteeReport& more, const CommitteeReport& less) {
  return more.symbol == less.symbol && less.pinpoint.empty() && !more.pinpoint.empty();
}

template <typename AnyVote>
std::size_t names_in(const AnyVote& vote) {
  return vote.voted_for.size() + vote.voted_against.size() + vote.abstained.size();
}

bool refines(const Vote& more, const Vote& less) {
  const bool counts = more.in_favour == less.in_favour && more.against == less.against &&
                      more.abstaining == less.abstaining;
  return counts && names_in(less) == 0 && names_in(more) > 0;
}

bool refines(const CommitteeVote& more, const CommitteeVote& less) {
  const bool same = more.in_favour == less.in_favour && more.against == less.against;
  const bool counts = more.abstaining == less.abstaining || (more.abstaining && !less.abstaining);
  return same && counts && names_in(less) <= names_in(more) && !(more == less);
}

// "18 (b)" is a part of item 18.
bool refines(const AgendaItem& more, const AgendaItem& less) {
  return more.number.starts_with(less.number + " (");
}

template <typename T>
void settle_fact(std::span<StatedFacts> entries, std::optional<Sourced<T>> WorkFacts::*fact) {
  std::map<T, std::size_t> files;
  for (const StatedFacts& entry : entries) {
    if (const auto& said = entry.facts.*fact) {
      files[said->value] += entry.files;
    }
  }
  if (files.size() < 2) {
    return;
  }
  const T* best = nullptr;
  std::size_t most = 0;
  for (const auto& [value, own] : files) {
    std::size_t count = own;
    for (const auto& [other, its] : files) {
      count += refines(value, other) ? its : 0;
    }
    if (count > most) {
      best = &value;
      most = count;
    }
  }
  for (StatedFacts& entry : entries) {
    auto& said = entry.facts.*fact;
    if (said && !(said->value == *best)) {
      said.reset();
    }
  }
}

}  // namespace

void settle(std::span<StatedFacts> entries) {
  if (entries.size() > 1) {
    for_each_sourced([&](std::string_view /*name*/, auto fact) { settle_fact(entries, fact); });
  }
}

}  // namespace lineage
