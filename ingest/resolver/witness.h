// Compares what the words of a text cite with the links that its editors set there.
#pragma once

#include <vector>

#include "graph/store/store.h"
#include "ingest/readers/source_document.h"

namespace lineage::ingest {

// Marks the mentions that a link bears out, and adds a finding to the document around each link
// that the words do not bear out. Where a link leads to the whole of which the words name a part
// (43/78 for 43/78 H), the two agree. Cost: linear.
void hear_witnesses(const std::vector<EditorLink>& links, std::vector<StoredDocument>& documents);

// Gives each clause the verb that the editors marked on the paragraph in which it begins.
void take_editor_verbs(const std::vector<EditorParagraph>& paragraphs,
                       std::vector<StoredDocument>& documents);

}  // namespace lineage::ingest
