#include "ingest/readers/fact_words.h"

#include <algorithm>
#include <array>

#include "graph/ascii.h"
#include "ingest/readers/source_document.h"
#include "ingest/readers/text_builder.h"

namespace lineage::ingest {
namespace {

struct Committee {
  std::string_view reference;
  std::string_view name;
};

constexpr std::array<Committee, 6> kCommittees{{
    {"#firstCommittee", "First Committee"},
    {"#secondCommittee", "Second Committee"},
    {"#thirdCommittee", "Third Committee"},
    {"#fourthCommittee", "Fourth Committee"},
    {"#fifthCommittee", "Fifth Committee"},
    {"#sixthCommittee", "Sixth Committee"},
}};

std::size_t digits_at(std::string_view text) {
  const auto* const end = std::find_if_not(text.begin(), text.end(), is_digit);
  return static_cast<std::size_t>(end - text.begin());
}

}  // namespace

std::string one_line(std::string_view words) {
  SourceDocument line;
  TextBuilder builder;
  builder.add(words);
  builder.finish(line);
  return line.text.substr(0, line.text.find('\n'));
}

std::string_view committee_of(std::string_view reference) {
  const auto* const row = std::ranges::find(kCommittees, reference, &Committee::reference);
  return row == kCommittees.end() ? std::string_view{} : row->name;
}

bool is_subject_list(std::string_view name) {
  return name == "DHLAUTH" || name == "UNBIS Thesaurus";
}

std::string agenda_number_of(std::string_view value) {
  value = value.substr(0, value.find('['));
  const std::size_t digits = digits_at(value);
  const std::string_view letters = value.substr(digits);
  if (digits == 0 || letters.empty() || !std::ranges::all_of(letters, is_lower)) {
    return std::string(value);
  }
  return std::string(value.substr(0, digits)).append(" (").append(letters).append(")");
}

bool is_agenda_part(std::string_view a, std::string_view b) {
  return b.size() > a.size() && b.starts_with(a) && b.substr(a.size()).starts_with(" (");
}

std::optional<std::string> meeting_of(std::string_view words, const Symbol& adopted) {
  const std::string_view record = words.substr(0, words.find(" ("));  // "(Resumption 1)"
  if (const auto symbol = Symbol::parse(record); symbol && symbol->kind() == WorkKind::Meeting) {
    return std::string(words);
  }
  const std::size_t plenary = words.find(" plenary meeting");
  const Session session = adopted.session();
  if (plenary == std::string_view::npos || session.kind != SessionKind::Regular) {
    return std::nullopt;
  }
  const std::string_view ordinal =
      words.substr(0, plenary).substr(words.substr(0, plenary).rfind(' ') + 1);
  const std::size_t digits = digits_at(ordinal);
  if (digits == 0) {
    return std::nullopt;
  }
  return "A/" + std::to_string(session.number) + "/PV." + std::string(ordinal.substr(0, digits));
}

Symbol described_work(const Symbol& symbol) {
  const bool is_range = symbol.letters().find('-') != std::string::npos;
  return is_range ? symbol.whole().value_or(symbol) : symbol;
}

}  // namespace lineage::ingest
