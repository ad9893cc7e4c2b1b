// Cross tables of citations: how many there are of each relation, in each year, and so on, counted
// at a stated level.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/lineage_graph.h"

namespace lineage::analysis {

// What counts once.
enum class TallyLevel : std::uint8_t {
  Mention,   // every passage: each place of each text, each line of a catalogue
  Relation,  // every edge: a pair of texts and a relation
  Pair,      // every pair of a citing and a cited text
};
[[nodiscard]] std::string_view name_of(TallyLevel level);  // "mention", "relation", "pair"
// The inverse of name_of; nothing for any other text.
[[nodiscard]] std::optional<TallyLevel> tally_level_named(std::string_view name);

// One mention of one edge, or its edge or pair alone: then `passage` is null.
struct Counted {
  const LineageGraph& graph;
  const Edge& edge;
  const Passage* passage = nullptr;
};

// What citations can be counted by, one row each.
struct TallyKey {
  std::string_view name;  // "relation": stable, used on the command line and in outputs
  std::string_view summary;
  TallyLevel level;  // the coarsest at which it has one value
  std::string (*value)(const Counted&);
};
[[nodiscard]] std::span<const TallyKey> tally_keys();
// Null where no row has the name.
[[nodiscard]] const TallyKey* find_tally_key(std::string_view name);

// The counts by the values of the keys, in the order of these; what is not known is "".
using Tally = std::map<std::vector<std::string>, std::size_t>;

// Of `edges`, ascending. REQUIRES: no key is finer than the level. Values are ordered as text, but
// numbers, which are of one width here, by size. Cost: linear in what is counted.
[[nodiscard]] Tally tally(const LineageGraph& graph,
                          std::span<const EdgeId> edges,
                          std::span<const TallyKey* const> keys,
                          TallyLevel level);

}  // namespace lineage::analysis
