#include "ingest/files/file_list.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include <sys/stat.h>

#include "ingest/fetch/manifest.h"

namespace lineage::ingest {

namespace fs = std::filesystem;

namespace {

// What lineage itself puts beside fetched texts.
bool is_own(const fs::path& path) {
  return path.filename() == kManifestName || path.extension() == kUnfinished;
}

// The ".git" of a clone holds thousands of files, some of them texts, and none of them a document.
bool is_hidden(const fs::path& path) { return path.filename().native().starts_with('.'); }

}  // namespace

std::vector<fs::path> files_of(const fs::path& path) {
  std::error_code error;
  if (!fs::is_directory(path, error)) {
    return {path};
  }
  std::vector<fs::path> files;
  const auto options = fs::directory_options::skip_permission_denied;
  for (auto it = fs::recursive_directory_iterator(path, options, error);
       !error && it != fs::recursive_directory_iterator(); it.increment(error)) {
    if (is_hidden(it->path())) {
      it.disable_recursion_pending();
    } else if (it->is_regular_file(error) && !is_own(it->path())) {
      files.push_back(it->path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<ListedFile> list_files(const std::vector<fs::path>& paths) {
  std::vector<ListedFile> files;
  for (const fs::path& path : paths) {
    for (fs::path& file : files_of(path)) {
      ListedFile listed{std::move(file), {}, -1, 0};
      listed.name = listed.path.generic_string();
      struct stat status {};
      if (stat(listed.path.c_str(), &status) == 0 && S_ISREG(status.st_mode)) {
        listed.size = status.st_size;
        listed.modified = status.st_mtim.tv_sec * 1'000'000'000 + status.st_mtim.tv_nsec;
      }
      files.push_back(std::move(listed));
    }
  }
  std::sort(files.begin(), files.end(),
            [](const ListedFile& a, const ListedFile& b) { return a.name < b.name; });
  files.erase(
      std::unique(files.begin(), files.end(),
                  [](const ListedFile& a, const ListedFile& b) { return a.name == b.name; }),
      files.end());
  return files;
}

}  // namespace lineage::ingest
