#include "ingest/ingest.h"

#include <algorithm>
#include <chrono>
#include <fcntl.h>
#include <memory>
#include <system_error>
#include <thread>
#include <unistd.h>
#include <utility>

#include <CLI/App.hpp>

#include "apps/store_choice.h"
#include "apps/terminal/progress.h"
#include "apps/verbs/ingest_answer.h"
#include "apps/verbs/verb.h"
#include "ingest/files/meta_list.h"
#include "ingest/readers/read_source.h"
#include "ingest/text/source_text.h"

namespace lineage::cli {
namespace {

namespace fs = std::filesystem;

struct IngestOptions {
  std::vector<std::string> paths;
  std::string store = kLocalStore;
  bool with_builtin = false;
  bool strict = false;
  bool prune = false;
  std::size_t jobs = 0;
  std::string meta;
};

// Starts the store as a copy of the built-in one. An existing store is not overwritten.
Result<void> begin_with_builtin(const fs::path& store) {
  std::error_code error;
  if (fs::exists(store, error)) {
    return failure(
        ErrorCode::Usage,
        "'" + store.string() + "' is there already; --with-builtin only starts a new store");
  }
  const Result<fs::path> source = built_in_store();
  if (!source) {
    return tl::unexpected(source.error());
  }
  if (!fs::copy_file(*source, store, error)) {
    return failure(ErrorCode::Io, "cannot write '" + store.string() + "': " + error.message());
  }
  fs::permissions(store, fs::perms::owner_write, fs::perm_options::add, error);
  return {};
}

Result<ingest::MetaList> meta_list(const std::string& path) {
  if (path.empty()) {
    return ingest::MetaList{};
  }
  const auto csv = ingest::read_file(path);
  auto list =
      csv ? ingest::read_meta_list(*csv) : Result<ingest::MetaList>(tl::unexpected(csv.error()));
  if (!list) {
    return tl::unexpected(ingest::named_error(path, list.error()));
  }
  return list;
}

std::size_t jobs_of(const IngestOptions& options) {
  const std::size_t wanted =
      options.jobs > 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
  return std::min<std::size_t>(wanted, 256);
}

Result<ingest::IngestReport> run_ingest(const IngestOptions& options, Store& store) {
  ingest::IngestOptions how;
  how.jobs = jobs_of(options);
  how.prune = options.prune;
  auto meta = meta_list(options.meta);
  if (!meta) {
    return tl::unexpected(meta.error());
  }
  how.meta = std::move(*meta);
  Progress progress;
  const Interrupt interrupt;
  how.progress = [&](const ingest::IngestProgress& done) {
    progress.show(done.files, done.of, done.bytes);
  };
  how.stop = [] { return Interrupt::came(); };
  return ingest::ingest({options.paths.begin(), options.paths.end()}, store, how);
}

void remove_files(const fs::path& path) {
  std::error_code ignored;
  for (const char* ending : {"", "-wal", "-shm", "-journal"}) {
    fs::remove(path.string() + ending, ignored);
  }
}

// An empty store would stand in the way of the built-in one from now on.
void remove_store(Store store, const fs::path& path) {
  { const Store closed = std::move(store); }
  remove_files(path);
}

// Makes an empty file where there is none, which SQLite takes for a new store. Of two programs that
// begin one at once, only the one that made the file may remove it again.
bool make_file(const fs::path& path) {
  const int descriptor = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  return descriptor >= 0 && close(descriptor) == 0;
}

Outcome ingest_paths(const IngestOptions& options) {
  if (options.with_builtin) {
    if (const Result<void> begun = begin_with_builtin(options.store); !begun) {
      return tl::unexpected<Failure>(begun.error());
    }
  }
  const bool is_new = options.with_builtin || make_file(options.store);
  Result<Store> store = Store::create(options.store);
  if (!store) {
    // Another program that has made a store of it meanwhile keeps it.
    if (std::error_code error; is_new && fs::file_size(options.store, error) == 0 && !error) {
      remove_files(options.store);
    }
    return tl::unexpected<Failure>(store.error());
  }
  const auto began = std::chrono::steady_clock::now();
  const Result<ingest::IngestReport> report = run_ingest(options, *store);
  if (!report) {
    if (is_new) {
      remove_store(std::move(*store), options.store);
    }
    return tl::unexpected<Failure>(report.error());
  }
  if (is_new && took_nothing(*report) && store->remove_if_empty(options.store)) {
    remove_store(std::move(*store), options.store);
    return nothing_taken(*report);
  }
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - began;
  const Result<StoreCounts> counts = store->counts();
  if (!counts) {
    return tl::unexpected<Failure>(counts.error());
  }
  const Result<std::vector<RivalTexts>> rivals = store->rival_texts();
  if (!rivals) {
    return tl::unexpected<Failure>(rivals.error());
  }
  return ingest_answer(*report, {options.store, *counts, *rivals, seconds.count()}, options.strict);
}

}  // namespace

Run declare_ingest(CLI::App& app) {
  auto options = std::make_shared<IngestOptions>();
  app.add_option("PATH", options->paths,
                 "files and archives of any format, or folders with all their files")
      ->required();
  app.add_option("--store", options->store, "the store to write")->capture_default_str();
  app.add_flag("--with-builtin", options->with_builtin, "start a new store from the built-in one");
  app.add_flag("--strict", options->strict, "exit 3 when any file had to be skipped");
  app.add_option("--jobs", options->jobs, "threads; 0 takes one for each processor")
      ->capture_default_str();
  app.add_flag("--prune", options->prune,
               "remove what the store knows under the paths and is there no more");
  app.add_option("--meta", options->meta,
                 "a CSV with file, symbol, date and title of texts that do not say them");
  app.footer(
      "Examples:\n"
      "  lineage ingest texts/\n"
      "  lineage ingest --with-builtin my-text.txt my-catalogue.json\n"
      "  lineage ingest --store cyber.db --strict texts catalogue");
  return [options](const Context&) { return ingest_paths(*options); };
}

}  // namespace lineage::cli
