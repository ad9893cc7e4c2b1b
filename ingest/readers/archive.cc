#include "ingest/readers/archive.h"

#include <algorithm>
#include <archive.h>
#include <archive_entry.h>
#include <array>
#include <memory>
#include <system_error>
#include <utility>

#include "ingest/text/source_text.h"

namespace lineage::ingest {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::size_t kMostMembers = 100'000;
constexpr std::size_t kFreeBytes = std::size_t{64} << 20;  // any archive may unpack to this
constexpr std::size_t kMostRatio = 200;
constexpr std::size_t kMostBytes = std::size_t{4} << 30;

struct Free {
  void operator()(archive* reader) const { archive_read_free(reader); }
};
using Reader = std::unique_ptr<archive, Free>;

Reader make_reader() {
  Reader reader(archive_read_new());
  archive_read_support_filter_gzip(reader.get());
  archive_read_support_filter_xz(reader.get());
  archive_read_support_format_tar(reader.get());
  archive_read_support_format_zip(reader.get());
  archive_read_support_format_raw(reader.get());
  return reader;
}

Error broken(archive* reader) {
  const char* words = archive_error_string(reader);
  return {ErrorCode::Malformed, std::string("the archive cannot be read: ") +
                                    (words == nullptr ? "it is damaged" : words)};
}

// A name with "..", an absolute one or one with a drive names a place outside.
bool leads_out(std::string_view name) {
  if (name.starts_with('/') || name.starts_with('\\') || name.find(':') == 1) {
    return true;
  }
  for (std::size_t at = 0; at <= name.size();) {
    const std::size_t end = std::min(name.find_first_of("/\\", at), name.size());
    if (name.substr(at, end - at) == "..") {
      return true;
    }
    at = end + 1;
  }
  return false;
}

class Unpacking {
 public:
  Unpacking(archive* reader, std::size_t packed, const TakeMember& take)
      : reader_(reader),
        most_(std::clamp(packed * kMostRatio, kFreeBytes, kMostBytes)),
        take_(take) {}

  Result<void> run() {
    archive_entry* entry = nullptr;
    for (std::size_t members = 0;; ++members) {
      const int status = archive_read_next_header(reader_, &entry);
      if (status == ARCHIVE_EOF) {
        return {};
      }
      if (status < ARCHIVE_WARN) {
        return tl::unexpected<Error>(broken(reader_));
      }
      if (members == kMostMembers) {
        return failure(ErrorCode::Malformed, "the archive has more than 100000 members: split it");
      }
      ArchiveMember member{name_of(entry), std::string{}};
      if (archive_entry_filetype(entry) == AE_IFDIR) {
        continue;
      }
      member.bytes = content_of(entry, member.name);
      if (overflow_) {
        return failure(ErrorCode::Malformed,
                       "the archive unpacks to more than " + std::to_string(most_ >> 20) +
                           " MB, which is far more than its size allows: unpack it by hand");
      }
      const bool damaged = damaged_;
      if (!take_(std::move(member)) || damaged) {
        return damaged ? Result<void>(tl::unexpected<Error>(broken(reader_))) : Result<void>{};
      }
    }
  }

 private:
  static std::string name_of(archive_entry* entry) {
    const char* name = archive_entry_pathname_utf8(entry);
    if (name == nullptr) {
      name = archive_entry_pathname(entry);
    }
    std::string text = name == nullptr ? "" : name;
    std::replace_if(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, '_');
    return text;
  }

  Result<std::string> content_of(archive_entry* entry, const std::string& name) {
    if (archive_entry_filetype(entry) != AE_IFREG || archive_entry_hardlink(entry) != nullptr) {
      return failure(ErrorCode::Malformed, "it is a link or a device in the archive: not followed");
    }
    if (leads_out(name)) {
      return failure(ErrorCode::Malformed, "its name leads out of the archive: not read");
    }
    if (archive_entry_is_encrypted(entry) != 0) {
      return failure(ErrorCode::Unsupported, "it is encrypted: unpack it by hand");
    }
    return read_all();
  }

  Result<std::string> read_all() {
    std::string bytes;
    std::array<char, 65536> buffer;  // NOLINT(cppcoreguidelines-pro-type-member-init)
    while (true) {
      const la_ssize_t count = archive_read_data(reader_, buffer.data(), buffer.size());
      if (count == 0) {
        return bytes;
      }
      if (count < 0) {
        damaged_ = true;
        return tl::unexpected<Error>(broken(reader_));
      }
      unpacked_ += static_cast<std::size_t>(count);
      if (unpacked_ > most_) {
        overflow_ = true;
        return bytes;
      }
      if (bytes.size() + static_cast<std::size_t>(count) > kLargestFile) {
        return failure(ErrorCode::Malformed, "it has more than the " +
                                                 std::to_string(kLargestFile >> 20) +
                                                 " MB of the largest file: split it");
      }
      bytes.append(buffer.data(), static_cast<std::size_t>(count));
    }
  }

  archive* reader_;
  std::size_t most_;
  const TakeMember& take_;
  std::size_t unpacked_ = 0;
  bool overflow_ = false;
  bool damaged_ = false;
};

}  // namespace

bool is_archive(std::string_view first_bytes) {
  return first_bytes.starts_with("PK\x03\x04"sv) || first_bytes.starts_with("PK\x05\x06"sv) ||
         first_bytes.starts_with(
             "\xFD"
             "7zXZ\0"sv) ||
         first_bytes.starts_with("\x1F\x8B"sv) ||
         (first_bytes.size() > 262 && first_bytes.substr(257, 5) == "ustar"sv);
}

Result<void> read_archive_file(const std::filesystem::path& path, const TakeMember& take) {
  std::error_code error;
  const auto packed = std::filesystem::file_size(path, error);
  const Reader reader = make_reader();
  if (archive_read_open_filename(reader.get(), path.c_str(), 65536) != ARCHIVE_OK) {
    return tl::unexpected<Error>(broken(reader.get()));
  }
  return Unpacking(reader.get(), error ? 0 : packed, take).run();
}

Result<void> read_archive(std::string_view bytes, const TakeMember& take) {
  const Reader reader = make_reader();
  if (archive_read_open_memory(reader.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) {
    return tl::unexpected<Error>(broken(reader.get()));
  }
  return Unpacking(reader.get(), bytes.size(), take).run();
}

Result<std::string> archive_member(std::string_view bytes, std::string_view name) {
  Result<std::string> found = std::string{};
  const auto read = read_archive(bytes, [&](ArchiveMember member) {
    if (member.name != name) {
      return true;
    }
    found = std::move(member.bytes);
    return false;
  });
  if (!read && found && found->empty()) {
    return tl::unexpected<Error>(read.error());
  }
  return found;
}

}  // namespace lineage::ingest
