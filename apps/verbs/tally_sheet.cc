#include "apps/verbs/tally_sheet.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <utility>

#include "analysis/exporters/json_values.h"

namespace lineage::cli {
namespace {

using analysis::Tally;
using analysis::TallyKey;
using analysis::TallyLevel;

bool is_number(const std::string& text) {
  const std::size_t sign = text.starts_with('-') ? 1 : 0;
  return text.size() > sign && text.size() < 10 &&
         text.find_first_not_of("0123456789", sign) == std::string::npos;
}

// Numbers by size, then words, what is not known last.
bool value_before(const std::string& a, const std::string& b) {
  if (is_number(a) && is_number(b)) {
    return std::stol(a) < std::stol(b);
  }
  const auto rank = [](const std::string& text) {
    return text.empty() ? 2 : is_number(text) ? 0 : 1;
  };
  return rank(a) != rank(b) ? rank(a) < rank(b) : a < b;
}

std::vector<std::pair<std::vector<std::string>, std::size_t>> ordered(const Tally& counts) {
  std::vector<std::pair<std::vector<std::string>, std::size_t>> rows(counts.begin(), counts.end());
  std::ranges::sort(rows, [](const auto& a, const auto& b) {
    return std::ranges::lexicographical_compare(a.first, b.first, value_before);
  });
  return rows;
}

std::string shown(const std::string& value) { return value.empty() ? "not known" : value; }

}  // namespace

Sheet long_sheet(const TallyKeys& keys, const Tally& counts, TallyLevel level) {
  Sheet sheet;
  for (const TallyKey* key : keys) {
    sheet.columns.push_back({std::string(key->name), std::string(key->name)});
  }
  const std::string what = std::string(analysis::name_of(level)) + "s";
  sheet.columns.push_back({what, what});
  for (const auto& [values, count] : ordered(counts)) {
    std::vector<Cell> row;
    for (const std::string& value : values) {
      row.push_back({analysis::text_or_null(value), Style::Plain, shown(value)});
    }
    row.push_back({count});
    sheet.rows.push_back(std::move(row));
  }
  return sheet;
}

Table cross_table(const TallyKeys& keys, const Tally& counts) {
  const auto less = [](const std::string& a, const std::string& b) { return value_before(a, b); };
  std::set<std::string, decltype(less)> rows(less);
  std::set<std::string, decltype(less)> columns(less);
  for (const auto& [values, count] : counts) {
    rows.insert(values[0]);
    columns.insert(values[1]);
  }
  Table table;
  table.header.push_back(std::string(keys[0]->name) + " \\ " + std::string(keys[1]->name));
  for (const std::string& column : columns) {
    table.header.push_back(shown(column));
  }
  table.header.emplace_back("all");
  std::vector<std::size_t> sums(columns.size() + 1, 0);
  for (const std::string& row : rows) {
    std::vector<Span> cells{{shown(row), Style::Heading}};
    std::size_t all = 0;
    std::size_t at = 0;
    for (const std::string& column : columns) {
      const auto found = counts.find({row, column});
      const std::size_t count = found == counts.end() ? 0 : found->second;
      cells.push_back({count == 0 ? "." : std::to_string(count), Style::Plain});
      all += count;
      sums[at++] += count;
    }
    sums[at] += all;
    cells.push_back({std::to_string(all), Style::Plain});
    table.rows.push_back(std::move(cells));
  }
  std::vector<Span> last{{"all", Style::Heading}};
  for (const std::size_t sum : sums) {
    last.push_back({std::to_string(sum), Style::Plain});
  }
  table.rows.push_back(std::move(last));
  return table;
}

}  // namespace lineage::cli
