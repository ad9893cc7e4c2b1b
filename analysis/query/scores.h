// What `top` can rank by, one row each.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "graph/lineage_graph.h"

namespace lineage::query {

struct Score {
  std::string_view name;
  std::string_view summary;
  std::vector<double> (*compute)(const LineageGraph&);  // by WorkId
};

[[nodiscard]] std::span<const Score> scores();
[[nodiscard]] const Score* find_score(std::string_view name);
[[nodiscard]] std::vector<std::string_view> score_names();

// The works that cite `id` by citation edges, or that it cites, each once.
[[nodiscard]] std::size_t citing_count(const LineageGraph& graph, WorkId id);
[[nodiscard]] std::size_t cited_count(const LineageGraph& graph, WorkId id);

}  // namespace lineage::query
