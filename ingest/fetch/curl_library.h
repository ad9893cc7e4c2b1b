// libcurl, loaded when the first address is looked at and not when the program starts: it and what
// it brings along (TLS, HTTP/2, Kerberos) would double the start of every verb that asks for
// nothing. Only `.cc` files of this folder include this.
#pragma once

#include <curl/curl.h>

#include "graph/result.h"

namespace lineage::ingest {

// The functions that are called, under their names without "curl_".
struct CurlLibrary {
  decltype(&curl_global_init) global_init = nullptr;
  decltype(&curl_version_info) version_info = nullptr;
  decltype(&curl_free) free = nullptr;
  decltype(&curl_easy_init) easy_init = nullptr;
  decltype(&curl_easy_reset) easy_reset = nullptr;
  decltype(&curl_easy_setopt) easy_setopt = nullptr;
  decltype(&curl_easy_perform) easy_perform = nullptr;
  decltype(&curl_easy_getinfo) easy_getinfo = nullptr;
  decltype(&curl_easy_strerror) easy_strerror = nullptr;
  decltype(&curl_easy_cleanup) easy_cleanup = nullptr;
  decltype(&curl_url) url = nullptr;
  decltype(&curl_url_set) url_set = nullptr;
  decltype(&curl_url_get) url_get = nullptr;
  decltype(&curl_url_cleanup) url_cleanup = nullptr;
};

// The same each time, set up for use, loaded until the process ends. Errors: Unsupported where the
// system has no libcurl, one that is too old, or one without TLS. Cost: some 10 ms the first time.
[[nodiscard]] const Result<CurlLibrary>& curl_library();

}  // namespace lineage::ingest
