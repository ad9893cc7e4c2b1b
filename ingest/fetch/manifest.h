// The list of what was asked for, beside the files: one line an address, the newest last. Lines are
// only ever added, so that a run that was broken off loses at most its last one.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "graph/language.h"
#include "graph/result.h"
#include "graph/symbol.h"
#include "ingest/fetch/status.h"

namespace lineage::ingest {

inline constexpr std::string_view kManifestName = "lineage-fetch.tsv";
inline constexpr std::string_view kUnfinished = ".part";  // behind the name of a file in the making

struct ManifestLine {
  std::string symbol;    // canonical
  std::string language;  // two letters, "" for facts
  std::string format;    // asked for
  std::string address;   // that gave the answer, after redirects
  std::string time;      // of the answer: 2026-01-31T12:00:00Z
  FetchStatus status = FetchStatus::Fetched;
  long http = 0;  // status of HTTP, 0 without an answer
  int attempts = 0;
  std::size_t bytes = 0;  // of the body
  std::string hash;       // of the file: XXH3, 128 bits, as in the store; "" where none was kept
  std::string file;       // its name in the folder, likewise
  std::string note;
};

class Manifest {
 public:
  // Makes the folder and the list where they are not there, and holds the list for as long as it
  // lives. Errors: Io, also where another program holds it.
  [[nodiscard]] static Result<Manifest> open(const std::filesystem::path& folder);

  Manifest(Manifest&& other) noexcept;
  Manifest& operator=(Manifest&&) = delete;
  Manifest(const Manifest&) = delete;
  Manifest& operator=(const Manifest&) = delete;
  ~Manifest();

  // The newest line of a text that was kept. Cost: a look-up.
  [[nodiscard]] const ManifestLine* kept(const Symbol& symbol,
                                         std::optional<Language> language) const;

  // On the disk when this returns. Errors: Io.
  [[nodiscard]] Result<void> add(const ManifestLine& line);

 private:
  Manifest() = default;

  std::filesystem::path path_;
  int descriptor_ = -1;
  std::map<std::pair<std::string, std::string>, ManifestLine> kept_;  // by symbol and language
};

}  // namespace lineage::ingest
