#include "ingest/files/file_list.h"

#include <algorithm>
#include <iterator>
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

// A folder is given to be read, and nothing outside of it.
bool leads_out(const fs::path& link, const fs::path& folder) {
  std::error_code error;
  const fs::path target = fs::canonical(link, error);
  const fs::path root = fs::canonical(folder, error);
  return std::mismatch(root.begin(), root.end(), target.begin(), target.end()).first != root.end();
}

void look_at(ListedFile& listed) {
  struct stat status {};
  if (stat(listed.path.c_str(), &status) == 0 && S_ISREG(status.st_mode)) {
    listed.size = status.st_size;
    listed.modified = status.st_mtim.tv_sec * 1'000'000'000 + status.st_mtim.tv_nsec;
  }
}

// What is below a folder, folder by folder: one that cannot be read costs what is in it alone.
class FolderList {
 public:
  explicit FolderList(const fs::path& root) : root_(root), folders_{root} {}

  std::vector<ListedFile> files() {
    while (!folders_.empty()) {
      const fs::path folder = std::move(folders_.back());
      folders_.pop_back();
      std::error_code error;
      for (fs::directory_iterator it(folder, error); !error && it != fs::directory_iterator();
           it.increment(error)) {
        take(*it);
      }
      if (error) {
        refuse(folder, {ErrorCode::Io, "cannot look into it: " + error.message()});
      }
    }
    return std::move(files_);
  }

 private:
  void take(const fs::directory_entry& entry) {
    std::error_code ignored;  // what cannot be looked at is neither
    const bool link = entry.is_symlink(ignored);
    if (is_hidden(entry.path())) {
      return;
    }
    if (!link && entry.is_directory(ignored)) {
      folders_.push_back(entry.path());
    } else if (entry.is_regular_file(ignored) && !is_own(entry.path())) {
      if (link && leads_out(entry.path(), root_)) {
        refuse(entry.path(), {ErrorCode::Malformed,
                              "it is a link that leads out of the folder: name what it leads to"});
        return;
      }
      add(entry.path());
      look_at(files_.back());
    }
  }

  void add(const fs::path& path) {
    files_.push_back({.path = path, .name = path.generic_string()});
  }
  void refuse(const fs::path& path, Error error) {
    add(path);
    files_.back().refused = std::move(error);
  }

  const fs::path& root_;
  std::vector<fs::path> folders_;  // still to be read
  std::vector<ListedFile> files_;
};

}  // namespace

std::vector<fs::path> files_of(const fs::path& path) {
  std::vector<fs::path> files;
  for (ListedFile& listed : list_files({path})) {
    if (!listed.refused) {
      files.push_back(std::move(listed.path));
    }
  }
  return files;
}

std::vector<ListedFile> list_files(const std::vector<fs::path>& paths) {
  std::vector<ListedFile> files;
  for (const fs::path& path : paths) {
    std::error_code ignored;
    if (fs::is_directory(path, ignored)) {
      std::vector<ListedFile> below = FolderList(path).files();
      std::move(below.begin(), below.end(), std::back_inserter(files));
    } else {
      files.push_back({.path = path, .name = path.generic_string()});
      look_at(files.back());
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
