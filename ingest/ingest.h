// Takes files and folders into a store.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "graph/result.h"
#include "graph/store.h"

namespace lineage::ingest {

struct SkippedFile {
  std::string file;
  Error reason;
};

struct IngestReport {
  std::size_t documents = 0;   // taken in now
  std::size_t catalogues = 0;  // taken in now
  std::size_t unchanged = 0;   // already in the store with the same content
  std::size_t mentions = 0;    // in the documents taken in now
  std::vector<SkippedFile> skipped;
};

// Ingests every path: a file, an archive, or a folder with all its files in the order of their
// names. A file that cannot be read is skipped and reported. Errors: only what concerns the store
// itself.
[[nodiscard]] Result<IngestReport> ingest(const std::vector<std::filesystem::path>& paths,
                                          Store& store);

}  // namespace lineage::ingest
