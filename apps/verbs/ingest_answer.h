// What an ingest says of itself: the summary, what was skipped, and the texts that need a name.
#pragma once

#include <string>
#include <vector>

#include "apps/answers/answer.h"
#include "graph/store/store.h"
#include "ingest/ingest.h"

namespace lineage::cli {

// The store afterwards.
struct IngestedStore {
  std::string name;
  StoreCounts counts;
  std::vector<RivalTexts> rivals;
  double seconds = 0;  // that the ingest took
};

// Whether the store has nothing of the paths.
[[nodiscard]] bool took_nothing(const ingest::IngestReport& report);

// `strict`: a file that was skipped is a failure.
[[nodiscard]] Answer ingest_answer(const ingest::IngestReport& report,
                                   const IngestedStore& store,
                                   bool strict);

// A new store that would have been empty: none is left behind. Of one file, why it was refused.
[[nodiscard]] Outcome nothing_taken(const ingest::IngestReport& report);

}  // namespace lineage::cli
