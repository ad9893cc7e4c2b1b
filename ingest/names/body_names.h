// Finds the bodies that a text names and says which of several of one name is meant: by its full
// name, by the years beside it, by the resolution that set it up, or as the one named last.
#pragma once

#include <vector>

#include "graph/mention.h"
#include "graph/store/store.h"
#include "ingest/segments/segment.h"
#include "ingest/text/normalize.h"

namespace lineage::ingest {

// Mentions of bodies and findings of names that no body has, in text order. Each mention has the
// relation `names`; one name may stand for several bodies ("the 2013 and 2015 groups"), a mention
// for each, with the same bytes. A name that may be several is ambiguous and lists them. Texts that
// name no body of the table by its subject have none: "the working group" is many things. Cost:
// the names of the language times the text.
struct BodyNames {
  std::vector<Mention> mentions;
  std::vector<StoredFinding> findings;
};

[[nodiscard]] BodyNames bodies_named(std::string_view bytes,
                                     const NormalizedText& text,
                                     const WorkText& work,
                                     const StoredDocument& document);

}  // namespace lineage::ingest
