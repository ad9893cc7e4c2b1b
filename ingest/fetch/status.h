// How asking for a text ended: what the manifest says, and what follows from it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace lineage::ingest {

enum class FetchStatus : std::uint8_t {
  Fetched,        // looked at and kept
  Present,        // kept by an earlier run, or put there by hand: nothing was asked
  Absent,         // the service does not have it
  Refused,        // the service will not give it: 401, 403, an answer without a document
  Busy,           // still 429 or 503 after every attempt, or asks for a longer wait
  Failing,        // another error of the service after every attempt
  Outside,        // leads to an address beyond the hosts that are allowed
  Unreachable,    // no connection
  Untrusted,      // the certificate does not verify
  Slow,           // the body did not come in time
  TooLarge,       // the body had no end
  CutShort,       // the body ended too early
  NotADocument,   // an error page, or anything else that is no document
  Unreadable,     // a document of a format that the program does not read, or a damaged one
  OtherSymbol,    // the document says that it is another
  OtherLanguage,  // the document is in another language
  Stopped,        // by the user, or not asked because the run ended
};

// What the status means for a run.
enum class FetchClass : std::uint8_t {
  Fine,    // the text is there
  No,      // the service has no such text
  Failed,  // it was not to be had this time
};

struct FetchStatusRow {
  FetchStatus status;
  std::string_view name;  // as the manifest has it
  FetchClass meaning;
  bool again;          // worth a further attempt after a pause
  bool whole_service;  // what else the same host has will fare no better
};

[[nodiscard]] const FetchStatusRow& row_of(FetchStatus status);
[[nodiscard]] std::optional<FetchStatus> fetch_status_named(std::string_view name);

}  // namespace lineage::ingest
