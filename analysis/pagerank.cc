#include "analysis/pagerank.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "analysis/walk.h"

namespace lineage::analysis {
namespace {

// The cited works of each work, each once, behind one another.
struct Cited {
  std::vector<WorkId> targets;
  std::vector<std::size_t> begin;  // work_count() + 1
};

Cited cited_works(const LineageGraph& graph) {
  Cited cited;
  cited.begin.push_back(0);
  for (WorkId id = 0; id < graph.work_count(); ++id) {
    for (const EdgeId edge : graph.cites(id)) {
      const WorkId target = graph.edge(edge).target;
      const bool first = cited.targets.size() == cited.begin.back();
      // Edges of one pair stand together.
      if (is_citation(graph.edge(edge)) && (first || cited.targets.back() != target)) {
        cited.targets.push_back(target);
      }
    }
    cited.begin.push_back(cited.targets.size());
  }
  return cited;
}

// One step of the reader: where the ranks go.
std::vector<double> passed_on(const Cited& cited,
                              const std::vector<double>& ranks,
                              double damping) {
  const std::size_t works = ranks.size();
  std::vector<double> next(works, 0);
  double stranded = 0;
  for (std::size_t id = 0; id < works; ++id) {
    const std::size_t count = cited.begin[id + 1] - cited.begin[id];
    if (count == 0) {
      stranded += ranks[id];
      continue;
    }
    const double share = damping * ranks[id] / static_cast<double>(count);
    for (std::size_t i = cited.begin[id]; i < cited.begin[id + 1]; ++i) {
      next[cited.targets[i]] += share;
    }
  }
  const double everywhere = (1 - damping + damping * stranded) / static_cast<double>(works);
  for (double& rank : next) {
    rank += everywhere;
  }
  return next;
}

}  // namespace

PageRank pagerank(const LineageGraph& graph, const PageRankOptions& options) {
  const std::size_t works = graph.work_count();
  PageRank result;
  if (works == 0) {
    return result;
  }
  const Cited cited = cited_works(graph);
  result.ranks.assign(works, 1 / static_cast<double>(works));
  do {
    std::vector<double> next = passed_on(cited, result.ranks, options.damping);
    result.change = 0;
    for (std::size_t id = 0; id < works; ++id) {
      result.change += std::abs(next[id] - result.ranks[id]);
    }
    result.ranks.swap(next);
    ++result.iterations;
  } while (result.change > options.tolerance && result.iterations < options.most_iterations);
  return result;
}

}  // namespace lineage::analysis
