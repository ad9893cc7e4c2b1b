#include "ingest/ingest.h"

#include <chrono>
#include <memory>
#include <utility>

#include <CLI/App.hpp>

#include "apps/jobs_option.h"
#include "apps/store_choice.h"
#include "apps/terminal/progress.h"
#include "apps/verbs/ingest_answer.h"
#include "apps/verbs/ingest_store.h"
#include "apps/verbs/verb.h"
#include "ingest/files/meta_list.h"
#include "ingest/readers/read_source.h"
#include "ingest/text/source_text.h"

namespace lineage::cli {
namespace {

struct IngestOptions {
  std::vector<std::string> paths;
  std::string store = kLocalStore;
  bool with_builtin = false;
  bool strict = false;
  bool prune = false;
  std::size_t jobs = 0;
  std::string meta;
};

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

Result<ingest::IngestReport> run_ingest(const IngestOptions& options, Store& store) {
  ingest::IngestOptions how;
  how.jobs = threads_for(options.jobs);
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

Outcome ingest_paths(const IngestOptions& options) {
  Result<WrittenStore> written = store_to_write(options.store, options.with_builtin);
  if (!written) {
    return tl::unexpected<Failure>(written.error());
  }
  const auto began = std::chrono::steady_clock::now();
  const Result<ingest::IngestReport> report = run_ingest(options, written->store);
  if (!report) {
    remove_if_new(std::move(*written));
    return tl::unexpected<Failure>(report.error());
  }
  if (took_nothing(*report) && remove_if_new_and_empty(*written)) {
    return nothing_taken(*report);
  }
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - began;
  const Result<StoreCounts> counts = written->store.counts();
  if (!counts) {
    return tl::unexpected<Failure>(counts.error());
  }
  const Result<std::vector<RivalTexts>> rivals = written->store.rival_texts();
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
  add_jobs_option(app, options->jobs);
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
