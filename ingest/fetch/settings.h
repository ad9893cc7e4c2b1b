// How politely, how patiently and from where texts are fetched.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

#include "ingest/fetch/endpoints.h"
#include "ingest/text/source_text.h"

namespace lineage::ingest {

struct FetchSettings {
  std::vector<Endpoint> endpoints = default_endpoints();
  std::vector<std::string> hosts{"un.org"};  // neither asked nor followed beyond these
  std::string agent = "lineage";             // how the program names itself
  std::string certificates;                  // a PEM file of those to trust, "" for the system's
  std::chrono::milliseconds pause{2000};     // between the end of one request and the next
  int attempts = 4;                          // at one address; each pause is twice the last
  std::chrono::seconds longest_wait{120};    // a service that asks for more is left alone
  std::chrono::seconds connect{20};
  std::chrono::seconds silence{30};  // under 100 bytes a second for so long is too slow
  std::chrono::seconds whole{300};   // of one body
  std::size_t largest = kLargestFile;
};

}  // namespace lineage::ingest
