#include "graph/graph_outline.h"

#include <string>
#include <utility>

#include "graph/adjacency.h"
#include "graph/structure.h"

namespace lineage {

GraphOutline::GraphOutline(FrozenGraph arrays)
    : arrays_(std::move(arrays)), made_(arrays_.work_count()) {}

GraphOutline::~GraphOutline() {
  for (const std::atomic<const Work*>& work : made_) {
    delete work.load(std::memory_order_relaxed);
  }
}

const Work& GraphOutline::work(WorkId id) const {
  if (const Work* made = made_[id].load(std::memory_order_acquire)) {
    return *made;
  }
  std::unique_ptr<const Work> fresh = make(id);
  const Work* kept = nullptr;
  if (made_[id].compare_exchange_strong(kept, fresh.get(), std::memory_order_acq_rel)) {
    kept = fresh.release();
  }
  return *kept;  // of two threads that made one, the first one's
}

std::unique_ptr<const Work> GraphOutline::make(WorkId id) const {
  // No program keeps a symbol that cannot be read; damage must not bring this one down.
  const std::string_view name = arrays_.name(id);
  const Symbol symbol = Symbol::parse(name).value_or(Symbol::named("unreadable", name));
  auto work = std::make_unique<Work>(
      Work{.facts = WorkFacts(symbol), .holding = arrays_.holding(id), .date = arrays_.date(id)});
  work->facts.list_status = arrays_.list_status(id);
  if (const std::string_view title = arrays_.title(id); !title.empty()) {
    work->facts.title = Sourced<std::string>{std::string(title), {}};
  }
  return work;
}

std::optional<WorkId> GraphOutline::find(const Symbol& symbol) const {
  return arrays_.find(symbol.canonical());
}

const Structure& GraphOutline::structure(std::span<const Edge> edges) const {
  std::call_once(structure_is_made_, [&] {
    structure_ = std::make_unique<const Structure>(structure_of(edges, arrays_.work_count()));
  });
  return *structure_;
}

LineageGraph LineageGraph::outline(FrozenGraph arrays) {
  LineageGraph graph;
  graph.set_lists(arrays.edges());  // the block stays where it is when its owner moves
  graph.outline_ = std::make_unique<const GraphOutline>(std::move(arrays));
  return graph;
}

}  // namespace lineage
