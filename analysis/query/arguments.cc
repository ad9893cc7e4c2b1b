#include "analysis/query/arguments.h"

#include <algorithm>
#include <limits>

#include "graph/ascii.h"

namespace lineage::query {

Parsed<Interval<std::uint32_t>> numbers(const Syntax& tree) {
  return interval<std::uint32_t>(
      tree, {0, std::numeric_limits<std::uint32_t>::max()}, [](const Syntax& value) {
        return number(value).map([](std::uint32_t n) { return Interval<std::uint32_t>{n, n}; });
      });
}

Parsed<Interval<Date>> days(const Syntax& tree) {
  const std::string& text = tree.text;
  if (tree.form == Form::Value && (text.size() == 4 || text.size() == 7 || text.size() == 10)) {
    const std::string rest = std::string("-01-01").substr(text.size() == 4 ? 0 : 3);
    const std::optional<Date> first = Date::from_iso(text.size() == 10 ? text : text + rest);
    std::optional<Date> last = text.size() == 4 ? Date::from_iso(text + "-12-31") : first;
    for (int day = 31; first && text.size() == 7 && (last == first || !last) && day > 27; --day) {
      last = Date::of(first->year(), first->month(), day);
    }
    if (first && last) {
      return Interval<Date>{*first, *last};
    }
  }
  return query_error(tree.span, "expected a date here, written 2015-06-30, 2015-06 or 2015");
}

Parsed<std::string> words(const Syntax& tree, std::string_view example) {
  if (tree.form != Form::Quoted || tree.text.empty()) {
    return query_error(tree.span, "expected words in quotes here: " + std::string(example));
  }
  return tree.text;
}

Parsed<std::vector<std::string>> names(const Syntax& tree) {
  std::vector<std::string> found;
  if (tree.form == Form::Union) {
    for (const Syntax& part : tree.parts) {
      const Parsed<std::vector<std::string>> one = names(part);
      if (!one) {
        return one;
      }
      found.insert(found.end(), one->begin(), one->end());
    }
    return found;
  }
  if ((tree.form != Form::Name && tree.form != Form::Quoted) || tree.text.empty()) {
    return query_error(tree.span, "expected one or more names, joined by '|', here");
  }
  return std::vector<std::string>{tree.text};
}

std::string lowered(std::string_view text) {
  std::string low(text);
  std::ranges::transform(low, low.begin(),
                         [](char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; });
  return low;
}

Expression texts(const Resolver& resolver, const Syntax& call) {
  const bool all = std::ranges::all_of(
      resolver.graph->works(), [](const Work& work) { return is_text(work.symbol().kind()); });
  if (all) {
    return resolver.node(Op::All, call);
  }
  Expression made = where(resolver, call, [](const Work&) { return true; });
  made.label = "all()";
  return made;
}

Expression where(const Resolver& resolver,
                 const Syntax& call,
                 std::function<bool(const Work&)> holds) {
  return nodes_where(resolver, call, [holds = std::move(holds)](const Work& work) {
    return is_text(work.symbol().kind()) && holds(work);
  });
}

Expression nodes_where(const Resolver& resolver,
                       const Syntax& call,
                       std::function<bool(const Work&)> holds) {
  Expression made = resolver.node(Op::Where, call);
  made.label = printed(call);
  made.holds = std::move(holds);
  return made;
}

}  // namespace lineage::query
