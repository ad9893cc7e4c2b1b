#include "ingest/fetch/transport.h"

#include <array>
#include <utility>

#include "ingest/fetch/curl_library.h"

namespace lineage::ingest {
namespace {

constexpr int kMostRedirects = 5;
constexpr long kLeastBytes = 100;  // a second

// What a running request writes into.
struct Receiver {
  std::string body;
  std::size_t largest = 0;
  bool overflow = false;
  const std::function<bool()>* stop = nullptr;
};

std::size_t receive(char* data, std::size_t size, std::size_t count, void* to) {
  auto& receiver = *static_cast<Receiver*>(to);
  const std::size_t bytes = size * count;
  if (bytes > receiver.largest - receiver.body.size()) {
    receiver.overflow = true;
    return 0;
  }
  receiver.body.append(data, bytes);
  return bytes;
}

int report(
    void* to, curl_off_t /*of*/, curl_off_t /*now*/, curl_off_t /*up*/, curl_off_t /*done*/) {
  const auto& stop = *static_cast<Receiver*>(to)->stop;
  return stop && stop() ? 1 : 0;
}

Fault fault_of(CURLcode code, const Receiver& receiver, bool connected) {
  switch (code) {
    case CURLE_OK:
      return Fault::None;
    case CURLE_WRITE_ERROR:
    case CURLE_FILESIZE_EXCEEDED:
      return receiver.overflow || code == CURLE_FILESIZE_EXCEEDED ? Fault::TooLarge
                                                                  : Fault::CutShort;
    case CURLE_ABORTED_BY_CALLBACK:
      return Fault::Stopped;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
      return Fault::Untrusted;
    case CURLE_OPERATION_TIMEDOUT:
      return connected ? Fault::Slow : Fault::Unreachable;
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_URL_MALFORMAT:
      return Fault::Outside;
    default:
      return connected ? Fault::CutShort : Fault::Unreachable;
  }
}

}  // namespace

struct Transport::Impl {
  Impl(const FetchSettings& how, std::function<bool()> when)
      : settings(how),
        stop(std::move(when)),
        curl(*curl_library()),
        handle(curl.easy_init(), curl.easy_cleanup) {}

  // One request, without following what it redirects to; then the address of that in `next`.
  Response ask(const std::string& address, std::string& next) {
    Receiver receiver{{}, settings.largest, false, &stop};
    std::array<char, CURL_ERROR_SIZE> words{};
    set_up(address, receiver, words.data());
    const CURLcode code = curl.easy_perform(handle.get());
    Response response;
    response.address = address;
    response.status = number(CURLINFO_RESPONSE_CODE);
    curl_off_t began = 0;
    curl.easy_getinfo(handle.get(), CURLINFO_PRETRANSFER_TIME_T, &began);
    response.fault = fault_of(code, receiver, began > 0);
    if (response.fault != Fault::None) {
      response.detail = response.fault == Fault::TooLarge
                            ? "more than " + std::to_string(settings.largest) + " bytes"
                        : words[0] != '\0' ? words.data()
                                           : curl.easy_strerror(code);
      return response;
    }
    response.content_type = text(CURLINFO_CONTENT_TYPE);
    curl_off_t wait = 0;
    curl.easy_getinfo(handle.get(), CURLINFO_RETRY_AFTER, &wait);
    response.retry_after = std::chrono::seconds(wait);
    next = text(CURLINFO_REDIRECT_URL);
    response.body = std::move(receiver.body);
    return response;
  }

  void set_up(const std::string& address, Receiver& receiver, char* words) {
    CURL* request = handle.get();
    curl.easy_reset(request);
    curl.easy_setopt(request, CURLOPT_URL, address.c_str());
    curl.easy_setopt(request, CURLOPT_PROTOCOLS_STR, "https");
    curl.easy_setopt(request, CURLOPT_FOLLOWLOCATION, 0L);
    curl.easy_setopt(request, CURLOPT_SSL_VERIFYPEER, 1L);
    curl.easy_setopt(request, CURLOPT_SSL_VERIFYHOST, 2L);
    if (!settings.certificates.empty()) {
      curl.easy_setopt(request, CURLOPT_CAINFO, settings.certificates.c_str());
    }
    curl.easy_setopt(request, CURLOPT_USERAGENT, settings.agent.c_str());
    curl.easy_setopt(request, CURLOPT_CONNECTTIMEOUT, static_cast<long>(settings.connect.count()));
    curl.easy_setopt(request, CURLOPT_TIMEOUT, static_cast<long>(settings.whole.count()));
    curl.easy_setopt(request, CURLOPT_LOW_SPEED_LIMIT, kLeastBytes);
    curl.easy_setopt(request, CURLOPT_LOW_SPEED_TIME, static_cast<long>(settings.silence.count()));
    curl.easy_setopt(request, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(settings.largest));
    curl.easy_setopt(request, CURLOPT_NOSIGNAL, 1L);
    curl.easy_setopt(request, CURLOPT_ERRORBUFFER, words);
    curl.easy_setopt(request, CURLOPT_WRITEFUNCTION, receive);
    curl.easy_setopt(request, CURLOPT_WRITEDATA, &receiver);
    curl.easy_setopt(request, CURLOPT_XFERINFOFUNCTION, report);
    curl.easy_setopt(request, CURLOPT_XFERINFODATA, &receiver);
    curl.easy_setopt(request, CURLOPT_NOPROGRESS, 0L);
  }

  [[nodiscard]] long number(CURLINFO what) const {
    long value = 0;
    curl.easy_getinfo(handle.get(), what, &value);
    return value;
  }
  [[nodiscard]] std::string text(CURLINFO what) const {
    const char* value = nullptr;
    curl.easy_getinfo(handle.get(), what, &value);
    return value == nullptr ? "" : value;
  }

  const FetchSettings& settings;
  std::function<bool()> stop;
  const CurlLibrary& curl;
  std::unique_ptr<CURL, decltype(CurlLibrary::easy_cleanup)> handle;
};

Transport::Transport(const FetchSettings& settings, std::function<bool()> stop)
    : impl_(std::make_unique<Impl>(settings, std::move(stop))) {}
Transport::~Transport() = default;

Response Transport::get(const std::string& address) {
  std::string here = address;
  for (int redirects = 0; redirects <= kMostRedirects; ++redirects) {
    if (!is_within(here, impl_->settings.hosts)) {
      return {.fault = Fault::Outside, .detail = here, .address = here};
    }
    std::string next;
    Response response = impl_->ask(here, next);
    if (response.fault != Fault::None || response.status / 100 != 3 || next.empty()) {
      return response;
    }
    here = std::move(next);
  }
  return {.fault = Fault::Circling, .detail = here, .address = here};
}

}  // namespace lineage::ingest
