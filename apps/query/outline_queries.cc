#include "apps/query/outline_queries.h"

#include <algorithm>
#include <array>

#include "analysis/query/parser.h"
#include "apps/query/alias_file.h"

namespace lineage::cli {
namespace {

// Functions of texts that look at edges, dates, titles and the words of texts, and those of values,
// whose arguments are names. Not those that look at facts (agenda items stand behind a series),
// at passages, or at clauses, which are tied to edges by them.
constexpr std::array<std::string_view, 34> kOfTexts{
    "all",       "none",    "present",  "count",    "references",  "cited_by",   "citers",
    "ancestors", "held",    "stub",     "wanted",   "descendants", "over",       "asof",
    "proper",    "only",    "heads",    "roots",    "common",      "forkpoint",  "mergepoint",
    "title",     "text",    "allpaths", "shortest", "somepath",    "dominators", "mainpath",
    "cocited",   "coupled", "first",    "latest",   "citing",      "cited"};
constexpr std::array<std::string_view, 8> kOfValues{"kind", "organ",  "session", "year",
                                                    "date", "status", "list",    "lang"};

// Citations themselves are shown with their proofs; their ends are texts.
constexpr std::array<std::string_view, 2> kEnds{"citing", "cited"};
constexpr std::array<std::string_view, 4> kOfCitations{"edges", "from", "to", "verb"};

constexpr std::array<std::string_view, 13> kFormats{
    "",    "table", "symbols", "count", "tree",   "timeline", "dot",
    "svg", "json",  "ndjson",  "csv",   "bibtex", "ris"};

bool is_in(const auto& table, std::string_view name) {
  return std::find(table.begin(), table.end(), name) != table.end();
}

bool is_known(const query::Syntax& call, bool within_ends) {
  return is_in(kOfTexts, call.text) || (within_ends && is_in(kOfCitations, call.text)) ||
         (call.text == "top" && call.parts.size() > 1 && outline_scores(call.parts[1].text));
}

// A name is a word of the language or one that `let` binds: aliases are expanded by now.
bool looks_at_edges_only(const query::Syntax& tree, bool within_ends) {
  const bool call = tree.form == query::Form::Call;
  if (tree.form == query::Form::Symbol && tree.text.find('#') != std::string::npos) {
    return false;  // a clause, tied to edges by passages
  }
  if (call && is_in(kOfValues, tree.text)) {
    return true;
  }
  const bool ends = within_ends || (call && is_in(kEnds, tree.text));
  return (!call || is_known(tree, within_ends)) &&
         std::ranges::all_of(tree.parts, [ends](const query::Syntax& part) {
           return looks_at_edges_only(part, ends);
         });
}

}  // namespace

bool outline_answers(const Context& context, const std::string& query) {
  const auto parsed = query::parse(query);
  const auto aliases = read_aliases(context.aliases);
  if (!parsed || !aliases) {
    return true;
  }
  const auto whole = query::expanded(parsed->expression, *aliases);
  return !whole || (outline_shows(parsed->output) && looks_at_edges_only(*whole, false));
}

bool outline_shows(std::string_view format) { return is_in(kFormats, format); }

bool outline_scores(std::string_view score) { return score != "fresh"; }  // that of a series

tl::expected<Context, Failure> with_whole_unless(bool outline_will_do, const Context& context) {
  if (outline_will_do || !context.graph->is_outline()) {
    return context;
  }
  const LoadedGraph whole = context.whole();
  if (!whole) {
    return tl::unexpected(whole.error());
  }
  Context with_facts = context;
  with_facts.graph = *whole;
  return with_facts;
}

}  // namespace lineage::cli
