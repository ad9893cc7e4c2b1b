#include "graph/work.h"

#include <algorithm>
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

namespace {

constexpr std::array<std::string_view, kBodyFacts> kBodyFactNames{
    "years", "size", "members", "chair", "sessions", "document series", "secretariat", "outcome"};

}  // namespace

std::string_view name_of(BodyFact fact) { return kBodyFactNames[static_cast<std::size_t>(fact)]; }

std::optional<BodyFact> body_fact_named(std::string_view name) {
  const auto at = std::ranges::find(kBodyFactNames, name);
  return at == kBodyFactNames.end()
             ? std::nullopt
             : std::optional(static_cast<BodyFact>(at - kBodyFactNames.begin()));
}

const Sourced<std::string>* WorkFacts::find(BodyFact fact) const {
  const auto at = std::ranges::find(body, fact, &StatedFact::fact);
  return at == body.end() ? nullptr : &at->said;
}

}  // namespace lineage
