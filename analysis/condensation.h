// The condensation of a view: its strong components in an order in which every citation between two
// of them points backwards. What is only defined without circles is computed on it.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "analysis/view.h"
#include "graph/lineage_graph.h"

namespace lineage::analysis {

class Condensation {
 public:
  // Strong components by Tarjan's algorithm as Boost.Graph has it (Tarjan 1972, "Depth-first search
  // and linear graph algorithms"); not run where every citation points from the higher to the lower
  // id, as it does in a graph in order of dates without circles. Cost: linear.
  explicit Condensation(const View& view);

  // Numbered so that a citation between two components points from the higher to the lower number.
  [[nodiscard]] std::uint32_t count() const { return count_; }
  // Of a work that the view shows.
  [[nodiscard]] std::uint32_t of(WorkId id) const { return of_[id]; }
  // Ascending; more than one for the texts of a circle.
  [[nodiscard]] std::span<const WorkId> works(std::uint32_t component) const {
    return std::span(works_).subspan(begin_[component], begin_[component + 1] - begin_[component]);
  }
  // All works that the view shows, by component.
  [[nodiscard]] std::span<const WorkId> works() const { return works_; }

 private:
  void group(const View& view);

  std::uint32_t count_ = 0;
  std::vector<std::uint32_t> of_;     // by WorkId, count_ for a hidden work
  std::vector<WorkId> works_;         // by component
  std::vector<std::uint32_t> begin_;  // count_ + 1
};

}  // namespace lineage::analysis
