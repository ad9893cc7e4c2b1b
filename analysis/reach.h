// What a set of texts reaches in a view, as one bit a text: for graphs of any size, where the
// generations do not matter.
#pragma once

#include <span>
#include <vector>

#include "analysis/view.h"
#include "analysis/walk.h"
#include "graph/lineage_graph.h"

namespace lineage::analysis {

// By WorkId: whether citations lead from a member of `starts` to the text (ToCited: the ancestors),
// or from the text to a member (ToCiting: the descendants); members reach themselves, members that
// the view hides are left out. As ids stand in the order of dates, nearly all citations point to
// lower ids: one sweep in that direction settles every text when all that can lead to it has been.
// Where most are reached, a text looks for one that leads to it rather than each showing where it
// leads (Beamer, Asanovic and Patterson 2012, "Direction-optimizing breadth-first search"), so that
// little more than one citation a text is looked at; what citations forward in time lead to is
// walked afterwards. Circles need no care. Cost: linear in what is reached and in what cites it,
// plus a pass over the bits.
[[nodiscard]] std::vector<bool> reached(const View& view,
                                        std::span<const WorkId> starts,
                                        Direction direction);

}  // namespace lineage::analysis
