// For a text that is cited by its name: which text taught the program that name.
#pragma once

#include <optional>
#include <string>

#include "apps/answers/answer.h"
#include "graph/lineage_graph.h"

namespace lineage::cli {

struct Teacher {
  std::string name;      // as it stands in the gazetteer
  std::size_t line = 0;  // of corpus/gazetteer.tsv
  std::string text;      // canonical symbol of the text that taught it
  std::string clause;    // "pp3"
  std::string note;      // "fn1", "" where the clause itself gives the symbol
  bool longer = false;   // it taught a longer form of the name
  std::string sentence;  // of the note, where that text is held; else ""
};

// Nothing where the words of the passage are no name of the cited work.
[[nodiscard]] std::optional<Teacher> teacher_of(const LineageGraph& graph,
                                                const Edge& edge,
                                                const Passage& passage);

// "cited by its name, which note 1 to pp3 of 77/1 teaches (corpus/gazetteer.tsv, line 8)".
[[nodiscard]] std::string teacher_line(const Teacher& teacher);
[[nodiscard]] Json teacher_value(const Teacher& teacher);

}  // namespace lineage::cli
