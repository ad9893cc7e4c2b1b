// What an answer of a service means before its body is looked at.
#pragma once

#include <string>

#include "ingest/fetch/status.h"
#include "ingest/fetch/transport.h"

namespace lineage::ingest {

// Fetched for status 200 with a whole body, which may still be no document.
[[nodiscard]] FetchStatus status_of(const Response& response);
// Why it is not Fetched, "" where it is.
[[nodiscard]] std::string note_of(const Response& response);

}  // namespace lineage::ingest
