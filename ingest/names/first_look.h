// What a paragraph may be read for, told in one walk over its words: the documents that it names,
// and how far a citation can reach.
#pragma once

#include <cstddef>
#include <vector>

#include "graph/language.h"
#include "ingest/names/gazetteer.h"
#include "ingest/words/lexer.h"

namespace lineage::ingest {

struct FirstLook {
  std::vector<FoundName> names;  // in text order
  std::size_t reach = 0;         // as last_trigger() says
};

// Looks at the paragraph's text at or behind `from`. Cost: linear.
[[nodiscard]] FirstLook first_look(const LexerInput& input, Language language, std::size_t from);

}  // namespace lineage::ingest
