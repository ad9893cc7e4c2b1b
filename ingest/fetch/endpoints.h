// Where texts and facts are asked for: one table, which a configuration may replace.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/language.h"
#include "graph/result.h"
#include "graph/symbol.h"

namespace lineage::ingest {

// The formats in which a text is asked for, and "marc": facts of the Digital Library about it.
inline constexpr std::string_view kFactsFormat = "marc";

struct Endpoint {
  std::string format;   // "doc", "pdf", "akn" or "marc"
  std::string address;  // with {symbol} and {language} in it

  friend bool operator==(const Endpoint&, const Endpoint&) = default;
};

// The public services of the United Nations; several rows of one format are asked in this order.
[[nodiscard]] const std::vector<Endpoint>& default_endpoints();

// "doc", "pdf", "akn": what --format takes.
[[nodiscard]] std::span<const std::string_view> text_formats();

// The address at which `endpoint` has the work, percent-encoded; "" for a work that is no document.
[[nodiscard]] std::string address_of(const Endpoint& endpoint,
                                     const Symbol& symbol,
                                     Language language);

// Errors: Usage for a format that there is not, and for an address without "https://" or without
// {symbol}; Unsupported where there is no libcurl, which takes addresses apart for this and what
// follows.
[[nodiscard]] Result<void> check_endpoint(const Endpoint& endpoint);

// The host of an address, in small letters; "" for what is no https address, and without
// libcurl. Cost: a parse.
[[nodiscard]] std::string host_of(const std::string& address);

// Whether the address is an https address of one of the hosts, or of a host below one
// ("docs.un.org" below "un.org").
[[nodiscard]] bool is_within(const std::string& address, const std::vector<std::string>& hosts);

}  // namespace lineage::ingest
