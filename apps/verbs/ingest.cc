#include "ingest/ingest.h"

#include <algorithm>
#include <chrono>
#include <memory>
#include <system_error>
#include <thread>
#include <utility>

#include <CLI/App.hpp>

#include "analysis/exporters/json_values.h"
#include "apps/answers/phrases.h"
#include "apps/store_choice.h"
#include "apps/terminal/progress.h"
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

Json value_of(const ingest::IngestReport& report, const StoreCounts& counts, double seconds) {
  Json skipped = Json::array();
  for (const ingest::SkippedFile& file : report.skipped) {
    skipped.push_back({{"file", file.file}, {"reason", file.reason.message}});
  }
  Json unnamed = Json::array();
  for (const ingest::UnnamedText& text : report.unnamed) {
    unnamed.push_back({{"file", text.file}, {"date", text.date}, {"title", text.title}});
  }
  return {{"lineage", analysis::envelope("ingest", 1)},
          {"documents", report.documents},
          {"catalogues", report.catalogues},
          {"copies", report.copies},
          {"unchanged", report.unchanged},
          {"mentions", report.mentions},
          {"unresolved", Json(report.unsettled)},
          {"findings", report.findings},
          {"vanished", report.vanished},
          {"pruned", report.pruned},
          {"interrupted", report.interrupted},
          {"seconds", seconds},
          {"skipped", std::move(skipped)},
          {"unnamed", std::move(unnamed)},
          {"store",
           {{"works", counts.works},
            {"documents", counts.documents},
            {"mentions", counts.mentions},
            {"unresolved", counts.unresolved}}}};
}

bool took_nothing(const ingest::IngestReport& report) {
  return report.documents + report.catalogues + report.copies + report.unchanged + report.pruned ==
         0;
}

std::string taken_in(const ingest::IngestReport& report) {
  std::string text = "taken in: " + counted(report.documents, "text") + " with " +
                     counted(report.mentions, "citation") + ", " +
                     counted(report.catalogues, "catalogue") +
                     "; unchanged: " + counted(report.unchanged, "file");
  if (report.copies > 0) {
    text += "; " + counted(report.copies, "file") + " with the content of another";
  }
  if (report.pruned > 0) {
    text += "; removed: " + counted(report.pruned, "file");
  } else if (report.vanished > 0) {
    text += "; no longer there: " + counted(report.vanished, "file") +
            " (kept; --prune removes what vanished)";
  }
  return text;
}

// The list that --meta takes, of the texts that do not say what they are.
void add_unnamed(const ingest::IngestReport& report, Answer& answer) {
  constexpr std::size_t kShown = 20;
  if (report.unnamed.empty()) {
    return;
  }
  answer.blocks.emplace_back(
      Paragraph{counted(report.unnamed.size(), "text") +
                " did not say which work it is. Fill in this list and give it to --meta:"});
  Lines lines;
  lines.lines.push_back({{std::string(ingest::kMetaHeader)}});
  for (std::size_t i = 0; i < std::min(kShown, report.unnamed.size()); ++i) {
    const ingest::UnnamedText& text = report.unnamed[i];
    lines.lines.push_back({{ingest::meta_line(text.file, "", text.date, text.title)}});
  }
  answer.blocks.emplace_back(std::move(lines));
  if (report.unnamed.size() > kShown) {
    answer.blocks.emplace_back(Paragraph{std::to_string(report.unnamed.size() - kShown) +
                                         " more: --format json lists all"});
  }
}

void add_rivals(const std::vector<RivalTexts>& rivals, Answer& answer) {
  constexpr std::size_t kShown = 20;
  Json all = Json::array();
  for (const RivalTexts& rival : rivals) {
    all.push_back({{"symbol", rival.symbol.canonical()},
                   {"language", code(rival.language)},
                   {"files", rival.files}});
    if (all.size() <= kShown) {
      std::string text = "different texts of " + rival.symbol.short_form() + " in " +
                         std::string(code(rival.language)) + ", all are kept:";
      for (const std::string& file : rival.files) {
        text += " '" + file + "'";
      }
      answer.warnings.push_back(std::move(text));
    }
  }
  answer.json["rivals"] = std::move(all);
}

Answer answer_of(const IngestOptions& options,
                 const ingest::IngestReport& report,
                 const StoreCounts& counts,
                 const std::vector<RivalTexts>& rivals,
                 double seconds) {
  Answer answer;
  answer.blocks.emplace_back(Paragraph{taken_in(report)});
  answer.blocks.emplace_back(
      Paragraph{options.store + " holds " + counted(counts.works, "work") + ", " +
                counted(counts.documents, "text") + " and " + counted(counts.mentions, "citation") +
                ", " + std::to_string(counts.unresolved) + " of them without a settled target"});
  add_unnamed(report, answer);
  for (const ingest::SkippedFile& file : report.skipped) {
    answer.warnings.push_back("skipped: " + file.reason.message);
  }
  if (report.findings > 0) {
    answer.notes.push_back(counted(report.findings, "disagreement") +
                           " between the words and the editors' links; the words win (v_findings)");
  }
  if (report.interrupted) {
    answer.warnings.emplace_back(
        "interrupted: what was read is kept; the same command goes on from there");
  } else if (took_nothing(report) && report.skipped.empty()) {
    answer.warnings.emplace_back("there was no file to read: check the path and its permissions");
  }
  const bool strict = options.strict && !report.skipped.empty();
  answer.exit = took_nothing(report) || strict || report.interrupted ? kBadInput : kFine;
  answer.json = value_of(report, counts, seconds);
  add_rivals(rivals, answer);
  return answer;
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
  answer.json = value_of(report, {}, 0);
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
    if (is_new) {
      remove_files(options.store);
    }
    return tl::unexpected<Failure>(store.error());
  }
  const auto began = std::chrono::steady_clock::now();
  const Result<ingest::IngestReport> report = run_ingest(options, *store);
  if (!report || (is_new && took_nothing(*report))) {
    if (is_new) {
      remove_store(std::move(*store), options.store);
    }
    return report ? nothing_taken(*report) : Outcome(tl::unexpected<Failure>(report.error()));
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
  return answer_of(options, *report, *counts, *rivals, seconds.count());
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
