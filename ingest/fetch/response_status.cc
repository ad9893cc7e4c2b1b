#include "ingest/fetch/response_status.h"

namespace lineage::ingest {

FetchStatus status_of(const Response& response) {
  switch (response.fault) {
    case Fault::None:
      break;
    case Fault::Outside:
    case Fault::Circling:
      return FetchStatus::Outside;
    case Fault::Unreachable:
      return FetchStatus::Unreachable;
    case Fault::Untrusted:
      return FetchStatus::Untrusted;
    case Fault::Slow:
      return FetchStatus::Slow;
    case Fault::TooLarge:
      return FetchStatus::TooLarge;
    case Fault::CutShort:
      return FetchStatus::CutShort;
    case Fault::Stopped:
      return FetchStatus::Stopped;
  }
  if (response.status == 200) {
    return FetchStatus::Fetched;
  }
  if (response.status == 404 || response.status == 410) {
    return FetchStatus::Absent;
  }
  if (response.status == 429 || response.status == 503) {
    return FetchStatus::Busy;
  }
  return response.status >= 500 ? FetchStatus::Failing : FetchStatus::Refused;
}

std::string note_of(const Response& response) {
  switch (response.fault) {
    case Fault::None:
      return response.status == 200 ? "" : "HTTP " + std::to_string(response.status);
    case Fault::Outside:
      return "not within the hosts that are allowed: " + response.detail;
    case Fault::Circling:
      return "redirects without end: " + response.detail;
    default:
      return response.detail;
  }
}

}  // namespace lineage::ingest
