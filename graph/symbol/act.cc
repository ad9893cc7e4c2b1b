#include "graph/symbol/act.h"

#include "graph/symbol/act_number.h"
#include "graph/symbol/act_prefix.h"
#include "graph/symbol/cursor.h"
#include "graph/symbol/spelling.h"

namespace lineage {
namespace {

constexpr unsigned kLastRomanAssemblySession = 30;  // 1975
constexpr unsigned kFirstStrokeSession = 31;        // 1976
constexpr unsigned kLastPlausibleSession = 200;
constexpr unsigned kLastYear = 2100;

// Reads "S_RES_1540_2004", in which the year stands where other organs have their number.
std::optional<Symbol> council_act(WorkKind kind, const ActNumber& act) {
  using Shape = ActNumber::Shape;
  if (act.shape == Shape::Year) {
    return Symbol::roman(Organ::SecurityCouncil, kind, act.session, act.number, act.letters);
  }
  if (act.shape == Shape::Stroke && act.session.kind == SessionKind::Regular &&
      act.number >= kFirstYear && act.number <= kLastYear) {
    const Session year{SessionKind::None, static_cast<std::uint16_t>(act.number)};
    return Symbol::roman(Organ::SecurityCouncil, kind, year, act.session.number, act.letters);
  }
  return std::nullopt;
}

std::optional<Symbol> symbol_of(Organ organ, WorkKind kind, const ActNumber& act) {
  if (organ == Organ::SecurityCouncil) {
    return council_act(kind, act);
  }
  switch (act.shape) {
    case ActNumber::Shape::Stroke:
      return Symbol::slash(organ, kind, act.session, act.number, act.letters);
    case ActNumber::Shape::Roman:
      return Symbol::roman(organ, kind, act.session, act.number, act.letters);
    case ActNumber::Shape::Year:
      break;
  }
  return std::nullopt;
}

// "UNEP/EA.2/RES/24", which the documents print as "UNEP/EA.2/Res.24".
PrefixedAct read_environment_act(std::string_view text) {
  Cursor cursor(text);
  if (!cursor.take_word("UNEP/EA.")) {
    return {};
  }
  const auto session = cursor.take_number();
  if (!session || !cursor.take('/')) {
    return {};
  }
  const bool resolution = cursor.take_word("RES");
  if (!resolution && !cursor.take_word("DEC")) {
    return {};
  }
  if (!cursor.take('/') && !cursor.take('.')) {
    return {};
  }
  cursor.skip_spaces();
  const auto number = cursor.take_number();
  if (!number || !cursor.at_end() || *session > UINT16_MAX || *session == 0 || *number == 0) {
    return {true, std::nullopt};
  }
  return {true, Symbol::slash(Organ::EnvironmentAssembly,
                              resolution ? WorkKind::Resolution : WorkKind::Decision,
                              Session{SessionKind::Regular, static_cast<std::uint16_t>(*session)},
                              *number)};
}

// All prefixes of acts end in one of these words; most symbols are those of documents.
bool holds_act_word(std::string_view text) {
  for (std::size_t at = text.find('/'); at != std::string_view::npos; at = text.find('/', at + 1)) {
    const std::string_view behind = text.substr(at + 1);
    if (starts_with_folded(behind, "RES/") || starts_with_folded(behind, "DEC/")) {
      return true;
    }
  }
  return false;
}

}  // namespace

PrefixedAct read_prefixed_act(std::string_view text) {
  if (!holds_act_word(text)) {
    return read_environment_act(text);
  }
  for (const ActPrefix& prefix : act_prefixes()) {
    if (starts_with_folded(text, prefix.text)) {
      const auto act = read_act_number(text.substr(prefix.text.size()));
      if (!act || act->number == 0 || act->session.number == 0) {
        return {true, std::nullopt};
      }
      return {true, symbol_of(prefix.organ, prefix.kind, *act)};
    }
  }
  return read_environment_act(text);
}

std::optional<Symbol> read_bare_act(std::string_view text, WorkKind kind) {
  using Shape = ActNumber::Shape;
  const auto act = read_act_number(text);
  if (!act || act->number == 0 || act->session.number == 0) {
    return std::nullopt;
  }
  const unsigned session = act->session.number;
  const bool regular = act->session.kind == SessionKind::Regular;
  switch (act->shape) {
    case Shape::Year:
      if (session > kLastYear) {
        return std::nullopt;
      }
      return symbol_of(Organ::SecurityCouncil, kind, *act);
    case Shape::Roman:
      if (session > kLastRomanAssemblySession) {
        return std::nullopt;
      }
      break;
    case Shape::Stroke:
      if ((regular && session < kFirstStrokeSession) || session > kLastPlausibleSession) {
        return std::nullopt;
      }
      break;
  }
  return symbol_of(Organ::GeneralAssembly, kind, *act);
}

}  // namespace lineage
