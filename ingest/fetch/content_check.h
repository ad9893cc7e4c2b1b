// Whether the body that a service sent is the document that was asked for.
#pragma once

#include <string>
#include <string_view>

#include "graph/language.h"
#include "graph/symbol.h"
#include "ingest/fetch/status.h"

namespace lineage::ingest {

struct Verdict {
  FetchStatus status = FetchStatus::Fetched;
  std::string extension{};  // of a file that holds it: ".docx", ".pdf", ".xml"
  std::string note{};       // what is wrong, or worth knowing
};

// The bytes decide, not what the service calls them: a Word document, a PDF or Akoma Ntoso that the
// reader of its format reads, in the language, and that says no other symbol than the one asked for
// (or its parts, or its whole). Cost: that of extracting it.
[[nodiscard]] Verdict check_document(const Symbol& symbol,
                                     Language language,
                                     std::string_view bytes);

// The same for MARCXML: a record of the symbol is among them. No record at all is Absent.
[[nodiscard]] Verdict check_facts(const Symbol& symbol, std::string_view bytes);

}  // namespace lineage::ingest
