#include "analysis/audit_numbers.h"

#include <cstdint>
#include <string>

#include "graph/ascii.h"

namespace lineage::analysis {
namespace {

constexpr std::uint32_t kMostSessions = 120;  // no organ has held more

// "28/55" of "2000 年 11 月 20 日第 28/55 号": the digits around the last stroke.
std::string_view number_in(std::string_view quote) {
  const std::size_t stroke = quote.rfind('/');
  if (stroke == std::string_view::npos) {
    return {};
  }
  std::size_t begin = stroke;
  while (begin > 0 && is_digit(quote[begin - 1])) {
    --begin;
  }
  std::size_t end = stroke + 1;
  while (end < quote.size() && is_digit(quote[end])) {
    ++end;
  }
  return begin < stroke && stroke + 1 < end ? quote.substr(begin, end - begin) : std::string_view();
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
  if (mention.candidates.empty()) {
    if (const auto printed = Symbol::parse(number_in(mention.quote)); printed && is_act(*printed)) {
      acts.push_back(*printed);
    }
  }
  return acts;
}

}  // namespace lineage::analysis
