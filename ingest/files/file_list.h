// The files that paths stand for.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace lineage::ingest {

struct ListedFile {
  std::filesystem::path path;
  std::string name;           // '/' between parts
  std::int64_t size = -1;     // -1 where it cannot be looked at
  std::int64_t modified = 0;  // nanoseconds
};

// Each path itself, or for a folder all regular files below it; in the order of their names, each
// once; what may not be read, what is hidden (its name begins with a full stop, as ".git" does) and
// the manifest of a fetch are left out.
[[nodiscard]] std::vector<ListedFile> list_files(const std::vector<std::filesystem::path>& paths);

// The path itself, or for a folder all regular files below it in the order of their names; left out
// is what list_files() leaves out.
[[nodiscard]] std::vector<std::filesystem::path> files_of(const std::filesystem::path& path);

}  // namespace lineage::ingest
