#include "graph/mention.h"

#include <array>

namespace lineage {
namespace {

constexpr std::array<std::string_view, 3> kStatusNames{"resolved", "ambiguous", "unresolved"};
constexpr std::array<std::string_view, 4> kFoundByNames{"symbol", "name", "back-reference",
                                                        "series"};

struct FlagRow {
  MentionFlag flag;
  std::string_view name;
};

constexpr std::array<FlagRow, 15> kFlags{{
    {MentionFlag::SharedDate, "shared-date"},
    {MentionFlag::RangeDerived, "range-derived"},
    {MentionFlag::Misdated, "misdated"},
    {MentionFlag::ForwardInTime, "forward-in-time"},
    {MentionFlag::OcrRepaired, "ocr-repaired"},
    {MentionFlag::NoteMarkSplit, "note-mark-split"},
    {MentionFlag::Reversed, "reversed"},
    {MentionFlag::ImpliedOrgan, "implied-organ"},
    {MentionFlag::SessionConflict, "session-conflict"},
    {MentionFlag::DistributionDate, "distribution-date"},
    {MentionFlag::OpenSeries, "open-series"},
    {MentionFlag::SymbolBeatsWord, "symbol-beats-word"},
    {MentionFlag::AliasSymbol, "alias-symbol"},
    {MentionFlag::ExternalBody, "external-body"},
    {MentionFlag::ImpliedYear, "implied-year"},
}};

constexpr auto kFlagList = [] {
  std::array<MentionFlag, kFlags.size()> list{};
  for (std::size_t i = 0; i < kFlags.size(); ++i) {
    list[i] = kFlags[i].flag;
  }
  return list;
}();

template <typename Enum, std::size_t N>
std::optional<Enum> position(const std::array<std::string_view, N>& names, std::string_view name) {
  for (std::size_t i = 0; i < N; ++i) {
    if (names[i] == name) {
      return static_cast<Enum>(i);
    }
  }
  return std::nullopt;
}

}  // namespace

std::string_view name_of(MentionStatus status) {
  return kStatusNames[static_cast<std::size_t>(status)];
}

std::string_view name_of(FoundBy by) { return kFoundByNames[static_cast<std::size_t>(by)]; }

std::string_view name_of(MentionFlag flag) { return kFlags[static_cast<std::size_t>(flag)].name; }

std::optional<MentionStatus> mention_status_named(std::string_view name) {
  return position<MentionStatus>(kStatusNames, name);
}

std::optional<FoundBy> found_by_named(std::string_view name) {
  return position<FoundBy>(kFoundByNames, name);
}

std::span<const MentionFlag> all_mention_flags() { return kFlagList; }

}  // namespace lineage
