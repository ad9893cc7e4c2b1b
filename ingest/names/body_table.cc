#include "ingest/names/body_table.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>

#include "graph/ascii.h"
#include "ingest/names/gazetteer_table.h"
#include "ingest/names/name_forms.h"
#include "ingest/text/normalize.h"

namespace lineage::ingest {
namespace {

constexpr std::array<std::string_view, 5> kKinds{"full", "subject", "family", "short", "none"};
constexpr std::size_t kLanguages = 6;

std::string_view cut(std::string_view& rest, char end) {
  const std::size_t at = std::min(rest.find(end), rest.size());
  const std::string_view piece = rest.substr(0, at);
  rest.remove_prefix(std::min(at + 1, rest.size()));
  return piece;
}

int year_at(std::string_view text, std::size_t at) {
  constexpr std::size_t kYear = 4;
  int year = 0;
  const std::string_view digits = text.substr(std::min(at, text.size()), kYear);
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), year);
  return error == std::errc() && end == digits.data() + kYear ? year : 0;
}

BodyInstance instance(const Symbol& body, std::string_view act) {
  const std::string& name = body.canonical();
  const std::size_t first = std::min(name.find_first_of("0123456789"), name.size());
  const std::size_t dash = std::min(name.find('-', first), name.size());
  return {body, std::string(act), year_at(name, first), year_at(name, dash + 1)};
}

struct Table {
  std::vector<BodyFamily> families;
  std::array<std::vector<BodyName>, kLanguages> names;
  std::vector<std::string> broken;

  std::size_t family_of(std::string_view name) {
    for (std::size_t i = 0; i < families.size(); ++i) {
      if (families[i].name == name) {
        return i;
      }
    }
    families.push_back({std::string(name), {}});
    return families.size() - 1;
  }
  // The family that holds the body, else one of its own.
  std::size_t family_with(const Symbol& body) {
    for (std::size_t i = 0; i < families.size(); ++i) {
      for (const BodyInstance& known : families[i].bodies) {
        if (known.body == body) {
          return i;
        }
      }
    }
    families.push_back({body.canonical(), {instance(body, "")}});
    return families.size() - 1;
  }
};

void read_row(std::string_view row, Table& table) {
  std::string_view rest = row;
  const std::string_view language = cut(rest, '\t');
  const std::string_view name = cut(rest, '\t');
  const std::string_view body = cut(rest, '\t');
  const std::string_view last = cut(rest, '\t');
  const auto symbol = Symbol::parse(body);
  if (language == "*") {
    if (symbol) {
      table.families[table.family_of(name)].bodies.push_back(instance(*symbol, last));
    }
    return;
  }
  const auto* const kind = std::ranges::find(kKinds, last);
  const auto spoken = language_named(language);
  if (!spoken || kind == kKinds.end() || (!symbol && body != "-")) {
    table.broken.emplace_back(row);
    return;
  }
  const auto how = static_cast<BodyNameKind>(kind - kKinds.begin());
  const bool of_family =
      std::ranges::any_of(table.families, [&](const BodyFamily& f) { return f.name == body; });
  const std::size_t family =
      of_family || !symbol ? table.family_of(body) : table.family_with(*symbol);
  // A full name says which of its family it is.
  const std::vector<BodyInstance>& bodies = table.families[family].bodies;
  const auto which = std::ranges::find_if(
      bodies, [&](const BodyInstance& known) { return symbol && known.body == *symbol; });
  for (const std::string& form : name_forms(name)) {
    table.names[static_cast<std::size_t>(*spoken)].push_back(
        {without_breaks(fold_phrase(form), *spoken != Language::Chinese), how, family,
         static_cast<std::size_t>(which - bodies.begin())});
  }
}

Table read_table() {
  Table table;
  std::string_view rest = body_name_table();
  while (!rest.empty()) {
    const std::string_view row = cut(rest, '\n');
    if (!row.empty() && row.front() != '#') {
      read_row(row, table);
    }
  }
  for (std::vector<BodyName>& names : table.names) {
    std::ranges::stable_sort(names, [](const BodyName& a, const BodyName& b) {
      return a.words.size() > b.words.size();
    });
  }
  return table;
}

const Table& table() {
  static const Table made = read_table();
  return made;
}

}  // namespace

std::span<const BodyFamily> body_families() { return table().families; }

std::span<const BodyName> body_names(Language language) {
  return table().names[static_cast<std::size_t>(language)];
}

std::vector<std::string> broken_body_rows() { return table().broken; }

}  // namespace lineage::ingest
