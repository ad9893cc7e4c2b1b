#include "analysis/query/scores.h"

#include <array>

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

std::vector<double> unlocks(const LineageGraph& graph) {
  const std::vector<std::uint32_t> counts = analysis::unlocks(graph);
  return {counts.begin(), counts.end()};
}

constexpr std::array kScores{
    Score{"indegree", "how many texts cite it", indegree},
    Score{"outdegree", "how many texts it cites", outdegree},
    Score{"pagerank", "how often a random reader of citations comes by", pagerank},
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
