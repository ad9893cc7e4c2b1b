// Collects works and mentions in any order and freezes them into a LineageGraph. The same additions
// in another order give the same graph.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "graph/lineage_graph.h"

namespace lineage {

// A mention as the store hands it over, with the paragraph that it stands in.
struct Citation {
  Mention mention;
  std::string sentence;  // the paragraph around it, as read; "" for a catalogue's line
  std::string source;    // for a catalogue's line, the ids of its sources
};

class GraphBuilder {
 public:
  // Merges what is known of a work: a fact that is already there stays, unless it came from a
  // mention. Holding only rises (OnlyCited < Catalogued < Held), and so does the list status.
  void add_work(const WorkFacts& facts, Holding holding);
  // A mention without a citing document, or one that is not resolved, is kept in unresolved(). A
  // mention of the document itself is no citation and is dropped.
  void add_citation(const Citation& citation);

  // Consumes the builder.
  [[nodiscard]] LineageGraph freeze() &&;

 private:
  struct Known {
    WorkFacts facts;
    Holding holding = Holding::OnlyCited;
    std::map<Date, int> dates_given;  // by citing texts, with how many give each
  };
  Known& known(const Symbol& symbol);

  std::map<Symbol, Known> works_;
  std::vector<Citation> citations_;
  std::vector<Mention> unresolved_;
};

}  // namespace lineage
