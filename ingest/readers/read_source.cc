#include "ingest/readers/read_source.h"

#include <array>
#include <fstream>
#include <utility>

#include "ingest/readers/archive.h"
#include "ingest/readers/docx.h"
#include "ingest/readers/reader_table.h"
#include "ingest/text/source_text.h"

namespace lineage::ingest {
namespace {

constexpr int kDeepest = 3;  // archives within archives

// The name of the one file in "metadata.json.xz" is "metadata.json".
std::string name_within(const std::string& archive, const std::string& member) {
  if (member == "data") {
    for (const std::string_view ending : {".xz", ".gz"}) {
      if (archive.ends_with(ending)) {
        return archive.substr(0, archive.size() - ending.size());
      }
    }
  }
  return archive + "/" + member;
}

SourceFile refused(const std::string& name, const Error& error) {
  return {name, Result<std::string>(tl::unexpected<Error>(error))};
}

bool is_packed(std::string_view bytes) { return is_archive(bytes) && !is_docx(bytes); }

bool take_member(const std::string& archive,
                 ArchiveMember member,
                 const TakeFile& take,
                 int depth) {
  const std::string name = name_within(archive, member.name);
  if (!member.bytes || !is_packed(*member.bytes)) {
    return take({name, std::move(member.bytes)});
  }
  if (depth == kDeepest) {
    return take(refused(
        name, {ErrorCode::Malformed, "archives nest deeper than 3 levels: unpack it by hand"}));
  }
  bool goes_on = true;
  const auto read = read_archive(*member.bytes, [&](ArchiveMember inner) {
    goes_on = take_member(name, std::move(inner), take, depth + 1);
    return goes_on;
  });
  return read || !goes_on ? goes_on : take(refused(name, read.error()));
}

// The first bytes, enough to know an archive by; "" for what cannot be read.
std::string head_of(const std::filesystem::path& path) {
  std::array<char, 512> buffer{};
  std::ifstream file(path, std::ios::binary);
  file.read(buffer.data(), buffer.size());
  return {buffer.data(), static_cast<std::size_t>(file.gcount())};
}

}  // namespace

Error named_error(const std::string& name, const Error& error) {
  if (error.message.starts_with(name) || error.message.starts_with("'" + name)) {
    return error;
  }
  return {error.code, "'" + name + "': " + error.message};
}

bool is_archive_file(const std::filesystem::path& path) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error) || !is_archive(head_of(path))) {
    return false;
  }
  const auto size = std::filesystem::file_size(path, error);
  if (error || size > kLargestFile) {
    return true;
  }
  const auto bytes = read_file(path);
  return !bytes || !is_docx(*bytes);
}

void read_source_files(const std::filesystem::path& path, const TakeFile& take) {
  const std::string name = path.generic_string();
  if (!is_archive_file(path)) {
    static_cast<void>(take({name, read_file(path)}));
    return;
  }
  bool goes_on = true;
  const auto read = read_archive_file(path, [&](ArchiveMember member) {
    goes_on = take_member(name, std::move(member), take, 1);
    return goes_on;
  });
  if (!read && goes_on) {
    static_cast<void>(take(refused(name, read.error())));
  }
}

Result<SourceContent> read_content(const std::string& name, std::string_view bytes) {
  auto content = reader_for(bytes).read(name, bytes);
  if (!content) {
    return tl::unexpected<Error>(named_error(name, content.error()));
  }
  return content;
}

}  // namespace lineage::ingest
