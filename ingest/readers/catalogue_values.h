// The values of a catalogue's facts: votes, States, agenda items and the like. Private to the
// catalogue's reader.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "graph/symbol.h"
#include "graph/work.h"
#include "ingest/readers/json_document.h"
#include "ingest/readers/json_fields.h"

namespace lineage::ingest {

// Each function reads the value at `path`; what does not fit is refused as JsonFields does.
class CatalogueValues : protected JsonFields {
 protected:
  using json = nlohmann::json;

  explicit CatalogueValues(std::string_view file) : JsonFields(file) {}

  std::optional<State> state(const json& value, const std::string& path);
  std::optional<std::vector<State>> states(const json& value, const std::string& path);
  int count(const json& object, const std::string& path, std::string_view key);
  std::vector<State> voters(const json& object,
                            const std::string& path,
                            std::string_view key,
                            int counted,
                            std::set<std::string>& seen);
  // The count of those who abstained may be missing.
  std::optional<CommitteeVote> committee_vote(const json& value, const std::string& path);
  // As a vote in committee, with all three counts.
  std::optional<Vote> vote(const json& value, const std::string& path);
  std::optional<AgendaItem> agenda_item(const json& value, const std::string& path);
  std::optional<CommitteeReport> committee_report(const json& value, const std::string& path);
  // The session is part of the symbol, so it is compared and not kept.
  std::optional<std::string> session(const json& value,
                                     const std::string& path,
                                     const Symbol& of_work);
};

}  // namespace lineage::ingest
