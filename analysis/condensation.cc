#include "analysis/condensation.h"

#include <numeric>

#include <boost/graph/strong_components.hpp>

#include "analysis/structure.h"

namespace lineage::analysis {
namespace {

// Whether the order of ids is one of time for every citation.
bool points_backwards(const View& view) {
  bool backwards = true;
  for (const WorkId id : view.structure().forward) {
    if (backwards && view.has(id)) {
      for_each_cited(view, id, [&](WorkId cited) { backwards = backwards && cited < id; });
    }
  }
  return backwards;
}

}  // namespace

Condensation::Condensation(const View& view) : of_(view.size()) {
  if (points_backwards(view)) {
    for (WorkId id = 0; id < view.size(); ++id) {
      of_[id] = view.has(id) ? count_++ : 0;
    }
  } else {
    const ViewGraph graph = graph_of(view);
    count_ = boost::strong_components(
        graph, boost::make_iterator_property_map(of_.begin(), get(boost::vertex_index, graph)));
  }
  group(view);
}

void Condensation::group(const View& view) {
  begin_.assign(count_ + 1, 0);
  for (WorkId id = 0; id < view.size(); ++id) {
    if (view.has(id)) {
      ++begin_[of_[id] + 1];
    } else {
      of_[id] = count_;
    }
  }
  std::partial_sum(begin_.begin(), begin_.end(), begin_.begin());
  works_.resize(begin_.back());
  std::vector<std::uint32_t> next(begin_.begin(), begin_.end() - 1);
  for (WorkId id = 0; id < view.size(); ++id) {
    if (view.has(id)) {
      works_[next[of_[id]]++] = id;
    }
  }
}

}  // namespace lineage::analysis
