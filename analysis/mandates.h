// The life of a body's mandate, as edges and facts tell it.
#pragma once

#include <optional>
#include <vector>

#include "graph/lineage_graph.h"

namespace lineage::analysis {

enum class MandateAct : std::uint8_t {
  Established,
  Renewed,
  Requested,  // a report
  Reported,
  Received,  // a report of it, by a later text
  FedInto,   // a text or a report went into it
  Succeeds,
  Ended,  // succeeded by, or absorbed into, another body
};

struct MandateStep {
  MandateAct act = MandateAct::Established;
  EdgeId proof = 0;
  WorkId with = 0;               // the text, the report or the other body
  std::optional<WorkId> report;  // of Received: what was received
  std::optional<Date> date;      // of the text that acts; nothing where it is not known
};

struct Mandate {
  WorkId body = 0;
  std::vector<MandateStep> steps;  // by date; undated ones by the year of their text
};

// `body` is a body of the graph. Reception is each citation of a report of the body, but for the
// reports' own. Cost: linear in the edges of the body and its reports.
[[nodiscard]] Mandate mandate_of(const LineageGraph& graph, WorkId body);

// Whether the relation says how a report was received: welcomes, takes note, endorses and so on,
// and not only that it is recalled or acted under.
[[nodiscard]] bool is_reception(Relation relation);

}  // namespace lineage::analysis
