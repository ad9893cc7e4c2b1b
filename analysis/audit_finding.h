// What an audit says of one mistake or disagreement.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/symbol.h"

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

// Fills shared_with and puts the findings in order.
void share_and_sort(std::vector<AuditFinding>& findings);

}  // namespace lineage::analysis
