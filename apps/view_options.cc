#include "apps/view_options.h"

#include <optional>
#include <string_view>
#include <vector>

#include <CLI/App.hpp>

#include "analysis/suggest.h"
#include "apps/answers/phrases.h"

namespace lineage::cli {
namespace {

using analysis::RelationSet;

std::optional<Date> last_day_of(const std::string& typed) {
  if (typed.size() == 4) {
    return Date::from_iso(typed + "-12-31");
  }
  if (typed.size() == 7) {
    for (const char* day : {"-31", "-30", "-29", "-28"}) {
      if (const std::optional<Date> date = Date::from_iso(typed + day)) {
        return date;
      }
    }
  }
  return Date::from_iso(typed);
}

tl::expected<RelationSet, Failure> relation(std::string_view name) {
  RelationSet set;
  if (name == "citation" || name == "institutional") {
    return RelationSet::of(name == "citation" ? EdgeClass::Citation : EdgeClass::Institutional);
  }
  if (const std::optional<Relation> found = relation_named(name)) {
    set.insert(*found);
    return set;
  }
  std::vector<std::string_view> names{"citation", "institutional"};
  for (const RelationRow& row : relation_table()) {
    names.push_back(row.name);
  }
  return refuse(kUsage, "no relation " + in_quotes(name) + choices(name, names, "--over"));
}

}  // namespace

std::string choices(std::string_view typed,
                    const std::vector<std::string_view>& names,
                    std::string_view option) {
  const std::vector<std::string> near = analysis::nearest(typed, names);
  const std::vector<std::string> all(names.begin(), names.end());
  return near.empty() ? "; " + std::string(option) + " takes " + listed(all, all.size())
                      : analysis::did_you_mean(near);
}

void add_view_options(CLI::App& app, ViewOptions& options) {
  app.add_option("--over", options.over, "follow edges of these relations: 'recalls|reaffirms'");
  app.add_option("--as-of", options.as_of,
                 "the texts that there were on that day: 2010-12-31, 2010");
}

tl::expected<RelationSet, Failure> relations_of(const std::string& typed) {
  if (typed.empty()) {
    return RelationSet::of(EdgeClass::Citation);
  }
  RelationSet all;
  std::string_view rest = typed;
  while (true) {
    const std::size_t end = rest.find_first_of("|,");
    const auto one = relation(rest.substr(0, end));
    if (!one) {
      return one;
    }
    all |= *one;
    if (end == std::string_view::npos) {
      return all;
    }
    rest.remove_prefix(end + 1);
  }
}

tl::expected<analysis::View, Failure> view_of(const LineageGraph& graph,
                                              const ViewOptions& options) {
  const auto relations = relations_of(options.over);
  if (!relations) {
    return tl::unexpected(relations.error());
  }
  const analysis::View view = analysis::View(graph).over(*relations);
  if (options.as_of.empty()) {
    return view;
  }
  const std::optional<Date> day = last_day_of(options.as_of);
  if (!day) {
    return refuse(
        kUsage, in_quotes(options.as_of) + " is no day; --as-of takes 2010-12-31, 2010-12 or 2010");
  }
  return view.as_of(graph, *day);
}

}  // namespace lineage::cli
