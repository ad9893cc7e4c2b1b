#include "analysis/closure.h"

#include <algorithm>
#include <array>

namespace lineage::analysis {
namespace {

std::vector<Relative> closure(const LineageGraph& graph,
                              WorkId work,
                              Direction direction,
                              std::uint32_t max_depth) {
  std::vector<Relative> found;
  const std::array<WorkId, 1> starts{work};
  walk(graph, starts, direction, [&](WorkId id, std::uint32_t depth) {
    found.push_back({id, depth});
    return depth < max_depth ? Walk::Continue : Walk::Prune;
  });
  std::ranges::sort(found, {}, &Relative::id);
  return found;
}

}  // namespace

std::vector<Relative> ancestors(const LineageGraph& graph, WorkId work, std::uint32_t max_depth) {
  return closure(graph, work, Direction::ToCited, max_depth);
}

std::vector<Relative> descendants(const LineageGraph& graph, WorkId work, std::uint32_t max_depth) {
  return closure(graph, work, Direction::ToCiting, max_depth);
}

std::vector<WorkId> ids_of(const std::vector<Relative>& relatives) {
  std::vector<WorkId> ids;
  ids.reserve(relatives.size());
  for (const Relative& relative : relatives) {
    ids.push_back(relative.id);
  }
  return ids;
}

bool reaches(const LineageGraph& graph, WorkId from, WorkId to) {
  bool found = false;
  const std::array<WorkId, 1> starts{from};
  walk(graph, starts, Direction::ToCited, [&](WorkId id, std::uint32_t /*depth*/) {
    found = id == to;
    return found ? Walk::Stop : Walk::Continue;
  });
  return found;
}

}  // namespace lineage::analysis
