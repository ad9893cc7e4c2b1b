#include "ingest/names/settle_names.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace lineage::ingest {
namespace {

// What a text mentions: its works, and those that a clause mentions by number.
struct Mentioned {
  std::set<std::string> works;
  std::set<std::pair<std::string, std::string>> numbered;
};

Mentioned mentioned_in(const std::vector<Mention>& mentions) {
  Mentioned known;
  for (const Mention& mention : mentions) {
    if (mention.target) {
      known.works.insert(mention.target->canonical());
      if (mention.by != FoundBy::Name) {
        known.numbered.emplace(mention.clause, mention.target->canonical());
      }
    }
  }
  return known;
}

bool counts(const Mention& name, const Mentioned& known) {
  const auto numbered = [&](const Symbol& work) {
    return known.numbered.contains({name.clause, work.canonical()});
  };
  if (name.target) {
    return !numbered(*name.target);
  }
  return std::none_of(name.candidates.begin(), name.candidates.end(), numbered) &&
         std::any_of(name.candidates.begin(), name.candidates.end(),
                     [&](const Symbol& work) { return known.works.contains(work.canonical()); });
}

}  // namespace

void settle_names(std::vector<Mention>& mentions) {
  const Mentioned known = mentioned_in(mentions);
  std::erase_if(mentions, [&](const Mention& mention) {
    return mention.by == FoundBy::Name && !counts(mention, known);
  });
}

}  // namespace lineage::ingest
