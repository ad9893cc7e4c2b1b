// The transitive closure of a view: which text builds on which, for all pairs at once, and the
// citations that imply all others.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "analysis/condensation.h"
#include "analysis/view.h"
#include "graph/lineage_graph.h"
#include "graph/result.h"

namespace lineage::analysis {

// A triangle of bits: what each strong component reaches among those of lower numbers, to which
// alone citations lead. Rows are complete in the order in which they are made, from the lowest.
class ReachRows {
 public:
  explicit ReachRows(std::uint32_t count);

  [[nodiscard]] bool has(std::uint32_t from, std::uint32_t to) const {
    return ((words_[begin_[from] + to / 64] >> (to % 64)) & 1U) != 0;
  }
  // `from` now reaches `to` and all that `to` reaches. REQUIRES: to < from, the row of `to` is
  // complete.
  void add(std::uint32_t from, std::uint32_t to);
  // How many components `from` reaches.
  [[nodiscard]] std::size_t count(std::uint32_t from) const;
  [[nodiscard]] static std::size_t bytes(std::size_t count) {
    return count * count / 16 + count * 16;
  }

 private:
  std::vector<std::size_t> begin_;
  std::vector<std::uint64_t> words_;
};

class TransitiveClosure {
 public:
  // Warshall's question (1962, "A theorem on Boolean matrices"), answered on the condensation by
  // rows of bits from the oldest texts on; a citation that an older route implies costs a look, not
  // a row. Own code: Boost.Graph's transitive_closure and transitive_reduction are hundreds of
  // times slower (docs/performance.md). Cost: components times needed citations / 128 steps, a bit
  // for each pair of components. Errors: Unsupported where that is more than `most_bytes`.
  [[nodiscard]] static Result<TransitiveClosure> of(const View& view,
                                                    std::size_t most_bytes = std::size_t{1} << 30);

  // True when citations lead from `from` to `to`; every text reaches itself. Cost: constant.
  [[nodiscard]] bool reaches(WorkId from, WorkId to) const;
  // How many texts `work` builds on, itself left out. Cost: the row and the number of circles.
  [[nodiscard]] std::size_t ancestor_count(WorkId work) const;
  // The citations that no longer route implies (Aho, Garey and Ullman 1972, "The transitive
  // reduction of a directed graph"), by citing and cited text: all within a circle, and between two
  // circles all or none.
  [[nodiscard]] const std::vector<std::pair<WorkId, WorkId>>& needed() const { return needed_; }

 private:
  TransitiveClosure(const View& view, Condensation parts);

  Condensation parts_;
  ReachRows rows_;
  std::vector<std::uint32_t> circles_;  // components of more than one text, ascending
  std::vector<std::pair<WorkId, WorkId>> needed_;
};

}  // namespace lineage::analysis
