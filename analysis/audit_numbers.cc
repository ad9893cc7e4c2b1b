#include "analysis/audit_numbers.h"

#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <system_error>

#include "graph/ascii.h"

namespace lineage::analysis {
namespace {

constexpr std::uint32_t kMostSessions = 120;  // no organ has held more

// 28/55 of "2000 年 11 月 20 日第 28/55 号": the digits around the last stroke. As a symbol such a
// number may be refused, since sessions before the thirty-first were numbered otherwise.
std::optional<Symbol> number_in(std::string_view quote, WorkKind kind) {
  const std::size_t stroke = quote.rfind('/');
  if (stroke == std::string_view::npos) {
    return std::nullopt;
  }
  std::size_t begin = stroke;
  while (begin > 0 && is_digit(quote[begin - 1])) {
    --begin;
  }
  std::uint16_t session = 0;
  std::uint16_t number = 0;
  const auto left = std::from_chars(quote.data() + begin, quote.data() + stroke, session);
  const auto right =
      std::from_chars(quote.data() + stroke + 1, quote.data() + quote.size(), number);
  if (left.ec != std::errc() || right.ec != std::errc() || session == 0 || number == 0) {
    return std::nullopt;
  }
  return Symbol::slash(Organ::GeneralAssembly, kind, Session{SessionKind::Regular, session},
                       number);
}

}  // namespace

bool is_act(const Symbol& symbol) {
  return symbol.kind() == WorkKind::Resolution || symbol.kind() == WorkKind::Decision;
}

bool is_number(std::string_view quote) {
  const std::size_t bracket = quote.find('(');
  return quote.find('/') != std::string_view::npos ||
         (bracket != std::string_view::npos && quote.find_first_of("0123456789") < bracket);
}

std::vector<Symbol> swapped(const Symbol& symbol) {
  std::vector<Symbol> acts;
  const Session session = symbol.session();
  if (!is_act(symbol) || session.kind != SessionKind::Regular || symbol.number() == 0 ||
      symbol.number() > kMostSessions || symbol.number() == session.number ||
      symbol.canonical().find('(') != std::string::npos) {
    return acts;
  }
  const Session other{SessionKind::Regular, static_cast<std::uint16_t>(symbol.number())};
  const std::string letter = symbol.letters().size() == 1 ? symbol.letters() : "";
  acts.push_back(Symbol::slash(symbol.organ(), symbol.kind(), other, session.number, letter));
  if (symbol.organ() != Organ::GeneralAssembly) {
    acts.push_back(
        Symbol::slash(Organ::GeneralAssembly, symbol.kind(), other, session.number, letter));
  }
  return acts;
}

std::vector<Symbol> printed_acts(const Mention& mention) {
  std::vector<Symbol> acts;
  for (const Symbol& candidate : mention.candidates) {
    if (is_act(candidate) && candidate.session().kind == SessionKind::Regular &&
        candidate.number() > 0) {
      acts.push_back(Symbol::slash(Organ::GeneralAssembly, candidate.kind(), candidate.session(),
                                   candidate.number()));
    }
  }
  const bool act = mention.kind == WorkKind::Resolution || mention.kind == WorkKind::Decision;
  if (const auto printed = number_in(mention.quote, mention.kind);
      mention.candidates.empty() && act && printed) {
    acts.push_back(*printed);
  }
  return acts;
}

}  // namespace lineage::analysis
