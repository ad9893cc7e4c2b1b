// Settles what a scanned number means: which organ, which work, and whether date, session and
// number agree. It never guesses: what fits two works is ambiguous, what fits none is unresolved,
// and both are kept.
#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "graph/mention.h"
#include "ingest/grammar/scan.h"

namespace lineage::ingest {

// What is known where the number stands.
struct ResolveContext {
  std::optional<Symbol> document;  // the citing work
  std::optional<Organ> organ;      // that adopted it
  std::optional<Date> date;        // of its adoption
  bool right_to_left = false;      // Arabic: the halves of a number may stand reversed
  // What "the Council", or "the Commission", stands for: the one named last in full. Asked only
  // where a number needs it, for the paragraphs before may have to be read for it.
  std::function<std::optional<Organ>(bool commission)> named_last;
  std::vector<Symbol> recent;         // works of the last list before: "that resolution"
  std::vector<Symbol> settled;        // works whose organ the text named, or their date settled
  std::vector<Symbol> previous_note;  // works of the note before: "ibid."
};

// Fills target, kind, status, candidates, by, date, suggestion and flags of a record; places, verb
// and bytes are the caller's. `text` is the paragraph that was scanned.
[[nodiscard]] Mention resolve(const ScannedMention& scanned,
                              std::string_view text,
                              const ResolveContext& context);

}  // namespace lineage::ingest
