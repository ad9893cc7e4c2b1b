// One request at a time over TLS. The only part of the program that opens a connection.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "graph/result.h"
#include "ingest/fetch/settings.h"

namespace lineage::ingest {

// Why there is no answer to look at.
enum class Fault : std::uint8_t {
  None,
  Outside,      // the address, or one that it redirects to, is not within the hosts
  Circling,     // more than five redirects
  Unreachable,  // no such host, no connection, no TLS
  Untrusted,    // the certificate does not verify
  Slow,
  TooLarge,
  CutShort,
  Stopped,  // by `stop`
};

struct Response {
  Fault fault = Fault::None;
  std::string detail{};   // what the library says of the fault; the address for Outside
  long status = 0;        // of HTTP, 0 without an answer
  std::string address{};  // that gave the answer, after redirects
  std::string content_type{};
  std::chrono::seconds retry_after{0};  // 0 where the service does not say
  std::string body{};                   // at most settings.largest bytes
};

// Redirects are followed by hand, so that an address outside the hosts is never asked. Certificates
// are verified; there is no way to turn that off. Keeps one connection alive between requests.
class Transport {
 public:
  // `settings` outlives this, and curl_library() has been seen to be there. `stop` is asked while a
  // request runs; true ends it.
  Transport(const FetchSettings& settings, std::function<bool()> stop);
  Transport(const Transport&) = delete;
  Transport& operator=(const Transport&) = delete;
  ~Transport();

  [[nodiscard]] Response get(const std::string& address);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace lineage::ingest
