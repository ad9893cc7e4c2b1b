// What in a graph cannot be right, or does not agree: each finding with the place that shows it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/lineage_graph.h"

namespace lineage::analysis {

enum class AuditCode : std::uint8_t {
  Session,        // a date on which no text of that session can have been adopted
  Date,           // another date than the one that is known of the cited text
  Swapped,        // session and number stand the wrong way round
  Letter,         // the letter of a part is missing
  Later,          // the cited text is later than the citing one
  Languages,      // some languages of a text cite the work and others do not
  Catalogue,      // a text and the catalogue's list of it differ
  CatalogueDate,  // a text, or another catalogue, gives the work another date
  Link,           // the words and a link that editors set differ
  Body,           // words that look like the name of a body, and no body has it
};

[[nodiscard]] std::string_view name_of(AuditCode code);     // "swapped"
[[nodiscard]] std::string_view meaning_of(AuditCode code);  // one line

struct AuditFinding {
  AuditCode code = AuditCode::Date;
  Symbol text;                  // where it was found
  std::optional<Symbol> about;  // the work that is cited
  std::string place;            // "pp1", "" where it concerns the whole
  std::string language;         // "zh", "" for a catalogue
  std::string said;             // what stands there
  std::string expected;         // what else is known, and from where
  std::string evidence;         // the quote or the catalogue's line, with its file

  // Other texts with the same mistake: copied from one another or from one template.
  std::vector<Symbol> shared_with;
};

// All findings that the graph itself shows, in the order of code, text, work and place; the same
// mistake in several languages of a text is one finding. Cost: linear in the passages.
[[nodiscard]] std::vector<AuditFinding> audit(const LineageGraph& graph);

// Fills shared_with and puts the findings in order.
void share_and_sort(std::vector<AuditFinding>& findings);

}  // namespace lineage::analysis
