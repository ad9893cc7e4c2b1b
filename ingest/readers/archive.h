// Archives: zip, tar, tar.xz, tar.gz, and single files compressed with xz or gzip. Members are read
// into memory one after another; nothing is written to the disk.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "graph/result.h"

namespace lineage::ingest {

struct ArchiveMember {
  std::string name;           // within the archive, '/' between parts
  Result<std::string> bytes;  // or why the member is refused
};

// Is handed each regular member in the order of the archive; false ends the reading.
using TakeMember = std::function<bool(ArchiveMember)>;

[[nodiscard]] bool is_archive(std::string_view first_bytes);

// Errors: Malformed for what is damaged, and for what unpacks to more than it can be: 200 times its
// size beyond 64 MiB, or 100,000 members. Members before the damage were handed out. A member that
// is too large, is a link, or whose name leads out of the archive is handed out as refused.
[[nodiscard]] Result<void> read_archive_file(const std::filesystem::path& path,
                                             const TakeMember& take);
[[nodiscard]] Result<void> read_archive(std::string_view bytes, const TakeMember& take);

// The one member of that name; "" when there is none. Bounds as above.
[[nodiscard]] Result<std::string> archive_member(std::string_view bytes, std::string_view name);

}  // namespace lineage::ingest
