#include "apps/query/outline_queries.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "analysis/query/parser.h"

namespace lineage::cli {
namespace {

// Functions of texts that look at nothing but edges, and those of values, whose arguments are
// names.
constexpr std::array<std::string_view, 23> kOfTexts{
    "all",    "none",      "present",  "count",    "references",  "cited_by",
    "citers", "ancestors", "held",     "stub",     "descendants", "proper",
    "only",   "heads",     "roots",    "common",   "forkpoint",   "mergepoint",
    "title",  "allpaths",  "shortest", "somepath", "dominators"};
constexpr std::array<std::string_view, 7> kOfValues{"kind", "organ",  "session", "year",
                                                    "date", "status", "list"};

constexpr std::array<std::string_view, 4> kFormats{"", "table", "symbols", "count"};

bool is_in(const auto& table, std::string_view name) {
  return std::find(table.begin(), table.end(), name) != table.end();
}

// A name that stands for a set may be an alias, behind which anything can stand.
bool looks_at_edges_only(const query::Syntax& tree) {
  if (tree.form == query::Form::Call && is_in(kOfValues, tree.text)) {
    return true;
  }
  const bool known =
      tree.form == query::Form::Call ? is_in(kOfTexts, tree.text) : tree.form != query::Form::Name;
  return known && std::all_of(tree.parts.begin(), tree.parts.end(), looks_at_edges_only);
}

}  // namespace

bool outline_answers(const std::string& query, const std::string& format) {
  const auto parsed = query::parse(query);
  return !parsed || (is_in(kFormats, format) && is_in(kFormats, parsed->output) &&
                     looks_at_edges_only(parsed->expression));
}

}  // namespace lineage::cli
