// Reads the arguments of functions that are no sets: names, numbers, dates, words. Internal to
// analysis/query.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/query/resolver.h"
#include "graph/date.h"

namespace lineage::query {

template <typename T>
using Choices = std::span<const std::pair<std::string_view, T>>;

// "report|decision": names of `choices` joined by '|'.
template <typename T>
Parsed<std::vector<T>> chosen(const Syntax& tree, Choices<T> choices) {
  std::vector<T> found;
  if (tree.form == Form::Union) {
    for (const Syntax& part : tree.parts) {
      const Parsed<std::vector<T>> one = chosen(part, choices);
      if (!one) {
        return one;
      }
      found.insert(found.end(), one->begin(), one->end());
    }
    return found;
  }
  std::vector<std::string_view> names;
  for (const auto& [name, value] : choices) {
    names.push_back(name);
    if (tree.form == Form::Name && name == tree.text) {
      return std::vector<T>{value};
    }
  }
  return query_error(tree.span, "expected one or more of its names, joined by '|', here" +
                                    suggestion(tree.text, names));
}

template <typename T>
bool among(const std::vector<T>& values, T value) {
  return std::ranges::find(values, value) != values.end();
}

// Both ends included.
template <typename T>
struct Interval {
  T first;
  T last;
};

// "a..b", "a..", "..b" or "a" alone, its values read by `read`.
template <typename T, typename Read>
Parsed<Interval<T>> interval(const Syntax& tree, Interval<T> widest, Read read) {
  const bool open = tree.form == Form::From || tree.form == Form::UpTo;
  const bool both = tree.form == Form::Between;
  const Syntax& first = open || both ? tree.parts.front() : tree;
  const Syntax& last = open || both ? tree.parts.back() : tree;
  const Parsed<Interval<T>> low = read(first);
  const Parsed<Interval<T>> high = read(last);
  if (!low || !high) {
    return low ? high : low;
  }
  const Interval<T> found{tree.form == Form::UpTo ? widest.first : low->first,
                          tree.form == Form::From ? widest.last : high->last};
  if (found.last < found.first) {
    return query_error(tree.span, "the span ends before it begins");
  }
  return found;
}

[[nodiscard]] Parsed<Interval<std::uint32_t>> numbers(const Syntax& tree);
// A day, or the days of a month or of a year: "2015-06-30", "2015-06", "2015".
[[nodiscard]] Parsed<Interval<Date>> days(const Syntax& tree);
// Words in quotes, not empty; `example` shows the reader how they are written.
[[nodiscard]] Parsed<std::string> words(const Syntax& tree, std::string_view example);
// Names or words in quotes, joined by '|'.
[[nodiscard]] Parsed<std::vector<std::string>> names(const Syntax& tree);
// Latin letters made small.
[[nodiscard]] std::string lowered(std::string_view text);

// All nodes of the graph for which `holds`, bodies and tracks among them; the label is what the
// call says.
[[nodiscard]] Expression nodes_where(const Resolver& resolver,
                                     const Syntax& call,
                                     std::function<bool(const Work&)> holds);
// All texts: all nodes of a graph without bodies and tracks.
[[nodiscard]] Expression texts(const Resolver& resolver, const Syntax& call);
// All texts for which `holds`.
[[nodiscard]] Expression where(const Resolver& resolver,
                               const Syntax& call,
                               std::function<bool(const Work&)> holds);

}  // namespace lineage::query
