// Resolutions of one session under one agenda item: texts that answer one question, side by side.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "graph/lineage_graph.h"

namespace lineage::analysis {

// The agenda item of a work, "97 (c)", and its item without the letter, "97"; "" where it is not
// known.
[[nodiscard]] std::string agenda_item_of(const Work& work);
[[nodiscard]] std::string main_item_of(const Work& work);

// All resolutions of a graph that must outlive it, by organ, session and item. Cost: a pass over
// the works.
class RivalIndex {
 public:
  explicit RivalIndex(const LineageGraph& graph);

  // The resolutions of the work's session and agenda item, without it, ascending; nothing where its
  // session or agenda item is not known. Texts of two tracks are rivals also under two sub-items of
  // one item. Cost: linear in the resolutions of the item.
  [[nodiscard]] std::optional<std::vector<WorkId>> of(WorkId id) const;

 private:
  using Key = std::tuple<Organ, Session, std::string>;
  [[nodiscard]] Key key_of(const Work& work) const;

  const LineageGraph& graph_;
  std::map<Key, std::vector<WorkId>> resolutions_;
};

}  // namespace lineage::analysis
