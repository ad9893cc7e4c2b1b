#include "analysis/query/reachability.h"

#include <algorithm>
#include <limits>
#include <vector>

#include "analysis/components.h"

namespace lineage::query {
namespace {

using analysis::Walk;

constexpr std::uint32_t kUnreached = std::numeric_limits<std::uint32_t>::max();

// Edges of the shortest path from a member to each work.
std::vector<std::uint32_t> distances(const LineageGraph& graph,
                                     const WorkSet& from,
                                     Direction direction,
                                     const Follow& follow) {
  std::vector<std::uint32_t> found(graph.work_count(), kUnreached);
  analysis::walk(graph, from.ids(), direction, follow, [&](WorkId id, std::uint32_t depth) {
    found[id] = depth;
    return Walk::Continue;
  });
  return found;
}

analysis::Selection followed(const LineageGraph& graph, const Follow& follow) {
  analysis::Selection whole;
  whole.works.reserve(graph.work_count());
  for (WorkId id = 0; id < graph.work_count(); ++id) {
    whole.works.push_back(id);
  }
  for (EdgeId id = 0; id < graph.edge_count(); ++id) {
    if (follow(graph.edge(id))) {
      whole.edges.push_back(id);
    }
  }
  return whole;
}

// How far each work is from the two ends, and how long the shortest paths are.
struct Ends {
  std::vector<std::uint32_t> down;  // from `younger`
  std::vector<std::uint32_t> up;    // from `older`
  std::uint32_t length = kUnreached;

  [[nodiscard]] bool on_shortest(WorkId id) const {
    return length != kUnreached && down[id] != kUnreached && up[id] != kUnreached &&
           down[id] + up[id] == length;
  }
};

Ends ends(const LineageGraph& graph,
          const WorkSet& older,
          const WorkSet& younger,
          const Follow& follow) {
  Ends found{distances(graph, younger, Direction::ToCited, follow),
             distances(graph, older, Direction::ToCiting, follow)};
  for (const WorkId id : older.ids()) {
    found.length = std::min(found.length, found.down[id]);
  }
  return found;
}

// Marks the components to which edges lead from `members`, a component of its own: away from the
// heads towards cited works, away from the roots towards citing ones.
void mark_next(const LineageGraph& graph,
               const analysis::Components& components,
               const std::vector<WorkId>& members,
               Direction side,
               const Follow& follow,
               std::vector<bool>& marked) {
  const Direction onwards = side == Direction::ToCiting ? Direction::ToCited : Direction::ToCiting;
  for (const WorkId id : members) {
    for (const EdgeId edge : analysis::edges_from(graph, id, onwards)) {
      const std::size_t far = components.of[analysis::far_end(graph.edge(edge), onwards)];
      if (follow(graph.edge(edge)) && far != components.of[id]) {
        marked[far] = true;
      }
    }
  }
}

}  // namespace

WorkSet step(const LineageGraph& graph,
             const WorkSet& from,
             Direction direction,
             const Follow& follow) {
  WorkSet found(graph.work_count());
  for (const WorkId id : from.ids()) {
    for (const EdgeId edge : analysis::edges_from(graph, id, direction)) {
      if (follow(graph.edge(edge))) {
        found.insert(analysis::far_end(graph.edge(edge), direction));
      }
    }
  }
  return found;
}

WorkSet reached(const LineageGraph& graph,
                const WorkSet& from,
                Direction direction,
                const Follow& follow,
                std::uint32_t limit) {
  WorkSet found(graph.work_count());
  analysis::walk(graph, from.ids(), direction, follow, [&](WorkId id, std::uint32_t depth) {
    found.insert(id);
    return depth < limit ? Walk::Continue : Walk::Prune;
  });
  return found;
}

WorkSet extreme(const LineageGraph& graph,
                const WorkSet& of,
                Direction side,
                const Follow& follow) {
  const analysis::Selection whole = followed(graph, follow);
  const analysis::Components components = analysis::strong_components(graph, whole);
  std::vector<std::vector<WorkId>> members(components.count);
  for (WorkId id = 0; id < graph.work_count(); ++id) {
    members[components.of[id]].push_back(id);
  }
  WorkSet found(graph.work_count());
  // Whether a member of `of` in an earlier component leads here. Edges point to lower numbers, so
  // heads are found from the highest number down and roots from the lowest up.
  std::vector<bool> after_member(components.count, false);
  for (std::size_t i = 0; i < components.count; ++i) {
    const std::size_t at = side == Direction::ToCiting ? components.count - 1 - i : i;
    bool holds_member = false;
    for (const WorkId id : members[at]) {
      if (of.contains(id)) {
        holds_member = true;
        if (!after_member[at]) {
          found.insert(id);
        }
      }
    }
    if (!holds_member && !after_member[at]) {
      continue;
    }
    mark_next(graph, components, members[at], side, follow, after_member);
  }
  return found;
}

WorkSet shortest(const LineageGraph& graph,
                 const WorkSet& older,
                 const WorkSet& younger,
                 const Follow& follow) {
  const Ends found = ends(graph, older, younger, follow);
  WorkSet works(graph.work_count());
  for (WorkId id = 0; id < graph.work_count(); ++id) {
    if (found.on_shortest(id)) {
      works.insert(id);
    }
  }
  return works;
}

WorkSet somepath(const LineageGraph& graph,
                 const WorkSet& older,
                 const WorkSet& younger,
                 const Follow& follow) {
  const Ends found = ends(graph, older, younger, follow);
  WorkSet path(graph.work_count());
  std::vector<WorkId> choices = younger.ids();
  for (std::uint32_t depth = 0; found.length != kUnreached && depth <= found.length; ++depth) {
    const auto fits = [&](WorkId id) { return found.down[id] == depth && found.on_shortest(id); };
    std::erase_if(choices, [&](WorkId id) { return !fits(id); });
    const WorkId next = *std::ranges::min_element(choices);  // on_shortest: there is always one
    path.insert(next);
    choices.clear();
    for (const EdgeId edge : graph.cites(next)) {
      if (follow(graph.edge(edge))) {
        choices.push_back(graph.edge(edge).target);
      }
    }
  }
  return path;
}

}  // namespace lineage::query
