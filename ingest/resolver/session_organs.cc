#include "ingest/resolver/session_organs.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace lineage::ingest {
namespace {

// The Commission on Narcotic Drugs met for the 52nd time in 2009; the Environment Assembly in 2014,
// 2016, 2017, 2019, 2021 and 2024, every second year or so.
struct SessionOrgan {
  Organ organ;
  int first_year;         // of session 1, as if there had been one a year
  int per_year;           // sessions a year, or
  int years_between;      // years from one session to the next
  unsigned last_session;  // no number above this is known
};

constexpr std::array<SessionOrgan, 5> kSessionOrgans{{
    {Organ::HumanRightsCouncil, 2006, 3, 1, 80},
    {Organ::EnvironmentAssembly, 2014, 1, 2, 12},
    {Organ::CommissionOnNarcoticDrugs, 1958, 1, 1, 90},
    {Organ::CommissionOnTheStatusOfWomen, 1957, 1, 1, 90},
    {Organ::CommissionOnCrimePrevention, 1992, 1, 1, 50},
}};

constexpr auto kOrgans = [] {
  std::array<Organ, kSessionOrgans.size()> organs{};
  for (std::size_t i = 0; i < organs.size(); ++i) {
    organs[i] = kSessionOrgans[i].organ;
  }
  return organs;
}();

const SessionOrgan* row_of(Organ organ) {
  const auto row = std::find_if(kSessionOrgans.begin(), kSessionOrgans.end(),
                                [&](const SessionOrgan& r) { return r.organ == organ; });
  return row == kSessionOrgans.end() ? nullptr : &*row;
}

}  // namespace

std::span<const Organ> session_organs() { return kOrgans; }

bool numbers_by_session(Organ organ) {
  return organ == Organ::GeneralAssembly || row_of(organ) != nullptr;
}

bool has_session(Organ organ, unsigned session) {
  const SessionOrgan* row = row_of(organ);
  return row != nullptr && session >= 1 && session <= row->last_session;
}

std::optional<int> year_of_session(Organ organ, unsigned session) {
  const SessionOrgan* row = row_of(organ);
  if (row == nullptr) {
    return std::nullopt;
  }
  return row->first_year + (static_cast<int>(session) - 1) * row->years_between / row->per_year;
}

bool may_have_met(Organ organ, unsigned session, int year) {
  const auto expected = year_of_session(organ, session);
  return expected && std::abs(*expected - year) <= 1;
}

}  // namespace lineage::ingest
