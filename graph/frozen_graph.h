// The frozen graph as a store keeps it: who cites whom, as arrays that are read in one piece. It
// answers what needs neither facts nor passages, without building a LineageGraph from rows. Works
// have the ids of the LineageGraph of the same rows.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/lineage_graph.h"

namespace lineage {

class FrozenGraph {
 public:
  [[nodiscard]] static FrozenGraph of(const LineageGraph& graph);
  // True for what bytes() of this version of the program wrote, by its first bytes.
  [[nodiscard]] static bool is_readable(std::string_view bytes);
  // Reads what bytes() wrote. Errors: Malformed, also where the arrays do not fit one another.
  [[nodiscard]] static Result<FrozenGraph> read(std::string_view bytes);
  [[nodiscard]] std::string bytes() const;
  // 128 bits of XXH3 over bytes(), in hex.
  [[nodiscard]] std::string digest() const;

  [[nodiscard]] std::size_t work_count() const { return names_.size(); }
  [[nodiscard]] std::size_t edge_count() const { return targets_.size(); }
  // The canonical symbol.
  [[nodiscard]] std::string_view name(WorkId id) const;
  [[nodiscard]] std::string_view title(WorkId id) const;  // "" where it is not known
  [[nodiscard]] std::optional<Date> date(WorkId id) const;
  [[nodiscard]] Holding holding(WorkId id) const { return static_cast<Holding>(holdings_[id]); }
  [[nodiscard]] ListStatus list_status(WorkId id) const {
    return static_cast<ListStatus>(lists_[id]);
  }
  // Finds by canonical symbol or alias. Cost: a binary search.
  [[nodiscard]] std::optional<WorkId> find(std::string_view canonical) const;
  // The edges that leave the work: targets ascending, and the relation of each.
  [[nodiscard]] std::span<const WorkId> cites(WorkId id) const;
  [[nodiscard]] std::span<const std::uint8_t> relations(WorkId id) const;
  // The works that cite it, ascending, once for each edge.
  [[nodiscard]] std::span<const WorkId> cited_by(WorkId id) const;

  friend bool operator==(const FrozenGraph&, const FrozenGraph&) = default;

 private:
  struct Extent {  // of `letters_`
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    friend bool operator==(const Extent&, const Extent&) = default;
  };
  struct Alias {
    Extent name;
    WorkId work = 0;
    friend bool operator==(const Alias&, const Alias&) = default;
  };
  [[nodiscard]] std::string_view letters(Extent extent) const {
    return std::string_view(letters_).substr(extent.begin, extent.end - extent.begin);
  }
  [[nodiscard]] bool is_sound() const;
  void make_reverse();

  std::string letters_;
  std::vector<Extent> names_;        // by id
  std::vector<Extent> titles_;       // by id
  std::vector<Alias> by_name_;       // sorted by name
  std::vector<std::int32_t> dates_;  // year * 10000 + month * 100 + day, 0 for none
  std::vector<std::uint8_t> holdings_;
  std::vector<std::uint8_t> lists_;
  std::vector<std::uint32_t> out_begin_;  // work_count() + 1
  std::vector<WorkId> targets_;
  std::vector<std::uint8_t> relations_;
  std::vector<std::uint32_t> in_begin_;  // work_count() + 1
  std::vector<WorkId> sources_;
};

}  // namespace lineage
