// Prints every score of every vertex of a graph that is read from stdin, for scripts that compare:
// first the number of vertices, then a line "citing cited" for each edge; repeats are one edge.
#include <cstdio>
#include <iostream>
#include <set>
#include <string>

#include "analysis/communities.h"
#include "analysis/influence.h"
#include "analysis/transitive_closure.h"
#include "graph/structure.h"

namespace {

using namespace lineage;

void print(std::string_view name, const std::vector<double>& values) {
  std::printf("%s", std::string(name).c_str());
  for (const double value : values) {
    std::printf(" %.17g", value);
  }
  std::printf("\n");
}

}  // namespace

int main() {
  std::size_t size = 0;
  std::cin >> size;
  std::set<std::pair<WorkId, WorkId>> ends;
  for (std::pair<WorkId, WorkId> tie; std::cin >> tie.first >> tie.second;) {
    ends.insert(tie);
  }
  std::vector<Edge> edges;
  for (const auto& [citing, cited] : ends) {
    edges.push_back({citing, cited, Relation::Recalls});
  }
  const Structure structure = structure_of(edges, size);
  const analysis::View view(structure);
  for (const analysis::Influence& influence : analysis::influences()) {
    print(influence.name, influence.compute(view).scores);
  }
  const auto closure = analysis::TransitiveClosure::of(view);
  std::vector<double> ancestors;
  std::vector<double> needed(size, 0);
  for (WorkId id = 0; id < size; ++id) {
    ancestors.push_back(static_cast<double>(closure->ancestor_count(id)));
  }
  for (const auto& [citing, cited] : closure->needed()) {
    needed[citing] += 1;
  }
  print("ancestors", ancestors);
  print("needed", needed);
  const analysis::Communities groups = analysis::communities(view);
  print("community", {groups.of.begin(), groups.of.end()});
  print("modularity", {groups.modularity});
}
