// Collects works and mentions in any order and freezes them into a LineageGraph. The same additions
// in another order give the same graph.
#pragma once

#include <array>
#include <map>
#include <optional>
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
  // Merges what is known of a work. Facts of a catalogue (Catalogued) go before those read in a
  // text (Held), and these before what a mention says (OnlyCited); of two that disagree within one
  // rank the lesser value stays. Holding only rises (OnlyCited < Catalogued < Held), and so does
  // the list status.
  void add_work(const WorkFacts& facts, Holding holding);
  // A mention without a citing document, or one that is not resolved, is kept in unresolved(). A
  // mention of the document itself is no citation and is dropped.
  void add_citation(Citation citation);

  // Consumes the builder.
  [[nodiscard]] LineageGraph freeze() &&;

 private:
  // The facts of one work by where they come from, in the order of Holding.
  struct Known {
    std::array<std::optional<WorkFacts>, 3> facts;
  };

  [[nodiscard]] std::map<Symbol, Symbol> aliases() const;
  [[nodiscard]] std::vector<Work> take_works(const std::map<Symbol, Symbol>& aliases);

  std::map<Symbol, Known> works_;
  std::vector<Citation> citations_;
  std::vector<Mention> unresolved_;
};

}  // namespace lineage
