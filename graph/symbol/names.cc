// The names of organs and of kinds of works.
#include <array>

#include "graph/symbol.h"

namespace lineage {
namespace {

constexpr std::array<std::string_view, 13> kOrganNames{"General Assembly",
                                                       "Security Council",
                                                       "Economic and Social Council",
                                                       "Human Rights Council",
                                                       "Trusteeship Council",
                                                       "Commission on Human Rights",
                                                       "Commission on Narcotic Drugs",
                                                       "Commission on Crime Prevention",
                                                       "Commission on the Status of Women",
                                                       "Environment Assembly",
                                                       "Secretariat",
                                                       "Conference",
                                                       "other body"};

constexpr std::array<std::string_view, 11> kKindNames{
    "resolution", "decision", "report",   "draft", "meeting", "statement",
    "document",   "treaty",   "external", "body",  "track"};

}  // namespace

std::string_view name_of(Organ organ) { return kOrganNames[static_cast<std::size_t>(organ)]; }

std::string_view name_of(WorkKind kind) { return kKindNames[static_cast<std::size_t>(kind)]; }

std::optional<WorkKind> work_kind_named(std::string_view name) {
  for (std::size_t i = 0; i < kKindNames.size(); ++i) {
    if (kKindNames[i] == name) {
      return static_cast<WorkKind>(i);
    }
  }
  return std::nullopt;
}

}  // namespace lineage
