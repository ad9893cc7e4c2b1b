#include "graph/work.h"

#include <array>

namespace lineage {

std::string_view name_of(Holding holding) {
  constexpr std::array<std::string_view, 3> kNames{"held", "catalogued", "only cited"};
  return kNames[static_cast<std::size_t>(holding)];
}

std::string_view name_of(ListStatus status) {
  constexpr std::array<std::string_view, 3> kNames{"known", "partial", "unknown"};
  return kNames[static_cast<std::size_t>(status)];
}

}  // namespace lineage
