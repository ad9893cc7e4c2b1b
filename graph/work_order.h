// The order in which works stand in a graph. Private to graph/.
#pragma once

#include <limits>
#include <tuple>

#include "graph/lineage_graph.h"

namespace lineage {

// An undated work stands before the dated ones of the year that its symbol gives, or after all
// works.
[[nodiscard]] inline std::tuple<int, int, int> chronological_key(const Work& work) {
  if (work.date) {
    return {work.date->year(), work.date->month(), work.date->day()};
  }
  return {work.symbol().year().value_or(std::numeric_limits<int>::max()), 0, 0};
}

[[nodiscard]] inline bool stands_before(const Work& a, const Work& b) {
  const auto left = chronological_key(a);
  const auto right = chronological_key(b);
  return left != right ? left < right : a.symbol() < b.symbol();
}

// By file and place in it, then by everything else, so that no two different passages are equal.
[[nodiscard]] inline bool stands_before(const Passage& a, const Passage& b) {
  const auto key = [](const Passage& p) {
    return std::tie(p.file, p.begin, p.end, p.source, p.language, p.place, p.clause, p.pinpoint,
                    p.verb, p.quote, p.sentence, p.date);
  };
  const auto order = key(a) <=> key(b);
  return order != 0 ? order < 0 : a.flags.bits() < b.flags.bits();
}

[[nodiscard]] inline bool stands_before(const Mention& a, const Mention& b) {
  const auto key = [](const Mention& m) {
    return std::tie(m.file, m.begin, m.end, m.place, m.clause, m.document, m.target, m.candidates,
                    m.kind, m.status, m.by, m.relation, m.language, m.verb, m.pinpoint, m.date,
                    m.suggestion, m.quote);
  };
  const auto order = key(a) <=> key(b);
  return order != 0 ? order < 0 : a.flags.bits() < b.flags.bits();
}

}  // namespace lineage
