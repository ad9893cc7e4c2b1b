#include "ingest/names/gazetteer.h"

#include <algorithm>
#include <cassert>

#include "ingest/names/gazetteer_table.h"
#include "ingest/names/name_forms.h"
#include "ingest/text/normalize.h"

namespace lineage::ingest {
namespace {

// Cuts the text in front of the next `end` off; the rest loses `end` too.
std::string_view cut(std::string_view& rest, char end) {
  const std::size_t at = std::min(rest.find(end), rest.size());
  const std::string_view piece = rest.substr(0, at);
  rest.remove_prefix(std::min(at + 1, rest.size()));
  return piece;
}

std::vector<NameRow> read_rows() {
  std::vector<NameRow> rows;
  std::string_view rest = gazetteer_table();
  for (std::size_t line = 1; !rest.empty(); ++line) {
    std::string_view fields = cut(rest, '\n');
    if (fields.empty() || fields.front() == '#') {
      continue;
    }
    const auto language = language_named(cut(fields, '\t'));
    assert(language.has_value());
    NameRow row;
    row.line = line;
    row.language = *language;
    row.name = cut(fields, '\t');
    row.symbol = cut(fields, '\t');
    row.taught_by = cut(fields, '\t');
    rows.push_back(row);
  }
  return rows;
}

bool is_name(const NameRow& row, std::string_view folded) {
  const std::vector<std::string> forms = name_forms(row.name);
  return std::any_of(forms.begin(), forms.end(), [&](const std::string& printed) {
    const DatedName form = dated_name(fold_phrase(printed));
    const std::string whole = form.head + form.year + form.tail;
    return folded == without_breaks(whole, row.language != Language::Chinese) ||
           (!form.year.empty() && folded == form.year);
  });
}

}  // namespace

std::span<const NameRow> name_rows() {
  static const std::vector<NameRow> rows = read_rows();
  return rows;
}

const NameRow* row_of_name(Language language, std::string_view words, const Symbol& work) {
  const std::string folded = without_breaks(fold_phrase(words), language != Language::Chinese);
  const std::string symbol = work.canonical();
  for (const NameRow& row : name_rows()) {
    if (row.language == language && row.symbol == symbol && is_name(row, folded)) {
      return &row;
    }
  }
  return nullptr;
}

}  // namespace lineage::ingest
