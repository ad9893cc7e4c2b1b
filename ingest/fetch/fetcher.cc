#include "ingest/fetch/fetcher.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <fcntl.h>
#include <memory>
#include <thread>
#include <unistd.h>
#include <utility>

#include "ingest/fetch/content_check.h"
#include "ingest/fetch/curl_library.h"
#include "ingest/fetch/response_status.h"
#include "ingest/text/source_text.h"

namespace lineage::ingest {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr int kMostOutOfReach = 3;

std::string file_stem_of(const FetchJob& job) {
  std::string mark = job.language ? std::string(code(*job.language)) : std::string(kFactsFormat);
  std::ranges::transform(mark, mark.begin(),
                         [](char c) { return static_cast<char>(c - 'a' + 'A'); });
  return job.symbol.file_stem() + "-" + mark;
}

std::string now() {
  const std::time_t time = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&time, &parts);
  std::array<char, 32> text{};
  return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

std::vector<Endpoint> endpoints_of(const FetchJob& job,
                                   const FetchSettings& settings,
                                   const std::vector<std::string>& formats) {
  const std::vector<std::string> wanted =
      job.language ? formats : std::vector<std::string>{std::string(kFactsFormat)};
  std::vector<Endpoint> endpoints;
  for (const std::string& format : wanted) {
    for (const Endpoint& endpoint : settings.endpoints) {
      if (endpoint.format == format) {
        endpoints.push_back(endpoint);
      }
    }
  }
  return endpoints;
}

// Written whole under a name of its own, then renamed: nobody meets half a document.
Result<void> write_document(const fs::path& path, std::string_view bytes) {
  const fs::path unfinished = path.string() + std::string(kUnfinished);
  const auto failed = [&] {
    const int error = errno;
    unlink(unfinished.c_str());
    return failure(ErrorCode::Io, "cannot write '" + path.string() + "': " +
                                      std::strerror(error));  // NOLINT(concurrency-mt-unsafe)
  };
  const int descriptor = open(unfinished.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (descriptor < 0) {
    return failed();
  }
  bool written = true;
  while (written && !bytes.empty()) {
    const ssize_t count = write(descriptor, bytes.data(), bytes.size());
    written = count >= 0 || errno == EINTR;
    bytes.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
  }
  written = written && fsync(descriptor) == 0;
  written = close(descriptor) == 0 && written;
  return written && rename(unfinished.c_str(), path.c_str()) == 0 ? Result<void>() : failed();
}

}  // namespace

std::vector<std::string> addresses_of(const FetchJob& job,
                                      const FetchSettings& settings,
                                      const std::vector<std::string>& formats) {
  std::vector<std::string> addresses;
  for (const Endpoint& endpoint : endpoints_of(job, settings, formats)) {
    std::string address =
        address_of(endpoint, job.symbol, job.language.value_or(Language::English));
    if (!address.empty()) {
      addresses.push_back(std::move(address));
    }
  }
  return addresses;
}

Fetcher::Fetcher(fs::path folder,
                 const FetchSettings& settings,
                 std::vector<std::string> formats,
                 std::function<bool()> stop,
                 Manifest manifest)
    : folder_(std::move(folder)),
      settings_(&settings),
      formats_(std::move(formats)),
      stop_(std::move(stop)),
      manifest_(std::move(manifest)),
      transport_(std::make_unique<Transport>(settings, stop_)) {}

Result<Fetcher> Fetcher::open(const fs::path& folder,
                              const FetchSettings& settings,
                              std::vector<std::string> formats,
                              std::function<bool()> stop) {
  if (const auto& library = curl_library(); !library) {
    return tl::unexpected(library.error());
  }
  for (const Endpoint& endpoint : settings.endpoints) {
    if (auto checked = check_endpoint(endpoint); !checked) {
      return tl::unexpected(checked.error());
    }
  }
  Result<Manifest> manifest = Manifest::open(folder);
  if (!manifest) {
    return tl::unexpected(manifest.error());
  }
  return Fetcher(folder, settings, std::move(formats), std::move(stop), std::move(*manifest));
}

std::string Fetcher::present(const FetchJob& job) const {
  if (const ManifestLine* line = manifest_.kept(job.symbol, job.language)) {
    const fs::path file = folder_ / line->file;
    if (const auto bytes = read_file(file); bytes && content_hash(*bytes) == line->hash) {
      return file.generic_string();
    }
  }
  for (const char* extension : {".docx", ".pdf", ".xml", ".html", ".txt"}) {
    const std::string name = file_stem_of(job) + extension;
    std::error_code error;
    // What the list knows and no longer looks the same is asked for again.
    const ManifestLine* line = manifest_.kept(job.symbol, job.language);
    if ((line == nullptr || line->file != name) && fs::is_regular_file(folder_ / name, error)) {
      return (folder_ / name).generic_string();
    }
  }
  return {};
}

// False when the user ends it.
bool Fetcher::rest(milliseconds time) const {
  constexpr milliseconds kSlice{20};
  const auto end = Clock::now() + time;
  while (Clock::now() < end) {
    if (stop_ && stop_()) {
      return false;
    }
    std::this_thread::sleep_for(std::min<Clock::duration>(kSlice, end - Clock::now()));
  }
  return !(stop_ && stop_());
}

bool Fetcher::wait_for_turn() {
  const auto since =
      last_ ? std::chrono::duration_cast<milliseconds>(Clock::now() - *last_) : settings_->pause;
  return rest(std::max(milliseconds(0), settings_->pause - since));
}

// Looks at what came. A body that is no good is dropped here.
void Fetcher::judge(const FetchJob& job, Response response, Asked& asked) const {
  ManifestLine& line = asked.line;
  line.status = status_of(response);
  line.note = note_of(response);
  line.http = response.status;
  line.address = response.address;
  line.bytes = response.body.size();
  line.time = now();
  if (line.status != FetchStatus::Fetched) {
    return;
  }
  Verdict verdict = job.language ? check_document(job.symbol, *job.language, response.body)
                                 : check_facts(job.symbol, response.body);
  line.status = verdict.status;
  line.note = std::move(verdict.note);
  asked.extension = std::move(verdict.extension);
  if (line.status == FetchStatus::Fetched) {
    asked.body = std::move(response.body);
  }
}

Fetcher::Asked Fetcher::ask(const FetchJob& job,
                            const Endpoint& endpoint,
                            const std::string& address) {
  Asked asked;
  asked.line.symbol = job.symbol.canonical();
  asked.line.language = job.language ? code(*job.language) : "";
  asked.line.format = endpoint.format;
  asked.line.address = address;
  milliseconds wait = settings_->pause;
  for (int attempt = 1;; ++attempt) {
    if (!wait_for_turn()) {
      asked.line.status = FetchStatus::Stopped;
      return asked;
    }
    Response response = transport_->get(address);
    last_ = Clock::now();
    const seconds wanted = response.retry_after;
    asked.line.attempts = attempt;
    judge(job, std::move(response), asked);
    if (asked.line.status == FetchStatus::Untrusted) {
      ended_ = "the certificate of " + host_of(asked.line.address) + " does not verify";
      return asked;
    }
    if (!row_of(asked.line.status).again) {
      return asked;
    }
    if (wanted > settings_->longest_wait) {
      asked.line.note += ", asks to wait " + std::to_string(wanted.count()) + " s";
      ended_ = host_of(asked.line.address) + " asks to be left alone for " +
               std::to_string(wanted.count()) + " s; run this again then";
      return asked;
    }
    if (attempt == settings_->attempts) {
      return asked;
    }
    wait = std::max<milliseconds>(wait * 2, wanted);
    if (!rest(wait)) {
      asked.line.status = FetchStatus::Stopped;
      return asked;
    }
  }
}

Result<void> Fetcher::keep(const FetchJob& job, Asked& asked) {
  if (asked.line.status != FetchStatus::Fetched) {
    return {};
  }
  asked.line.file = file_stem_of(job) + asked.extension;
  asked.line.hash = content_hash(asked.body);
  return write_document(folder_ / asked.line.file, asked.body);
}

Result<FetchResult> Fetcher::fetch(const FetchJob& job) {
  if (const std::string file = present(job); !file.empty()) {
    return FetchResult{FetchStatus::Present, file, ""};
  }
  if (!ended_.empty()) {
    return FetchResult{FetchStatus::Stopped, "", ""};
  }
  FetchResult result{FetchStatus::Absent, "", ""};
  std::vector<std::string> silent;  // hosts that did not answer this job
  for (const Endpoint& endpoint : endpoints_of(job, *settings_, formats_)) {
    const std::string address =
        address_of(endpoint, job.symbol, job.language.value_or(Language::English));
    if (std::ranges::find(silent, host_of(address)) != silent.end()) {
      continue;
    }
    Asked asked = ask(job, endpoint, address);
    if (asked.line.status == FetchStatus::Stopped) {
      return FetchResult{FetchStatus::Stopped, "", ""};
    }
    // The file first: a line that names a file is never wrong.
    if (auto kept = keep(job, asked); !kept) {
      return tl::unexpected(kept.error());
    }
    if (auto added = manifest_.add(asked.line); !added) {
      return tl::unexpected(added.error());
    }
    const FetchStatusRow& row = row_of(asked.line.status);
    if (row.whole_service) {
      silent.push_back(host_of(address));
    }
    if (row.meaning != FetchClass::No || result.status == FetchStatus::Absent) {
      result.status = asked.line.status;
      result.note = asked.line.note;
    }
    if (row.meaning == FetchClass::Fine) {
      result.file = (folder_ / asked.line.file).generic_string();
    }
    if (row.meaning == FetchClass::Fine || !ended_.empty()) {
      break;
    }
  }
  if (job.language) {
    out_of_reach_ = row_of(result.status).whole_service ? out_of_reach_ + 1 : 0;
  }
  if (ended_.empty() && out_of_reach_ == kMostOutOfReach) {
    ended_ = "no service answered for three texts in a row: " + result.note;
  }
  return result;
}

}  // namespace lineage::ingest
