// The frozen citation graph: works and the typed edges between them, every edge with the passages
// that prove it. Built once by GraphBuilder::freeze, never changed; copies share nothing, so keep
// one and pass references. Ids are dense, valid for one graph only; outside the process a work is
// its Symbol.
//
// Works stand in the order (date, symbol), undated ones by the year that their symbol gives, else
// last. Edges stand in the order (source, target, relation) and point from the citing to the cited
// work. The graph may hold cycles (a report and a resolution that cite each other) and no parallel
// edges: mentions of one pair, relation and direction are one edge with several passages.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <ranges>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "graph/mention.h"
#include "graph/relation.h"
#include "graph/work.h"

namespace lineage {

using WorkId = std::uint32_t;
using EdgeId = std::uint32_t;

// The proof of an edge: one place in one text, or one line of a catalogue's citation list.
struct Passage {
  std::string file;    // the text, or the catalogue
  std::string source;  // for a catalogue's line, the ids of its sources; "" for a text
  std::optional<Language> language;  // nothing for a catalogue's line
  std::string place;
  std::string clause;
  std::string pinpoint;
  std::string verb;
  std::string quote;         // "" for a catalogue's line
  std::string sentence;      // the paragraph around the mention, "" for a catalogue's line
  std::optional<Date> date;  // the date that the citing text gives to the cited one
  std::size_t begin = 0;
  std::size_t end = 0;
  MentionFlags flags;

  friend bool operator==(const Passage&, const Passage&) = default;
};

struct Work {
  WorkFacts facts;
  Holding holding = Holding::OnlyCited;
  // The best date there is: adopted, else the one that most citing texts agree on, else nothing.
  std::optional<Date> date;

  [[nodiscard]] const Symbol& symbol() const { return facts.symbol; }

  friend bool operator==(const Work&, const Work&) = default;
};

struct Edge {
  WorkId source = 0;  // the citing work
  WorkId target = 0;  // the cited work
  Relation relation = Relation::Cites;

  friend bool operator==(const Edge&, const Edge&) = default;
};

// The edges, and the lists of those that leave and enter each work, wherever their arrays lie. As
// edges stand in the order of their sources, those that leave a work are a run of them.
struct EdgeLists {
  std::span<const Edge> all;
  std::span<const std::uint32_t> out_begin;  // by work, with one end more
  std::span<const EdgeId> in;                // ascending within each work
  std::span<const std::uint32_t> in_begin;   // by work, with one end more
};

struct Structure;  // the Boost.Graph object, defined in graph/structure.h for analyses' .cc files
class FrozenGraph;
class GraphOutline;

class LineageGraph {
 public:
  LineageGraph(LineageGraph&&) noexcept;
  LineageGraph& operator=(LineageGraph&&) noexcept;
  LineageGraph(const LineageGraph&) = delete;
  LineageGraph& operator=(const LineageGraph&) = delete;
  ~LineageGraph();

  // The graph of the arrays without proofs: the same works, edges and ids. Its works have symbol,
  // title, date, holding and list status and no other fact; its edges have no passages, and there
  // are no unresolved mentions. For what asks who cites whom; a work is made when it is asked for.
  // Cost: one array of edge ids; the others are used where they lie.
  [[nodiscard]] static LineageGraph outline(FrozenGraph arrays);
  [[nodiscard]] bool is_outline() const { return outline_ != nullptr; }

  [[nodiscard]] std::size_t work_count() const {
    return lists_.out_begin.empty() ? 0 : lists_.out_begin.size() - 1;
  }
  [[nodiscard]] std::size_t edge_count() const { return lists_.all.size(); }
  [[nodiscard]] const Work& work(WorkId id) const {
    return is_outline() ? outlined(id) : works_[id];
  }
  // All works, as a range of `const Work&`.
  [[nodiscard]] auto works() const {
    return std::views::iota(WorkId{0}, static_cast<WorkId>(work_count())) |
           std::views::transform([this](WorkId id) -> const Work& { return work(id); });
  }
  [[nodiscard]] const Edge& edge(EdgeId id) const { return lists_.all[id]; }
  [[nodiscard]] std::span<const Edge> edges() const { return lists_.all; }
  // Passages in the order (file, begin). REQUIRES: no outline.
  [[nodiscard]] std::span<const Passage> passages(EdgeId id) const;

  // Finds by symbol or alias. Cost: a binary search.
  [[nodiscard]] std::optional<WorkId> find(const Symbol& symbol) const;
  // Edges that leave `id` (what it cites), ascending; a contiguous run.
  [[nodiscard]] std::span<const EdgeId> cites(WorkId id) const;
  // Edges that enter `id` (what cites it), ascending.
  [[nodiscard]] std::span<const EdgeId> cited_by(WorkId id) const;

  // Mentions that name no single work, or that stand in a text without a symbol: kept as they were
  // found, in the order of file and place.
  [[nodiscard]] std::span<const Mention> unresolved() const { return unresolved_; }

  // The same edges as Boost.Graph objects. In an outline they are made by the first call; safe from
  // several threads.
  [[nodiscard]] const Structure& structure() const;

 private:
  friend class FrozenGraph;
  friend class GraphBuilder;
  LineageGraph();
  [[nodiscard]] const Work& outlined(WorkId id) const;
  void set_lists(std::vector<Edge> edges, std::size_t work_count);
  void set_lists(const EdgeLists& lists);

  std::vector<Work> works_;  // empty in an outline
  EdgeLists lists_;          // of the arrays below, or in an outline of the kept ones
  std::vector<Edge> edges_;
  std::vector<EdgeId> in_;
  std::vector<std::uint32_t> out_begin_, in_begin_;
  std::vector<EdgeId> out_;  // 0, 1, 2 ...
  std::vector<Passage> passages_;
  std::vector<std::size_t> passage_begin_;            // edge_count() + 1
  std::vector<std::pair<Symbol, WorkId>> by_symbol_;  // sorted
  std::vector<Mention> unresolved_;
  std::unique_ptr<const Structure> structure_;
  std::unique_ptr<const GraphOutline> outline_;  // null in a whole graph
};

// What must hold of every graph: sorted works and edges, endpoints in range, at least one passage
// an edge, the adjacency lists and the Boost.Graph structure in agreement with the edges. Returns
// one line for each breach, none for a sound graph. Cost: linear.
[[nodiscard]] std::vector<std::string> broken_invariants(const LineageGraph& graph);

}  // namespace lineage
