// Texts that belong together because others cite both, or because both cite the same.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "analysis/view.h"
#include "graph/lineage_graph.h"

namespace lineage::analysis {

struct Companion {
  WorkId id = 0;
  std::size_t shared = 0;  // texts that cite both, or works that both cite
  double cosine = 0;       // shared by the geometric mean of what either has: 1 for the same lists

  friend bool operator==(const Companion&, const Companion&) = default;
};

// Co-citation (Small 1973, "Co-citation in the scientific literature"): the texts that are cited
// together with a member of `works`, ascending by id, the members themselves left out. `shared` is
// the number of texts that cite both it and at least one member; the cosine is that of Salton and
// McGill 1983, over the texts that cite the members and those that cite it. What is cited together
// changes as long as somebody cites. Cost: the citations of all citing texts.
[[nodiscard]] std::vector<Companion> cocited(const View& view, std::span<const WorkId> works);

// Bibliographic coupling (Kessler 1963, "Bibliographic coupling between scientific papers"): the
// texts that cite a work that a member cites too; `shared` is the number of those works. Fixed when
// both texts are adopted; only established where both lists are known. Cost: the citations that
// enter what the members cite.
[[nodiscard]] std::vector<Companion> coupled(const View& view, std::span<const WorkId> works);

}  // namespace lineage::analysis
