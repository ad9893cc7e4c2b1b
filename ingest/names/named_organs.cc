#include "ingest/names/named_organs.h"

#include <algorithm>
#include <utility>

namespace lineage::ingest {

std::optional<Organ> NamedOrgans::last(bool commission) {
  Known& known = commission ? commission_ : council_;
  std::size_t i = paragraphs_.size();
  while (i > known.read_to) {
    Named& named = paragraphs_[--i];
    if (named.unread != nullptr) {
      named.organs = read_(*std::exchange(named.unread, nullptr));
    }
    const auto last = std::find_if(named.organs.rbegin(), named.organs.rend(), [&](Organ organ) {
      return organ != Organ::GeneralAssembly && is_commission(organ) == commission;
    });
    if (last != named.organs.rend()) {
      known.organ = *last;
      break;
    }
  }
  known.read_to = paragraphs_.size();
  return known.organ;
}

}  // namespace lineage::ingest
