#include "apps/suggest.h"

#include <algorithm>
#include <utility>

namespace lineage::cli {
namespace {

constexpr std::size_t kMostBytes = 200;
constexpr std::size_t kMostNames = 3;

std::size_t tolerance(std::string_view typed) {
  return std::clamp<std::size_t>(typed.size() / 3, 1, 3);
}

using Ranked = std::vector<std::pair<std::size_t, std::string>>;

std::vector<std::string> first_names(Ranked ranked) {
  std::ranges::stable_sort(ranked, {}, &Ranked::value_type::first);
  std::vector<std::string> names;
  for (auto& [distance, name] : ranked) {
    if (names.size() < kMostNames && std::ranges::find(names, name) == names.end()) {
      names.push_back(std::move(name));
    }
  }
  return names;
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  const std::size_t apart = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (apart > limit || a.size() > kMostBytes || b.size() > kMostBytes) {
    return limit + 1;
  }
  std::vector<std::size_t> before(b.size() + 1, 0);
  std::vector<std::size_t> above(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) {
    above[j] = j;
  }
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, changed});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
    }
    std::swap(before, above);
    std::swap(above, row);
  }
  return std::min(above[b.size()], limit + 1);
}

std::vector<std::string> nearest(std::string_view written,
                                 std::span<const std::string_view> names) {
  std::string typed(written.substr(0, kMostBytes + 1));  // "SHOW" is "show"
  std::ranges::transform(typed, typed.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  const std::size_t limit = tolerance(typed);
  Ranked ranked;
  for (const std::string_view name : names) {
    const std::size_t distance = edit_distance(typed, name, limit);
    if (distance <= limit) {
      ranked.emplace_back(distance, std::string(name));
    }
  }
  return first_names(std::move(ranked));
}

std::vector<std::string> nearest_works(const Symbol& symbol, const LineageGraph& graph) {
  const std::string typed = symbol.short_form();
  const std::size_t limit = tolerance(typed);
  Ranked ranked;
  for (const Work& work : graph.works()) {
    const std::string name = work.symbol().short_form();
    // "77/512" and "decision 77/512" are one number of two kinds.
    const bool related = work.symbol().whole() == symbol || symbol.whole() == work.symbol() ||
                         name.ends_with(" " + typed) || typed.ends_with(" " + name);
    const std::size_t distance = related ? 0 : edit_distance(typed, name, limit);
    if (distance <= limit) {
      ranked.emplace_back(distance, name);
    }
  }
  return first_names(std::move(ranked));
}

std::string did_you_mean(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const bool last = i + 1 == names.size();
    text += i == 0 ? "; did you mean " : last ? " or " : ", ";
    text += "'" + names[i] + "'";
  }
  return text.empty() ? text : text + "?";
}

}  // namespace lineage::cli
