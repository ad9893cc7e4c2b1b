// The files that a path stands for.
#pragma once

#include <filesystem>
#include <vector>

namespace lineage::ingest {

// The path itself, or for a folder all regular files below it in the order of their names; what may
// not be read is left out.
[[nodiscard]] std::vector<std::filesystem::path> files_of(const std::filesystem::path& path);

}  // namespace lineage::ingest
