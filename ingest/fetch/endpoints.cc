#include "ingest/fetch/endpoints.h"

#include <algorithm>
#include <array>
#include <memory>

#include "graph/ascii.h"
#include "ingest/fetch/curl_library.h"

namespace lineage::ingest {
namespace {

constexpr std::string_view kSymbol = "{symbol}";
constexpr std::string_view kLanguage = "{language}";

constexpr std::array<std::string_view, 3> kTextFormats{"doc", "pdf", "akn"};

// As addresses have it: letters, digits and a few marks stand, and so do the strokes of a symbol.
std::string percent_encoded(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : text) {
    if (is_alpha(c) || is_digit(c) || std::string_view("-._~/").find(c) != std::string_view::npos) {
      encoded += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      encoded += {'%', kDigits[byte >> 4U], kDigits[byte & 15U]};
    }
  }
  return encoded;
}

void replace(std::string& text, std::string_view mark, std::string_view with) {
  for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + with.size())) {
    text.replace(at, mark.size(), with);
  }
}

}  // namespace

const std::vector<Endpoint>& default_endpoints() {
  static const std::vector<Endpoint> endpoints{
      {"doc", "https://documents.un.org/api/symbol/access?s={symbol}&l={language}&t=doc"},
      {"pdf", "https://documents.un.org/api/symbol/access?s={symbol}&l={language}&t=pdf"},
      {"pdf", "https://docs.un.org/{language}/{symbol}"},
      {"akn", "https://documents.un.org/api/symbol/access?s={symbol}&l={language}&t=akn"},
      {"marc",
       "https://digitallibrary.un.org/search?ln=en&p=documentsymbol:%22{symbol}%22&of=xm&rg=10"},
  };
  return endpoints;
}

std::span<const std::string_view> text_formats() { return kTextFormats; }

std::string address_of(const Endpoint& endpoint, const Symbol& symbol, Language language) {
  // The library's records bear the symbols of its authority file, part letters and all.
  const std::string document = symbol.document_symbol();
  if (document.empty()) {
    return {};
  }
  std::string address = endpoint.address;
  replace(address, kSymbol,
          percent_encoded(endpoint.format == kFactsFormat ? symbol.canonical() : document));
  replace(address, kLanguage, code(language));
  return address;
}

Result<void> check_endpoint(const Endpoint& endpoint) {
  const bool known = endpoint.format == kFactsFormat ||
                     std::ranges::find(kTextFormats, endpoint.format) != kTextFormats.end();
  if (!known) {
    return failure(ErrorCode::Usage, "no format '" + endpoint.format +
                                         "' to fetch: there are doc, pdf, akn and marc");
  }
  if (const auto& library = curl_library(); !library) {
    return tl::unexpected(library.error());
  }
  if (!endpoint.address.starts_with("https://") || host_of(endpoint.address).empty()) {
    return failure(ErrorCode::Usage, "'" + endpoint.address +
                                         "' is no address to fetch from: it begins with https://");
  }
  if (endpoint.address.find(kSymbol) == std::string::npos) {
    return failure(ErrorCode::Usage, "'" + endpoint.address +
                                         "' asks for no text: put {symbol} where the symbol goes");
  }
  return {};
}

std::string host_of(const std::string& address) {
  const Result<CurlLibrary>& curl = curl_library();
  if (!curl) {
    return {};
  }
  const std::unique_ptr<CURLU, decltype(CurlLibrary::url_cleanup)> url(curl->url(),
                                                                       curl->url_cleanup);
  if (!url || curl->url_set(url.get(), CURLUPART_URL, address.c_str(), 0) != CURLUE_OK) {
    return {};
  }
  const auto part = [&](CURLUPart what) {
    char* text = nullptr;
    std::string value;
    if (curl->url_get(url.get(), what, &text, 0) == CURLUE_OK) {
      value = text;
    }
    curl->free(text);
    return value;
  };
  if (part(CURLUPART_SCHEME) != "https") {
    return {};
  }
  std::string host = part(CURLUPART_HOST);
  std::ranges::transform(host, host.begin(),
                         [](char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; });
  return host;
}

bool is_within(const std::string& address, const std::vector<std::string>& hosts) {
  const std::string host = host_of(address);
  return !host.empty() && std::ranges::any_of(hosts, [&](const std::string& allowed) {
    return host == allowed || host.ends_with("." + allowed);
  });
}

}  // namespace lineage::ingest
