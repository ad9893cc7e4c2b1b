#include "ingest/fetch/curl_library.h"

#include <dlfcn.h>
#include <string>

namespace lineage::ingest {
namespace {

// The name that goes with the headers: its number changes when the functions do.
constexpr const char* kName = "libcurl.so.4";
constexpr unsigned kOldest = 0x075500;  // 7.85: the options that name protocols in words

tl::unexpected<Error> missing(const std::string& why) {
  return failure(ErrorCode::Unsupported,
                 "fetch needs the library libcurl (package libcurl4): " + why);
}

template <typename Function>
bool find(void* library, const char* name, Function& function) {
  function = reinterpret_cast<Function>(dlsym(library, name));
  return function != nullptr;
}

Result<CurlLibrary> load() {
  void* library = dlopen(kName, RTLD_NOW | RTLD_LOCAL);  // stays: TLS libraries clean up at exit
  if (library == nullptr) {
    return missing(dlerror());  // NOLINT(concurrency-mt-unsafe)
  }
  CurlLibrary curl;
  const bool found =
      find(library, "curl_global_init", curl.global_init) &&
      find(library, "curl_version_info", curl.version_info) &&
      find(library, "curl_free", curl.free) && find(library, "curl_easy_init", curl.easy_init) &&
      find(library, "curl_easy_reset", curl.easy_reset) &&
      find(library, "curl_easy_setopt", curl.easy_setopt) &&
      find(library, "curl_easy_perform", curl.easy_perform) &&
      find(library, "curl_easy_getinfo", curl.easy_getinfo) &&
      find(library, "curl_easy_strerror", curl.easy_strerror) &&
      find(library, "curl_easy_cleanup", curl.easy_cleanup) &&
      find(library, "curl_url", curl.url) && find(library, "curl_url_set", curl.url_set) &&
      find(library, "curl_url_get", curl.url_get) &&
      find(library, "curl_url_cleanup", curl.url_cleanup);
  if (!found) {
    return missing(dlerror());  // NOLINT(concurrency-mt-unsafe)
  }
  const curl_version_info_data& version = *curl.version_info(CURLVERSION_NOW);
  if (version.version_num < kOldest || (version.features & CURL_VERSION_SSL) == 0) {
    return missing(std::string(kName) + " is version " + version.version +
                   ", and it takes 7.85 or newer, with TLS");
  }
  if (curl.global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) {
    return missing(std::string(kName) + " cannot be set up");
  }
  return curl;
}

}  // namespace

const Result<CurlLibrary>& curl_library() {
  static const Result<CurlLibrary> library = load();
  return library;
}

}  // namespace lineage::ingest
