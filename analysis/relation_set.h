// A set of relations: which edges an analysis follows.
#pragma once

#include <cstdint>

#include "graph/lineage_graph.h"
#include "graph/relation.h"

namespace lineage::analysis {

class RelationSet {
 public:
  RelationSet() = default;
  [[nodiscard]] static RelationSet of(EdgeClass edge_class) {
    RelationSet set;
    for (const RelationRow& row : relation_table()) {
      if (row.edge_class == edge_class) {
        set.insert(row.relation);
      }
    }
    return set;
  }

  void insert(Relation relation) { bits_ |= std::uint64_t{1} << static_cast<unsigned>(relation); }
  [[nodiscard]] bool contains(Relation relation) const {
    return ((bits_ >> static_cast<unsigned>(relation)) & 1U) != 0;
  }
  [[nodiscard]] bool empty() const { return bits_ == 0; }
  [[nodiscard]] std::uint64_t bits() const { return bits_; }
  // As the predicate of a walk.
  [[nodiscard]] bool operator()(const Edge& edge) const { return contains(edge.relation); }

  RelationSet& operator|=(RelationSet other) {
    bits_ |= other.bits_;
    return *this;
  }
  RelationSet& operator&=(RelationSet other) {
    bits_ &= other.bits_;
    return *this;
  }
  friend bool operator==(RelationSet, RelationSet) = default;

 private:
  static_assert(static_cast<unsigned>(Relation::Cites) < 64);
  std::uint64_t bits_ = 0;
};

}  // namespace lineage::analysis
