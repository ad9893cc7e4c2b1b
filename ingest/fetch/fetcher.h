// Gets texts, and facts about them, from the services of the United Nations into a folder: one
// request at a time, with pauses, attempts and a list of what was asked (docs/fetch.md).
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "graph/language.h"
#include "graph/result.h"
#include "graph/symbol.h"
#include "ingest/fetch/manifest.h"
#include "ingest/fetch/settings.h"
#include "ingest/fetch/status.h"
#include "ingest/fetch/transport.h"

namespace lineage::ingest {

// A text in a language, or the facts about a work where there is none.
struct FetchJob {
  Symbol symbol;
  std::optional<Language> language{};

  friend bool operator==(const FetchJob&, const FetchJob&) = default;
};

struct FetchResult {
  FetchStatus status = FetchStatus::Stopped;
  std::string file;  // that holds it, with its folder; "" where none does
  std::string note;  // for people
};

// The addresses that a job would be asked at, in order; none for a work that is no document.
[[nodiscard]] std::vector<std::string> addresses_of(const FetchJob& job,
                                                    const FetchSettings& settings,
                                                    const std::vector<std::string>& formats);

class Fetcher {
 public:
  // `settings` outlives this. `formats` are text formats, the preferred one first; a text is kept
  // in the first that can be had. Errors: Io, Usage for a settings' address that is none,
  // Unsupported without libcurl.
  [[nodiscard]] static Result<Fetcher> open(const std::filesystem::path& folder,
                                            const FetchSettings& settings,
                                            std::vector<std::string> formats,
                                            std::function<bool()> stop = {});

  // The file that holds it already: by the list, unchanged since, or put there by hand under the
  // name that it would have ("A_RES_75_240-EN.pdf"). "" for none.
  [[nodiscard]] std::string present(const FetchJob& job) const;

  // Gets one text; nothing is asked for one that is present. Every answer stands in the list when
  // this returns. Errors: Io, of the folder alone.
  [[nodiscard]] Result<FetchResult> fetch(const FetchJob& job);

  // Why nothing more is asked, "" while it is: the services want to be left alone, cannot be
  // reached, or are not who they say. Every further fetch() is Stopped.
  [[nodiscard]] const std::string& ended() const { return ended_; }

 private:
  // What came of one address, after all attempts.
  struct Asked {
    ManifestLine line;
    std::string body;
    std::string extension;
  };

  Fetcher(std::filesystem::path folder,
          const FetchSettings& settings,
          std::vector<std::string> formats,
          std::function<bool()> stop,
          Manifest manifest);

  Asked ask(const FetchJob& job, const Endpoint& endpoint, const std::string& address);
  void judge(const FetchJob& job, Response response, Asked& asked) const;
  [[nodiscard]] bool rest(std::chrono::milliseconds time) const;
  [[nodiscard]] bool wait_for_turn();
  Result<void> keep(const FetchJob& job, Asked& asked);

  std::filesystem::path folder_;
  const FetchSettings* settings_;
  std::vector<std::string> formats_;
  std::function<bool()> stop_;
  Manifest manifest_;
  std::unique_ptr<Transport> transport_;
  std::optional<std::chrono::steady_clock::time_point> last_;  // the end of the last request
  int out_of_reach_ = 0;  // texts in a row that no service answered
  std::string ended_;
};

}  // namespace lineage::ingest
