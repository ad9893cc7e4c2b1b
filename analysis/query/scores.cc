#include "analysis/query/scores.h"

#include <array>
#include <optional>

#include "analysis/carry_over.h"
#include "analysis/influence.h"
#include "analysis/knowledge.h"
#include "analysis/pagerank.h"
#include "analysis/walk.h"

namespace lineage::query {
namespace {

using analysis::Direction;

// Edges of one pair stand together in both lists, so a change of the far end is a new work.
std::size_t neighbours(const LineageGraph& graph, WorkId id, Direction direction) {
  std::size_t count = 0;
  WorkId last = id;
  bool any = false;
  for (const EdgeId edge : analysis::edges_from(graph, id, direction)) {
    const WorkId far = analysis::far_end(graph.edge(edge), direction);
    if (analysis::is_citation(graph.edge(edge)) && (!any || far != last)) {
      ++count;
      last = far;
      any = true;
    }
  }
  return count;
}

std::vector<double> degrees(const LineageGraph& graph, Direction direction) {
  std::vector<double> found(graph.work_count());
  for (WorkId id = 0; id < graph.work_count(); ++id) {
    found[id] = static_cast<double>(neighbours(graph, id, direction));
  }
  return found;
}

std::vector<double> indegree(const LineageGraph& graph) {
  return degrees(graph, Direction::ToCiting);
}
std::vector<double> outdegree(const LineageGraph& graph) {
  return degrees(graph, Direction::ToCited);
}

std::vector<double> pagerank(const LineageGraph& graph) { return analysis::pagerank(graph).ranks; }

std::vector<double> influence(const LineageGraph& graph, std::string_view name) {
  return analysis::find_influence(name)->compute(graph).scores;
}
std::vector<double> authority(const LineageGraph& graph) { return influence(graph, "authority"); }
std::vector<double> hub(const LineageGraph& graph) { return influence(graph, "hub"); }
std::vector<double> betweenness(const LineageGraph& graph) {
  return influence(graph, "betweenness");
}
std::vector<double> spc(const LineageGraph& graph) { return influence(graph, "spc"); }
std::vector<double> layer(const LineageGraph& graph) { return influence(graph, "layer"); }

// Texts without a predecessor or without citations have none that is fresh.
std::vector<double> fresh(const LineageGraph& graph) {
  const analysis::SeriesIndex series(graph);
  std::vector<double> shares;
  for (const std::optional<double>& share : analysis::freshness(graph, series)) {
    shares.push_back(share.value_or(0));
  }
  return shares;
}

std::vector<double> unlocks(const LineageGraph& graph) {
  const std::vector<std::uint32_t> counts = analysis::unlocks(graph);
  return {counts.begin(), counts.end()};
}

constexpr std::array kScores{
    Score{"indegree", "how many texts cite it", indegree},
    Score{"outdegree", "how many texts it cites", outdegree},
    Score{"pagerank", "how often a random reader of citations comes by", pagerank},
    Score{"authority", "cited by texts that cite what is much cited", authority},
    Score{"hub", "cites what is much cited", hub},
    Score{"betweenness", "the share of shortest paths that lead through it", betweenness},
    Score{"spc", "the share of all paths from heads to roots that lead through it", spc},
    Score{"layer", "how many citations stand one behind another below it", layer},
    Score{"fresh", "the share of its citations that its predecessor has not", fresh},
    Score{"unlocks", "how many texts' ancestry hangs on its citation list", unlocks},
};

}  // namespace

std::span<const Score> scores() { return kScores; }

const Score* find_score(std::string_view name) {
  for (const Score& score : kScores) {
    if (score.name == name) {
      return &score;
    }
  }
  return nullptr;
}

std::vector<std::string_view> score_names() {
  std::vector<std::string_view> names;
  for (const Score& score : kScores) {
    names.push_back(score.name);
  }
  return names;
}

std::size_t citing_count(const LineageGraph& graph, WorkId id) {
  return neighbours(graph, id, Direction::ToCiting);
}
std::size_t cited_count(const LineageGraph& graph, WorkId id) {
  return neighbours(graph, id, Direction::ToCited);
}

}  // namespace lineage::query
