#include "analysis/find_work.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>

#include "analysis/suggest.h"
#include "graph/ascii.h"

namespace lineage::analysis {
namespace {

// "@gge2014-2015" in its pieces; years are 0 where none is given.
struct BodyName {
  std::string_view letters;
  int first = 0;
  int last = 0;
};

int year_of(std::string_view digits) {
  constexpr std::size_t kYear = 4;
  int year = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), year);
  return error == std::errc() && end == digits.data() + kYear ? year : 0;
}

BodyName pieces(std::string_view name) {
  std::size_t at = 0;
  while (at < name.size() && !is_digit(name[at])) {
    ++at;
  }
  BodyName body;
  body.letters = name.substr(0, at);
  while (body.letters.ends_with('-')) {
    body.letters.remove_suffix(1);
  }
  const std::string_view years = name.substr(at);
  const std::size_t dash = std::min(years.find('-'), years.size());
  body.first = year_of(years.substr(0, dash));
  body.last = dash < years.size() ? year_of(years.substr(dash + 1)) : body.first;
  return body;
}

bool may_mean(const BodyName& typed, const BodyName& body) {
  return typed.letters == body.letters &&
         (typed.first == 0 || (body.first <= typed.first && typed.first <= body.last));
}

}  // namespace

std::vector<WorkId> bodies_like(const LineageGraph& graph, const Symbol& typed) {
  if (typed.kind() != WorkKind::Body) {
    return {};
  }
  if (const std::optional<WorkId> id = graph.find(typed)) {
    return {*id};
  }
  const std::string name = typed.canonical();
  std::vector<WorkId> found;
  for (WorkId id = 0; id < graph.work_count(); ++id) {
    const Symbol& symbol = graph.work(id).symbol();
    if (symbol.kind() == WorkKind::Body && may_mean(pieces(name), pieces(symbol.canonical()))) {
      found.push_back(id);
    }
  }
  return found;
}

Result<WorkId> find_work(const LineageGraph& graph, const Symbol& typed) {
  if (const std::optional<WorkId> id = graph.find(typed)) {
    return *id;
  }
  const std::vector<WorkId> bodies = bodies_like(graph, typed);
  if (bodies.size() == 1) {
    return bodies.front();
  }
  if (bodies.empty()) {
    return failure(ErrorCode::NotFound, "the store has no '" + typed.canonical() + "'" +
                                            did_you_mean(nearest_works(typed, graph)));
  }
  std::string names;
  for (const WorkId id : bodies) {
    names += (names.empty() ? "" : ", ") + graph.work(id).symbol().canonical();
  }
  return failure(ErrorCode::Ambiguous, "'" + typed.canonical() + "' may be any of " +
                                           std::to_string(bodies.size()) + " bodies: " + names);
}

}  // namespace lineage::analysis
