// A set of works of one graph: a bit for each. Sets of its edges, of its unresolved mentions and of
// clauses are the same, over as many bits as there are of them.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "graph/lineage_graph.h"

namespace lineage::query {

class WorkSet {
 public:
  // Empty, for a graph of `size` works; sets that meet in an operation have one size.
  explicit WorkSet(std::size_t size) : size_(size), words_((size + 63) / 64) {}
  WorkSet(std::size_t size, std::span<const WorkId> ids) : WorkSet(size) {
    for (const WorkId id : ids) {
      insert(id);
    }
  }

  void insert(WorkId id) { words_[id / 64] |= std::uint64_t{1} << (id % 64); }
  void erase(WorkId id) { words_[id / 64] &= ~(std::uint64_t{1} << (id % 64)); }
  [[nodiscard]] bool contains(WorkId id) const {
    return ((words_[id / 64] >> (id % 64)) & 1U) != 0;
  }
  [[nodiscard]] std::size_t size() const { return size_; }  // of the graph
  [[nodiscard]] std::size_t count() const {
    std::size_t count = 0;
    for (const std::uint64_t word : words_) {
      count += static_cast<std::size_t>(std::popcount(word));
    }
    return count;
  }

  WorkSet& operator|=(const WorkSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      words_[i] |= other.words_[i];
    }
    return *this;
  }
  WorkSet& operator&=(const WorkSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      words_[i] &= other.words_[i];
    }
    return *this;
  }
  WorkSet& operator-=(const WorkSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      words_[i] &= ~other.words_[i];
    }
    return *this;
  }
  void invert() {
    for (std::uint64_t& word : words_) {
      word = ~word;
    }
    if (size_ % 64 != 0) {
      words_.back() &= (std::uint64_t{1} << (size_ % 64)) - 1;
    }
  }

  // Ascending: the order in which a set prints.
  [[nodiscard]] std::vector<WorkId> ids() const {
    std::vector<WorkId> ids;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      for (std::uint64_t word = words_[i]; word != 0; word &= word - 1) {
        ids.push_back(
            static_cast<WorkId>(i * 64 + static_cast<std::size_t>(std::countr_zero(word))));
      }
    }
    return ids;
  }

  friend bool operator==(const WorkSet&, const WorkSet&) = default;

 private:
  std::size_t size_;
  std::vector<std::uint64_t> words_;
};

}  // namespace lineage::query
