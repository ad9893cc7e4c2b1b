#include "ingest/fetch/manifest.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>
#include <vector>

#include <sys/file.h>

#include "ingest/text/source_text.h"

namespace lineage::ingest {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kHeader =
    "symbol\tlanguage\tformat\taddress\ttime\tstatus\thttp\tattempts\tbytes\thash\tfile\tnote\n";
constexpr std::size_t kColumns = 12;

tl::unexpected<Error> cannot(const std::string& what, const fs::path& path, int error) {
  return failure(ErrorCode::Io, "cannot " + what + " '" + path.string() +
                                    "': " + std::strerror(error));  // NOLINT(concurrency-mt-unsafe)
}

template <typename Number>
Number number_of(std::string_view text) {
  Number number{};
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

// Nothing for a line of another shape: the header, or what a broken run left of a line.
std::optional<ManifestLine> read_line(std::string_view line) {
  std::vector<std::string> columns;
  for (std::size_t begin = 0; begin <= line.size();) {
    const std::size_t end = std::min(line.find('\t', begin), line.size());
    columns.emplace_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  if (columns.size() != kColumns) {
    return std::nullopt;
  }
  const auto status = fetch_status_named(columns[5]);
  if (!status) {
    return std::nullopt;
  }
  return ManifestLine{columns[0],
                      columns[1],
                      columns[2],
                      columns[3],
                      columns[4],
                      *status,
                      number_of<long>(columns[6]),
                      number_of<int>(columns[7]),
                      number_of<std::size_t>(columns[8]),
                      columns[9],
                      columns[10],
                      columns[11]};
}

std::string printed(const ManifestLine& line) {
  const std::array<std::string, kColumns> columns{line.symbol,
                                                  line.language,
                                                  line.format,
                                                  line.address,
                                                  line.time,
                                                  std::string(row_of(line.status).name),
                                                  std::to_string(line.http),
                                                  std::to_string(line.attempts),
                                                  std::to_string(line.bytes),
                                                  line.hash,
                                                  line.file,
                                                  line.note};
  std::string text;
  for (const std::string& column : columns) {
    text += text.empty() ? "" : "\t";
    for (const char c : column) {
      text += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
    }
  }
  return text + "\n";
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) {
      return false;
    }
    bytes.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(written, 0)));
  }
  return fsync(descriptor) == 0;
}

}  // namespace

Result<Manifest> Manifest::open(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (!fs::is_directory(folder)) {
    return failure(ErrorCode::Io, "cannot make the folder '" + folder.string() +
                                      "': " + (error ? error.message() : "a file has that name"));
  }
  Manifest manifest;
  manifest.path_ = folder / kManifestName;
  manifest.descriptor_ =
      ::open(manifest.path_.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
  if (manifest.descriptor_ < 0) {
    return cannot("write", manifest.path_, errno);
  }
  if (flock(manifest.descriptor_, LOCK_EX | LOCK_NB) != 0) {
    return failure(ErrorCode::Io, "another fetch writes into '" + folder.string() +
                                      "': wait for it, or name another folder with --into");
  }
  Result<std::string> text = read_file(manifest.path_);
  if (!text) {
    return tl::unexpected(text.error());
  }
  std::string_view rest = *text;
  for (std::size_t end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n')) {
    if (auto line = read_line(rest.substr(0, end)); line && line->status == FetchStatus::Fetched) {
      auto key = std::pair(line->symbol, line->language);
      manifest.kept_.insert_or_assign(std::move(key), std::move(*line));
    }
    rest.remove_prefix(end + 1);
  }
  const std::string_view begin = text->empty() ? kHeader : rest.empty() ? "" : "\n";
  if (!write_all(manifest.descriptor_, begin)) {
    return cannot("write", manifest.path_, errno);
  }
  return manifest;
}

Manifest::Manifest(Manifest&& other) noexcept
    : path_(std::move(other.path_)), descriptor_(other.descriptor_), kept_(std::move(other.kept_)) {
  other.descriptor_ = -1;
}

Manifest::~Manifest() {
  if (descriptor_ >= 0) {
    close(descriptor_);
  }
}

const ManifestLine* Manifest::kept(const Symbol& symbol, std::optional<Language> language) const {
  const auto found = kept_.find({symbol.canonical(), std::string(language ? code(*language) : "")});
  return found == kept_.end() ? nullptr : &found->second;
}

Result<void> Manifest::add(const ManifestLine& line) {
  if (!write_all(descriptor_, printed(line))) {
    return cannot("write", path_, errno);
  }
  if (line.status == FetchStatus::Fetched) {
    kept_.insert_or_assign({line.symbol, line.language}, line);
  }
  return {};
}

}  // namespace lineage::ingest
