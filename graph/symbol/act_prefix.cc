#include "graph/symbol/act_prefix.h"

#include <array>
#include <cassert>

namespace lineage {
namespace {

constexpr auto kResolution = WorkKind::Resolution;
constexpr auto kDecision = WorkKind::Decision;

constexpr std::array<ActPrefix, 20> kActPrefixes{{
    {"A/RES/", Organ::GeneralAssembly, kResolution, false},
    {"A/DEC/", Organ::GeneralAssembly, kDecision, false},
    {"S/RES/", Organ::SecurityCouncil, kResolution, true},
    {"S/DEC/", Organ::SecurityCouncil, kDecision, true},
    {"E/RES/", Organ::EconomicAndSocialCouncil, kResolution, true},
    {"E/DEC/", Organ::EconomicAndSocialCouncil, kDecision, true},
    {"A/HRC/RES/", Organ::HumanRightsCouncil, kResolution, false},
    {"A/HRC/DEC/", Organ::HumanRightsCouncil, kDecision, false},
    {"T/RES/", Organ::TrusteeshipCouncil, kResolution, false},
    {"T/DEC/", Organ::TrusteeshipCouncil, kDecision, false},
    {"E/CN.4/RES/", Organ::CommissionOnHumanRights, kResolution, true},
    {"E/CN.4/DEC/", Organ::CommissionOnHumanRights, kDecision, true},
    {"E/CN.7/RES/", Organ::CommissionOnNarcoticDrugs, kResolution, false},
    {"E/CN.7/DEC/", Organ::CommissionOnNarcoticDrugs, kDecision, false},
    {"E/CN.15/RES/", Organ::CommissionOnCrimePrevention, kResolution, false},
    {"E/CN.15/DEC/", Organ::CommissionOnCrimePrevention, kDecision, false},
    {"E/CN.6/RES/", Organ::CommissionOnTheStatusOfWomen, kResolution, false},
    {"E/CN.6/DEC/", Organ::CommissionOnTheStatusOfWomen, kDecision, false},
    {"UNEP/EA./RES/", Organ::EnvironmentAssembly, kResolution, false},
    {"UNEP/EA./DEC/", Organ::EnvironmentAssembly, kDecision, false},
}};

}  // namespace

std::span<const ActPrefix> act_prefixes() { return kActPrefixes; }

const ActPrefix& prefix_of(Organ organ, WorkKind kind) {
  for (const ActPrefix& prefix : kActPrefixes) {
    if (prefix.organ == organ && prefix.kind == kind) {
      return prefix;
    }
  }
  assert(false && "this organ numbers no acts of this kind");
  return kActPrefixes[0];
}

}  // namespace lineage
