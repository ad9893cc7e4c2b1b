#include "analysis/influence.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "analysis/betweenness.h"
#include "analysis/hits.h"
#include "analysis/layers.h"
#include "analysis/pagerank.h"
#include "analysis/search_paths.h"
#include "analysis/structure.h"

namespace lineage::analysis {
namespace {

template <bool to_cited>
Ranked degrees(const View& view) {
  Ranked ranked{std::vector<double>(view.size(), 0), {}, ""};
  for (WorkId id = 0; id < view.size(); ++id) {
    const auto count = [&](WorkId /*other*/) { ranked.scores[id] += 1; };
    if (view.has(id)) {
      to_cited ? for_each_cited(view, id, count) : for_each_citing(view, id, count);
    }
  }
  return ranked;
}

Ranked pagerank_of(const View& view) {
  PageRank found = pagerank(view);
  const bool settled = found.change <= PageRankOptions{}.tolerance;
  return {std::move(found.ranks), {}, settled ? "" : "the iteration ended before it had settled"};
}

template <bool authorities>
Ranked hits_of(const View& view) {
  Hits found = hits(view);
  const bool settled = found.change <= HitsOptions{}.tolerance;
  return {authorities ? std::move(found.authorities) : std::move(found.hubs),
          {},
          settled ? "" : "the iteration ended before it had settled"};
}

Ranked betweenness_of(const View& view) {
  Betweenness found = betweenness(view);
  return {std::move(found.scores), std::move(found.errors),
          found.exact
              ? ""
              : "estimated from a sample of " + std::to_string(BetweennessOptions{}.pivots) +
                    " texts; with 95 % confidence every score is within its error"};
}

template <PathWeight weight>
Ranked search_paths(const View& view) {
  const SearchPaths paths(view, weight);
  Ranked ranked{std::vector<double>(view.size(), 0), {}, ""};
  for (const WorkId id : paths.parts().works()) {
    ranked.scores[id] = PathCount::share(paths.through(id), paths.total());
  }
  return ranked;
}

Ranked layers_of(const View& view) {
  const Layers found = layers(view);
  Ranked ranked{std::vector<double>(view.size(), 0), {}, ""};
  for (WorkId id = 0; id < view.size(); ++id) {
    ranked.scores[id] = view.has(id) ? found.of[id] : 0;
  }
  return ranked;
}

constexpr std::array kInfluences{
    Influence{"indegree", "how many texts cite it", degrees<false>},
    Influence{"outdegree", "how many texts it cites", degrees<true>},
    Influence{"pagerank", "how often a random reader of citations comes by", pagerank_of},
    Influence{"authority", "cited by texts that cite what is much cited", hits_of<true>},
    Influence{"hub", "cites what is much cited", hits_of<false>},
    Influence{"betweenness", "the share of shortest paths between others that lead through it",
              betweenness_of},
    Influence{"spc", "the share of all paths from heads to roots that lead through it",
              search_paths<PathWeight::Spc>},
    Influence{"splc", "the same of all paths from heads to any text",
              search_paths<PathWeight::Splc>},
    Influence{"spnp", "the same of all paths between any two texts",
              search_paths<PathWeight::Spnp>},
    Influence{"layer", "how many citations stand one behind another below it", layers_of},
};

}  // namespace

std::span<const Influence> influences() { return kInfluences; }

const Influence* find_influence(std::string_view name) {
  const auto* found = std::ranges::find(kInfluences, name, &Influence::name);
  return found == kInfluences.end() ? nullptr : found;
}

std::vector<WorkId> by_score(const View& view,
                             std::span<const WorkId> works,
                             const std::vector<double>& scores) {
  std::vector<WorkId> ranked;
  std::ranges::copy_if(works, std::back_inserter(ranked), [&](WorkId id) { return view.has(id); });
  std::ranges::stable_sort(ranked, [&](WorkId a, WorkId b) { return scores[a] > scores[b]; });
  return ranked;
}

}  // namespace lineage::analysis
