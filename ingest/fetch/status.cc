#include "ingest/fetch/status.h"

#include <algorithm>
#include <array>

namespace lineage::ingest {
namespace {

constexpr std::array<FetchStatusRow, 17> kRows{{
    {FetchStatus::Fetched, "fetched", FetchClass::Fine, false, false},
    {FetchStatus::Present, "present", FetchClass::Fine, false, false},
    {FetchStatus::Absent, "absent", FetchClass::No, false, false},
    {FetchStatus::Refused, "refused", FetchClass::Failed, false, false},
    {FetchStatus::Busy, "busy", FetchClass::Failed, true, true},
    {FetchStatus::Failing, "failing", FetchClass::Failed, true, true},
    {FetchStatus::Outside, "outside", FetchClass::Failed, false, false},
    {FetchStatus::Unreachable, "unreachable", FetchClass::Failed, true, true},
    {FetchStatus::Untrusted, "untrusted", FetchClass::Failed, false, true},
    {FetchStatus::Slow, "slow", FetchClass::Failed, true, true},
    {FetchStatus::TooLarge, "too-large", FetchClass::Failed, false, false},
    {FetchStatus::CutShort, "cut-short", FetchClass::Failed, true, false},
    {FetchStatus::NotADocument, "not-a-document", FetchClass::Failed, false, false},
    {FetchStatus::Unreadable, "unreadable", FetchClass::Failed, false, false},
    {FetchStatus::OtherSymbol, "other-symbol", FetchClass::Failed, false, false},
    {FetchStatus::OtherLanguage, "other-language", FetchClass::Failed, false, false},
    {FetchStatus::Stopped, "stopped", FetchClass::Failed, false, false},
}};

}  // namespace

const FetchStatusRow& row_of(FetchStatus status) { return kRows[static_cast<std::size_t>(status)]; }

std::optional<FetchStatus> fetch_status_named(std::string_view name) {
  const auto* row =
      std::ranges::find_if(kRows, [&](const FetchStatusRow& r) { return r.name == name; });
  return row == kRows.end() ? std::nullopt : std::optional(row->status);
}

}  // namespace lineage::ingest
