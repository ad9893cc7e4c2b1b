#include "ingest/ingest.h"

#include <memory>
#include <system_error>
#include <utility>

#include <CLI/App.hpp>

#include "analysis/exporters/json_values.h"
#include "apps/phrases.h"
#include "apps/store_choice.h"
#include "apps/verbs/verb.h"

namespace lineage::cli {
namespace {

namespace fs = std::filesystem;

struct IngestOptions {
  std::vector<std::string> paths;
  std::string store = kLocalStore;
  bool with_builtin = false;
  bool strict = false;
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

Json value_of(const ingest::IngestReport& report, const StoreCounts& counts) {
  Json skipped = Json::array();
  for (const ingest::SkippedFile& file : report.skipped) {
    skipped.push_back({{"file", file.file}, {"reason", file.reason.message}});
  }
  return {{"lineage", analysis::envelope("ingest", 1)},
          {"documents", report.documents},
          {"catalogues", report.catalogues},
          {"unchanged", report.unchanged},
          {"mentions", report.mentions},
          {"skipped", std::move(skipped)},
          {"store",
           {{"works", counts.works},
            {"documents", counts.documents},
            {"mentions", counts.mentions},
            {"unresolved", counts.unresolved}}}};
}

bool took_nothing(const ingest::IngestReport& report) {
  return report.documents + report.catalogues + report.unchanged == 0;
}

Answer answer_of(const IngestOptions& options,
                 const ingest::IngestReport& report,
                 const StoreCounts& counts) {
  Answer answer;
  answer.blocks.emplace_back(Paragraph{"taken in: " + counted(report.documents, "text") + " with " +
                                       counted(report.mentions, "citation") + ", " +
                                       counted(report.catalogues, "catalogue") +
                                       "; unchanged: " + counted(report.unchanged, "file")});
  answer.blocks.emplace_back(
      Paragraph{options.store + " holds " + counted(counts.works, "work") + ", " +
                counted(counts.documents, "text") + " and " + counted(counts.mentions, "citation") +
                ", " + std::to_string(counts.unresolved) + " of them without a settled target"});
  for (const ingest::SkippedFile& file : report.skipped) {
    answer.warnings.push_back("skipped: " + file.reason.message);
  }
  if (took_nothing(report) && report.skipped.empty()) {
    answer.warnings.emplace_back("there was no file to read: check the path and its permissions");
  }
  const bool strict = options.strict && !report.skipped.empty();
  answer.exit = took_nothing(report) || strict ? kBadInput : kFine;
  answer.json = value_of(report, counts);
  return answer;
}

// A new store that would have been empty: none is left behind.
Outcome nothing_taken(const ingest::IngestReport& report) {
  if (report.skipped.size() == 1) {
    return refuse(kBadInput, report.skipped.front().reason.message);
  }
  if (report.skipped.empty()) {
    return refuse(kBadInput, "there was no file to read: check the path and its permissions");
  }
  Answer answer;
  for (const ingest::SkippedFile& file : report.skipped) {
    answer.warnings.push_back("skipped: " + file.reason.message);
  }
  answer.notes.push_back("nothing was taken in, and no store was made");
  answer.exit = kBadInput;
  answer.json = value_of(report, {});
  return answer;
}

Outcome ingest_paths(const IngestOptions& options) {
  std::error_code error;
  const bool is_new = !fs::exists(options.store, error);
  if (options.with_builtin) {
    if (const Result<void> begun = begin_with_builtin(options.store); !begun) {
      return tl::unexpected<Failure>(begun.error());
    }
  }
  Result<Store> store = Store::create(options.store);
  if (!store) {
    return tl::unexpected<Failure>(store.error());
  }
  const Result<ingest::IngestReport> report =
      ingest::ingest({options.paths.begin(), options.paths.end()}, *store);
  if (!report || (is_new && took_nothing(*report))) {
    // An empty store would stand in the way of the built-in one from now on.
    { const Store closed = std::move(*store); }
    if (is_new) {
      fs::remove(options.store, error);
    }
    return report ? nothing_taken(*report) : Outcome(tl::unexpected<Failure>(report.error()));
  }
  const Result<StoreCounts> counts = store->counts();
  if (!counts) {
    return tl::unexpected<Failure>(counts.error());
  }
  return answer_of(options, *report, *counts);
}

}  // namespace

Run declare_ingest(CLI::App& app) {
  auto options = std::make_shared<IngestOptions>();
  app.add_option("PATH", options->paths, "files, or folders with all their files")->required();
  app.add_option("--store", options->store, "the store to write")->capture_default_str();
  app.add_flag("--with-builtin", options->with_builtin, "start a new store from the built-in one");
  app.add_flag("--strict", options->strict, "exit 3 when any file had to be skipped");
  app.footer(
      "Examples:\n"
      "  lineage ingest texts/\n"
      "  lineage ingest --with-builtin my-text.txt my-catalogue.json\n"
      "  lineage ingest --store cyber.db --strict texts catalogue");
  return [options](const Context&) { return ingest_paths(*options); };
}

}  // namespace lineage::cli
