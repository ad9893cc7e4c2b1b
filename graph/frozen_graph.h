// The frozen graph as a store keeps it: who cites whom, as one block of bytes whose arrays are used
// where they lie. It answers what needs neither facts nor passages, without building a LineageGraph
// from rows. Works and edges have the ids of the LineageGraph of the same rows.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "graph/block.h"
#include "graph/lineage_graph.h"

namespace lineage {

class FrozenGraph {
 public:
  [[nodiscard]] static FrozenGraph of(const LineageGraph& graph);
  // True for what this version of the program wrote, by its first bytes.
  [[nodiscard]] static bool is_readable(std::string_view bytes);
  // Of what bytes() gave. Errors: Malformed, also where the arrays do not fit one another. Cost:
  // linear, without a copy.
  [[nodiscard]] static Result<FrozenGraph> read(Block block);
  // Valid as long as this object.
  [[nodiscard]] std::string_view bytes() const { return block_.text(); }
  // 128 bits of XXH3 over bytes(), in hex.
  [[nodiscard]] std::string digest() const;

  [[nodiscard]] std::size_t work_count() const { return names_.size(); }
  [[nodiscard]] std::size_t edge_count() const { return edges_.all.size(); }
  // The canonical symbol.
  [[nodiscard]] std::string_view name(WorkId id) const { return letters(names_[id]); }
  // "" where it is not known.
  [[nodiscard]] std::string_view title(WorkId id) const { return letters(titles_[id]); }
  [[nodiscard]] std::optional<Date> date(WorkId id) const;
  [[nodiscard]] Holding holding(WorkId id) const { return static_cast<Holding>(holdings_[id]); }
  [[nodiscard]] ListStatus list_status(WorkId id) const {
    return static_cast<ListStatus>(lists_[id]);
  }
  // Finds by canonical symbol or alias. Cost: a binary search.
  [[nodiscard]] std::optional<WorkId> find(std::string_view canonical) const;
  // The edges in the order of a graph, and the lists of those that leave and enter each work.
  [[nodiscard]] const EdgeLists& edges() const { return edges_; }

  friend bool operator==(const FrozenGraph& a, const FrozenGraph& b) {
    return a.bytes() == b.bytes();
  }

 private:
  struct Extent {  // of `letters_`
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };
  struct Alias {
    Extent name;
    WorkId work = 0;
  };
  struct Columns;  // what a block is made of
  [[nodiscard]] std::string_view letters(Extent extent) const {
    return letters_.substr(extent.begin, extent.end - extent.begin);
  }
  [[nodiscard]] bool find_arrays();
  [[nodiscard]] bool is_sound() const;

  Block block_;
  // All of these lie in the block.
  std::string_view letters_;
  std::span<const Extent> names_;        // by id
  std::span<const Extent> titles_;       // by id
  std::span<const Alias> by_name_;       // sorted by name
  std::span<const std::int32_t> dates_;  // by id: year * 10000 + month * 100 + day, 0 for none
  std::span<const std::uint8_t> holdings_;
  std::span<const std::uint8_t> lists_;
  EdgeLists edges_;
};

}  // namespace lineage
