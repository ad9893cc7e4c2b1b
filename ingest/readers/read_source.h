// From a path to contents: opens the file, tells its format, and goes through archives.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "graph/result.h"
#include "ingest/readers/source_document.h"

namespace lineage::ingest {

// The bytes of one file, or of one member of an archive, or why there are none.
struct SourceFile {
  std::string name;  // as given, with '/' between parts; a member behind its archive's name
  Result<std::string> bytes;
};

using TakeFile = std::function<bool(SourceFile)>;  // false ends the reading

// Hands out the file, or each member of the archive that it is, and of archives within it to the
// depth of 3. Every failure is handed out as well; it then names no file in its message.
void read_source_files(const std::filesystem::path& path, const TakeFile& take);

// True for a file of which read_source_files() hands out members.
[[nodiscard]] bool is_archive_file(const std::filesystem::path& path);

// What the reader for its format makes of the bytes. Errors name the file in front.
[[nodiscard]] Result<SourceContent> read_content(const std::string& name, std::string_view bytes);

// "'name': what", unless the message begins with the name already.
[[nodiscard]] Error named_error(const std::string& name, const Error& error);

}  // namespace lineage::ingest
