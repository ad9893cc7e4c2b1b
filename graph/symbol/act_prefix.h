// The written beginnings of the symbols of resolutions and decisions. Private to
// graph/symbol/.
#pragma once

#include <span>
#include <string_view>

#include "graph/symbol.h"

namespace lineage {

struct ActPrefix {
  std::string_view text;  // upper case, with the oblique at its end
  Organ organ;
  WorkKind kind;
  bool by_year;  // counts by year instead of by session: E/RES/1996/31
};

// One row for each organ and kind. The session of the Environment Assembly stands inside its prefix
// (UNEP/EA.2/RES/24), so its rows are not found by a plain comparison.
[[nodiscard]] std::span<const ActPrefix> act_prefixes();

// REQUIRES: the organ numbers acts of this kind, resolutions or decisions.
[[nodiscard]] const ActPrefix& prefix_of(Organ organ, WorkKind kind);

}  // namespace lineage
