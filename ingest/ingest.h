// Takes files and folders into a store.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "graph/result.h"
#include "graph/store/store.h"
#include "ingest/files/meta_list.h"

namespace lineage::ingest {

struct SkippedFile {
  std::string file;
  Error reason;
};

// A text that does not say which work it is.
struct UnnamedText {
  std::string file;
  std::string date;
  std::string title;
};

struct IngestReport {
  std::size_t documents = 0;                     // taken in now
  std::size_t catalogues = 0;                    // files of facts alone, taken in now
  std::size_t copies = 0;                        // files with a content that another file had
  std::size_t unchanged = 0;                     // already in the store with the same content
  std::size_t mentions = 0;                      // in the documents taken in now
  std::size_t findings = 0;                      // likewise
  std::size_t vanished = 0;                      // known under these paths and there no more
  std::size_t pruned = 0;                        // of these, removed
  std::map<std::string, std::size_t> unsettled;  // mentions without a target, by status and kind
  std::vector<SkippedFile> skipped;
  std::vector<UnnamedText> unnamed;
  bool interrupted = false;
};

struct IngestProgress {
  std::size_t files = 0;  // done
  std::size_t of = 0;     // listed; the members of an archive are not known before
  std::size_t bytes = 0;  // done
};

struct IngestOptions {
  std::size_t jobs = 1;
  bool prune = false;  // remove what vanished under the paths
  MetaList meta = {};
  std::function<void(const IngestProgress&)> progress = {};  // called after each file
  std::function<bool()> stop = {};  // true ends the run; what was taken in stays
};

// Ingests every path: a file, an archive, or a folder with all its files. What has the size and the
// time that the store knows is not opened. A file that cannot be read is skipped and reported. The
// store is the same whatever the order of the paths and the number of jobs. Errors: only what
// concerns the store itself; it is then as it was, or as it was left a minute ago at most.
[[nodiscard]] Result<IngestReport> ingest(const std::vector<std::filesystem::path>& paths,
                                          Store& store,
                                          const IngestOptions& options = {});

}  // namespace lineage::ingest
