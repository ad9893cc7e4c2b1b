#include "apps/verbs/ingest_store.h"

#include <fcntl.h>
#include <system_error>
#include <unistd.h>
#include <utility>

#include "apps/store_choice.h"

namespace lineage::cli {
namespace {

namespace fs = std::filesystem;

Result<void> begin_with_builtin(const fs::path& path) {
  std::error_code error;
  if (fs::exists(path, error)) {
    return failure(
        ErrorCode::Usage,
        "'" + path.string() + "' is there already; --with-builtin only starts a new store");
  }
  const Result<fs::path> source = built_in_store();
  if (!source) {
    return tl::unexpected(source.error());
  }
  if (!fs::copy_file(*source, path, error)) {
    return failure(ErrorCode::Io, "cannot write '" + path.string() + "': " + error.message());
  }
  fs::permissions(path, fs::perms::owner_write, fs::perm_options::add, error);
  return {};
}

// Makes an empty file where there is none, which SQLite takes for a new store. Of two programs that
// begin one at once, only the one that made the file may remove it again.
bool make_file(const fs::path& path) {
  const int descriptor = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  return descriptor >= 0 && close(descriptor) == 0;
}

// With what SQLite keeps beside it.
void remove_files(const fs::path& path) {
  std::error_code ignored;
  for (const char* ending : {"", "-wal", "-shm", "-journal"}) {
    fs::remove(path.string() + ending, ignored);
  }
}

void close_and_remove(WrittenStore& written) {
  { const Store closed = std::move(written.store); }
  remove_files(written.path);
}

}  // namespace

Result<WrittenStore> store_to_write(const fs::path& path, bool with_builtin) {
  if (with_builtin) {
    if (const Result<void> begun = begin_with_builtin(path); !begun) {
      return tl::unexpected(begun.error());
    }
  }
  const bool is_new = with_builtin || make_file(path);
  Result<Store> store = Store::create(path);
  if (!store) {
    // Another program that has made a store of it meanwhile keeps it.
    if (std::error_code error; is_new && fs::file_size(path, error) == 0 && !error) {
      remove_files(path);
    }
    return tl::unexpected(store.error());
  }
  return WrittenStore{std::move(*store), path, is_new};
}

void remove_if_new(WrittenStore written) {
  if (written.is_new) {
    close_and_remove(written);
  }
}

bool remove_if_new_and_empty(WrittenStore& written) {
  const bool removed = written.is_new && written.store.remove_if_empty(written.path);
  if (removed) {
    close_and_remove(written);
  }
  return removed;
}

}  // namespace lineage::cli
