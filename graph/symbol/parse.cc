// Reads the spellings of symbols. The text is first brought to one plain form (an address, a file
// name and odd spaces become ordinary text), then read as an act (a resolution or a decision) or as
// a document.
#include <algorithm>
#include <string>
#include <utility>

#include "graph/ascii.h"
#include "graph/symbol.h"
#include "graph/symbol/act.h"
#include "graph/symbol/spelling.h"

namespace lineage {
namespace {

// Takes a leading "decision " or "res:" off the text.
std::optional<WorkKind> take_kind_word(std::string_view& text) {
  struct Row {
    std::string_view word;
    WorkKind kind;
  };
  constexpr Row kRows[] = {{"RESOLUTION", WorkKind::Resolution},
                           {"DECISION", WorkKind::Decision},
                           {"RES", WorkKind::Resolution},
                           {"DEC", WorkKind::Decision}};
  for (const Row& row : kRows) {
    if (!starts_with_folded(text, row.word)) {
      continue;
    }
    std::string_view rest = text.substr(row.word.size());
    if (!rest.empty() && (rest.front() == ':' || rest.front() == '.' || rest.front() == ' ')) {
      rest.remove_prefix(1);
      text = trimmed(rest);
      return row.kind;
    }
  }
  return std::nullopt;
}

// "treaty:un-charter", "external:IMO/A.1002(25)".
std::optional<Symbol> read_named(std::string_view text) {
  constexpr std::size_t kShortestSpace = 3;
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon < kShortestSpace || colon + 1 == text.size() ||
      text.substr(colon + 1).starts_with("//")) {
    return std::nullopt;
  }
  const std::string_view space = text.substr(0, colon);
  const bool name_fits = std::ranges::all_of(text.substr(colon + 1), [](char c) {
    return static_cast<unsigned char>(c) > ' ' && c != 0x7f;
  });
  if (!name_fits || !std::ranges::all_of(space, [](char c) { return is_lower(c) || c == '-'; })) {
    return std::nullopt;
  }
  return Symbol::named(space, text.substr(colon + 1));
}

// "@gge2014-2015": small letters, digits and hyphens.
std::optional<Symbol> read_body(std::string_view text) {
  if (text.size() < 2 || text.front() != '@') {
    return std::nullopt;
  }
  std::string name(text.substr(1));
  std::ranges::transform(name, name.begin(),
                         [](char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; });
  const bool fits =
      std::ranges::all_of(name, [](char c) { return is_lower(c) || is_digit(c) || c == '-'; });
  return fits ? std::optional(Symbol::body(name)) : std::nullopt;
}

}  // namespace

Result<Symbol> Symbol::parse(std::string_view text) {
  const std::string_view input = text;
  text = trimmed(text);
  if (text.empty() || text.size() > kLongestSymbolText) {
    return malformed_symbol(input);
  }
  const auto address = symbol_in_address(text);
  if (address) {
    text = trimmed(*address);
  }
  if (text.front() == '@') {
    const auto body = read_body(text);
    return body ? Result<Symbol>(*body) : malformed_symbol(input);
  }
  std::string_view number = text;
  const auto kind_word = take_kind_word(number);
  if (!kind_word) {
    if (auto named = read_named(text)) {
      return *named;
    }
  }
  auto plain_text = plain(number);
  if (!plain_text) {
    return malformed_symbol(input);
  }
  const std::string form = without_file_name_marks(std::move(*plain_text));
  if (const PrefixedAct act = read_prefixed_act(form); act.has_prefix) {
    return act.symbol ? Result<Symbol>(*act.symbol) : malformed_symbol(input);
  }
  if (auto act = read_bare_act(form, kind_word.value_or(WorkKind::Resolution))) {
    return *act;
  }
  // "resolution A/74/367" is said of a report: the symbol beats the word.
  return document(form);
}

}  // namespace lineage
