// What an answer would need to be established. A citation list that is unknown or partial is not an
// empty one: an answer that could be another with it is "not established" and names it. Only lists
// that can matter are named; a text cites what is older, so a text that is older than what is asked
// for cannot.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "analysis/relation_set.h"
#include "graph/date.h"
#include "graph/lineage_graph.h"

namespace lineage::analysis {

// Works whose citation list is not known in full. Empty: the answer is established.
struct OpenLists {
  std::vector<WorkId> unknown;
  std::vector<WorkId> partial;

  [[nodiscard]] bool empty() const { return unknown.empty() && partial.empty(); }
};

// True when the citation list of the work is unknown or partial.
[[nodiscard]] bool list_open(const Work& work);

// Those of `works` whose list is open, in the order given.
[[nodiscard]] OpenLists open_lists(const LineageGraph& graph, std::span<const WorkId> works);

// For "which texts do `works` cite?", and with `since` for "which of them cite something of that
// day or younger?": those of `works` with an open list that can have been adopted on that day or
// later, in the order given. Cost: linear.
[[nodiscard]] std::vector<WorkId> open_among(const LineageGraph& graph,
                                             std::span<const WorkId> works,
                                             const std::optional<Date>& since = std::nullopt);

// For "do citations lead from `starts` to `ends`?", whose answer is the same without the lists of
// texts older than all of `ends`, or further than `limit` edges from `starts`. Empty `ends`:
// nothing is asked. Cost: a walk.
[[nodiscard]] std::vector<WorkId> open_towards(
    const LineageGraph& graph,
    std::span<const WorkId> starts,
    std::span<const WorkId> ends,
    RelationSet follow = RelationSet::of(EdgeClass::Citation),
    std::uint32_t limit = std::numeric_limits<std::uint32_t>::max());

// For "what cites `cited`?" and for "nothing cites it": every text of the store that is not among
// `found` (in any order), whose list is open and that is not older than all of `cited`. Empty
// `cited`: nothing is asked. Cost: linear in the works.
[[nodiscard]] std::vector<WorkId> open_citing(const LineageGraph& graph,
                                              std::span<const WorkId> cited,
                                              std::span<const WorkId> found);

// By WorkId: of how many texts the ancestry hangs on this list: the texts that build on the work,
// itself included, where its list is open; 0 where it is known. What the list would unlock. Cost:
// one pass over the citations for every 64 open lists.
[[nodiscard]] std::vector<std::uint32_t> unlocks(const LineageGraph& graph);

}  // namespace lineage::analysis
