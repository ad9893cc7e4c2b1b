// The years that stand beside the name of a body and say which of several it is: "the 2010, 2013
// and 2015 reports of", "2021–2025", "de 2021", "للفترة 2021-2025".
#pragma once

#include <string_view>
#include <vector>

#include "graph/language.h"

namespace lineage::ingest {

struct NameYears {
  std::vector<int> years;  // ascending as printed
  bool span = false;       // "2021-2025": two years, first and last
};

// Years right before or right behind the folded name at [begin, end); a span goes before a list,
// and what stands behind the name before what stands in front of it. Looks no further than some
// words on either side. Nothing found: no years.
[[nodiscard]] NameYears years_beside(std::string_view lower,
                                     std::size_t begin,
                                     std::size_t end,
                                     Language language);

}  // namespace lineage::ingest
