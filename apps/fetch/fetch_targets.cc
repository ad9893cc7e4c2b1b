#include "apps/fetch/fetch_targets.h"

#include <filesystem>
#include <optional>
#include <set>
#include <unordered_set>

#include "apps/query/query_run.h"
#include "apps/store_choice.h"

namespace lineage::cli {
namespace {

// The graph that queries are asked of, loaded when the first of them comes.
class Asked {
 public:
  explicit Asked(std::string store) : store_(std::move(store)) {}

  tl::expected<std::vector<Symbol>, Failure> symbols(const std::string& query) {
    if (!graph_) {
      std::error_code ignored;
      const bool there = !store_.empty() && std::filesystem::exists(store_, ignored);
      auto loaded = choose_store(there ? store_ : "").and_then([](const StoreChoice& choice) {
        return load_graph(choice.path);
      });
      if (!loaded) {
        return tl::unexpected<Failure>(loaded.error());
      }
      graph_.emplace(std::move(*loaded));
    }
    const auto run = run_query(*graph_, query);
    if (!run) {
      return tl::unexpected(run.error());
    }
    std::vector<Symbol> found;
    for (const WorkId id : run->result.works.ids()) {
      found.push_back(graph_->work(id).symbol());
    }
    return found;
  }

 private:
  std::string store_;
  std::optional<LineageGraph> graph_;
};

}  // namespace

tl::expected<FetchTargets, Failure> fetch_targets(const std::vector<std::string>& words,
                                                  const std::string& store) {
  FetchTargets targets;
  std::unordered_set<Symbol> seen;
  Asked asked(store);
  for (const std::string& word : words) {
    std::vector<Symbol> symbols;
    if (auto symbol = Symbol::parse(word)) {
      symbols.push_back(std::move(*symbol));
    } else if (auto found = asked.symbols(word)) {
      symbols = std::move(*found);
    } else {
      return tl::unexpected(found.error());
    }
    for (Symbol& symbol : symbols) {
      if (!seen.insert(symbol).second) {
        continue;
      }
      if (symbol.document_symbol().empty()) {
        targets.no_texts.push_back(symbol.short_form());
      } else {
        targets.symbols.push_back(std::move(symbol));
      }
    }
  }
  return targets;
}

std::vector<Symbol> next_level(const LineageGraph& graph,
                               const std::vector<Symbol>& level,
                               const std::vector<Symbol>& seen) {
  std::set<WorkId> found;
  for (const Symbol& symbol : level) {
    const auto work = graph.find(symbol);
    if (!work) {
      continue;
    }
    for (const EdgeId edge : graph.cites(*work)) {
      if (row(graph.edge(edge).relation).edge_class == EdgeClass::Citation) {
        found.insert(graph.edge(edge).target);
      }
    }
  }
  const std::unordered_set<Symbol> known(seen.begin(), seen.end());
  std::vector<Symbol> next;
  for (const WorkId id : found) {
    const Work& work = graph.work(id);
    if (work.holding != Holding::Held && !work.symbol().document_symbol().empty() &&
        !known.contains(work.symbol())) {
      next.push_back(work.symbol());
    }
  }
  return next;
}

}  // namespace lineage::cli
