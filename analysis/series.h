// Series: the texts that one after another continue the same business, and on what grounds a text
// is taken to continue an earlier one. Nothing here is a fact of the texts themselves, so the
// grounds, the basis, are part of every answer.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/lineage_graph.h"

namespace lineage::analysis {

// The strongest first.
enum class SeriesBasis : std::uint8_t {
  Succeeds,       // an edge says so: an institutional fact, with its source
  TitleAndCited,  // the same title, and the text cites the earlier one
  Title,          // the same title alone
  AgendaItem,     // another title under the same agenda item, and the text cites the earlier one
};

// "succeeds", "same title, cited", "same title", "same agenda item, cited".
[[nodiscard]] std::string_view name_of(SeriesBasis basis);

struct Predecessor {
  WorkId work = 0;
  SeriesBasis basis = SeriesBasis::Title;

  friend bool operator==(const Predecessor&, const Predecessor&) = default;
};

// Finds predecessors and successors. Keep the graph alive. Cost: one pass over the works to make,
// then a look-up and a pass over the citations of the text that is asked for.
class SeriesIndex {
 public:
  explicit SeriesIndex(const LineageGraph& graph);

  // The text that `work` continues, nothing where none is known: of the strongest basis, and of
  // these the youngest. A predecessor is of the same organ and kind and dated before it, or, where
  // a date is not known, of an earlier session. Titles and agenda items are compared by their
  // letters and digits, large or small; a text without a title has no title in common with another.
  [[nodiscard]] std::optional<Predecessor> predecessor(WorkId work) const;
  // The texts whose predecessor `work` is, ascending: several where a line forks.
  [[nodiscard]] std::vector<WorkId> successors(WorkId work) const;
  // `work`, its predecessors and all successors of these and of it, ascending: the tree of
  // predecessors that `work` stands in.
  [[nodiscard]] std::vector<WorkId> series(WorkId work) const;

 private:
  // Organ, kind and the words that are compared.
  using Key = std::pair<std::pair<Organ, WorkKind>, std::string>;

  [[nodiscard]] std::optional<WorkId> succeeded(WorkId work) const;
  [[nodiscard]] std::optional<Predecessor> by_title(WorkId work) const;
  [[nodiscard]] std::optional<WorkId> by_agenda_item(WorkId work) const;

  const LineageGraph& graph_;
  std::map<Key, std::vector<WorkId>> by_title_;
  std::vector<std::optional<Predecessor>> predecessors_;  // by WorkId
};

}  // namespace lineage::analysis
