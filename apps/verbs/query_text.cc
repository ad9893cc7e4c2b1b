#include "apps/verbs/query_text.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "apps/answers/phrases.h"

namespace lineage::cli {
namespace {

class Tree {
 public:
  Tree(const LineageGraph& graph, const analysis::Selection& selection) : graph_(graph) {
    for (const EdgeId id : selection.edges) {
      const Edge& edge = graph.edge(id);
      std::vector<WorkId>& below = below_[edge.source];
      if (edge.source != edge.target && (below.empty() || below.back() != edge.target)) {
        below.push_back(edge.target);
        cited_.insert(edge.target);
      }
    }
    for (auto& [id, below] : below_) {
      std::ranges::reverse(below);  // the youngest first, as in `log`
    }
  }

  // From the works that none of the selection cites; what a circle keeps from being one of these is
  // shown from its youngest.
  Lines drawn(const std::vector<WorkId>& works) {
    for (const bool heads : {true, false}) {
      for (std::size_t i = works.size(); i > 0; --i) {
        if (!shown_.contains(works[i - 1]) && (!heads || !cited_.contains(works[i - 1]))) {
          draw(works[i - 1]);
        }
      }
    }
    return std::move(lines_);
  }

 private:
  struct Level {
    WorkId id;
    std::size_t next = 0;  // of its works below
  };

  // A stack of its own: a chain of citations may be as long as the store.
  void draw(WorkId root) {
    line(root, {});
    std::vector<Level> levels{{root}};
    shown_.insert(root);
    while (!levels.empty()) {
      Level& here = levels.back();
      const std::vector<WorkId>& below = below_[here.id];
      if (here.next == below.size()) {
        levels.pop_back();
        continue;
      }
      const WorkId id = below[here.next++];
      const bool again = !shown_.insert(id).second;
      line(id, levels, again && !below_[id].empty());
      if (!again) {
        levels.push_back({id});
      }
    }
  }

  void line(WorkId id, const std::vector<Level>& levels, bool again = false) {
    std::string lead;
    for (std::size_t i = 0; i < levels.size(); ++i) {
      const bool more = levels[i].next < below_[levels[i].id].size();
      const bool last = i + 1 == levels.size();
      lead += last ? (more ? "|-- " : "`-- ") : (more ? "|   " : "    ");
    }
    const Work& work = graph_.work(id);
    Line line{{lead, Style::Faint},
              {name_of(work), Style::Symbol},
              {"  " + date_or_dash(work), Style::Date}};
    line.push_back({again ? "  (above)" : work.facts.title ? "  " + work.facts.title->value : ""});
    lines_.lines.push_back(std::move(line));
  }

  const LineageGraph& graph_;
  std::map<WorkId, std::vector<WorkId>> below_;
  std::set<WorkId> cited_;
  std::set<WorkId> shown_;
  Lines lines_{{}, true};
};

}  // namespace

Lines tree_of(const LineageGraph& graph, const analysis::Selection& selection) {
  return Tree(graph, selection).drawn(selection.works);
}

Lines timeline_of(const LineageGraph& graph, std::span<const WorkId> works) {
  constexpr int kUndated = 10'000;
  std::map<int, std::vector<WorkId>> years;
  for (const WorkId id : works) {
    const std::optional<Date>& date = graph.work(id).date;
    years[date ? date->year() : kUndated].push_back(id);
  }
  Lines lines;
  for (const auto& [year, found] : years) {
    Line line{{year == kUndated ? "no date" : std::to_string(year) + "   ", Style::Date}};
    for (const WorkId id : found) {
      line.push_back({"  " + name_of(graph.work(id)), Style::Symbol});
    }
    lines.lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace lineage::cli
