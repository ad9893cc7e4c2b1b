// The files that paths stand for.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "graph/result.h"

namespace lineage::ingest {

struct ListedFile {
  std::filesystem::path path;
  std::string name;                   // '/' between parts
  std::int64_t size = -1;             // -1 where it cannot be looked at
  std::int64_t modified = 0;          // nanoseconds
  std::optional<Error> refused = {};  // why it, or all below it where it is a folder, is not read
};

// Each path itself, or for a folder all regular files below it; in the order of their names, each
// once. Left out is what is hidden (its name begins with a full stop, as ".git" does) and the
// manifest of a fetch. Folders that cannot be read and links that lead out of their folder stand in
// the list as refused; links to folders are not followed.
[[nodiscard]] std::vector<ListedFile> list_files(const std::vector<std::filesystem::path>& paths);

// The files of list_files() of this path that are not refused.
[[nodiscard]] std::vector<std::filesystem::path> files_of(const std::filesystem::path& path);

}  // namespace lineage::ingest
