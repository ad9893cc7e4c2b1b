// What does a text build on, and which sentence says so first?
//
//   builds_on STORE SYMBOL
#include <cstdio>
#include <string>

#include "analysis/closure.h"
#include "analysis/routes.h"
#include "graph/store/store.h"

namespace {

int complain(const std::string& message) {
  std::fprintf(stderr, "builds_on: %s\n", message.c_str());
  return 1;
}

// The shortest chain from one text to another, with the relation and the quote of every hop.
void print_chain(const lineage::LineageGraph& graph, lineage::WorkId from, lineage::WorkId to) {
  const auto route = lineage::analysis::shortest_route(graph, from, to);
  for (std::size_t i = 0; route && i + 1 < route->size(); ++i) {
    for (const lineage::EdgeId id : graph.cites((*route)[i])) {
      const lineage::Edge& edge = graph.edge(id);
      if (edge.target != (*route)[i + 1]) {
        continue;
      }
      const lineage::Passage& proof = graph.passages(id).front();
      std::printf("%s %s %s: %s\n", graph.work(edge.source).symbol().short_form().c_str(),
                  std::string(lineage::name_of(edge.relation)).c_str(),
                  graph.work(edge.target).symbol().short_form().c_str(),
                  proof.quote.empty() ? proof.source.c_str() : proof.quote.c_str());
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    return complain("usage: builds_on STORE SYMBOL");
  }
  const auto symbol = lineage::Symbol::parse(argv[2]);
  if (!symbol) {
    return complain(symbol.error().message);
  }
  // Operations give a value or an error; nothing throws for bad input.
  const auto graph = lineage::Store::open(argv[1]).and_then(
      [](const lineage::Store& store) { return store.load(); });
  if (!graph) {
    return complain(graph.error().message);
  }
  const auto work = graph->find(*symbol);
  if (!work) {
    return complain("the store has no '" + symbol->canonical() + "'");
  }
  // Works stand in the order of their dates, so that the first ancestor is the oldest.
  const auto ancestors = lineage::analysis::ancestors(*graph, *work);
  std::printf("%zu texts\n", ancestors.size());
  print_chain(*graph, *work, ancestors.front().id);
  return 0;
}
