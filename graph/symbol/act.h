// Reads the symbols of acts: resolutions and decisions. Private to graph/symbol/.
#pragma once

#include <optional>
#include <string_view>

#include "graph/symbol.h"

namespace lineage {

struct PrefixedAct {
  bool has_prefix = false;  // then the text is an act or nothing
  std::optional<Symbol> symbol;
};

// Reads text that begins like a resolution or decision with its organ: "A/RES/78/16".
[[nodiscard]] PrefixedAct read_prefixed_act(std::string_view text);

// A number without an organ is an Assembly's or, with a year, the Security Council's; here the
// session must be one that the Assembly counted this way, for "24/7" and "2020/21" are not its
// resolutions.
[[nodiscard]] std::optional<Symbol> read_bare_act(std::string_view text, WorkKind kind);

}  // namespace lineage
