// Takes one work's paragraphs to records: what each cites, with the verb, the place and the words.
#pragma once

#include <string_view>

#include "graph/store/store.h"
#include "ingest/pipeline.h"
#include "ingest/segments/segment.h"
#include "ingest/text/normalize.h"

namespace lineage::ingest {

// `bytes` is the file as read, `text` its fold, `work` one of its works. Cost: linear.
[[nodiscard]] StoredDocument read_work(std::string_view name,
                                       std::string_view bytes,
                                       const NormalizedText& text,
                                       const WorkText& work,
                                       Clauses clauses);

}  // namespace lineage::ingest
