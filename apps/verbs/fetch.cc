#include <algorithm>
#include <memory>
#include <utility>

#include <CLI/App.hpp>

#include "analysis/exporters/json_values.h"
#include "analysis/exporters/text_layout.h"
#include "apps/answers/phrases.h"
#include "apps/fetch/fetch_run.h"
#include "apps/fetch/fetch_targets.h"
#include "apps/store_choice.h"
#include "apps/verbs/verb.h"
#include "ingest/fetch/manifest.h"

namespace lineage::cli {
namespace {

std::string language_of(const ingest::FetchJob& job) {
  return job.language ? std::string(code(*job.language)) : "facts";
}

// The levels that the store knows of already: what a text cites is seen once the text was read.
tl::expected<std::vector<Symbol>, Failure> known_levels(const FetchOptions& options,
                                                        const FetchPlan& plan) {
  std::vector<Symbol> all = plan.symbols;
  if (options.depth == 0) {
    return all;
  }
  const auto choice = choose_store(options.store);
  if (!choice) {
    return tl::unexpected<Failure>(choice.error());
  }
  const auto graph = load_graph(choice->path);
  if (!graph) {
    return tl::unexpected<Failure>(graph.error());
  }
  std::vector<Symbol> level = plan.symbols;
  for (std::size_t depth = 1; depth <= options.depth && !level.empty(); ++depth) {
    level = next_level(*graph, level, all);
    if (level.size() > options.most) {
      return refuse(kUsage, "level " + std::to_string(depth) + " has " +
                                extent(level, options, plan) + ", more than --most " +
                                std::to_string(options.most));
    }
    all.insert(all.end(), level.begin(), level.end());
  }
  return all;
}

Outcome dry_run(const FetchOptions& options, FetchPlan plan) {
  const auto symbols = known_levels(options, plan);
  if (!symbols) {
    return tl::unexpected(symbols.error());
  }
  Answer answer;
  answer.document = Document{};
  Json addresses = Json::array();
  for (const ingest::FetchJob& job : jobs_of(*symbols, options, plan)) {
    const auto all = addresses_of(job, plan.settings, plan.formats);
    if (all.empty()) {
      continue;
    }
    answer.document->bytes += all.front() + "\n";
    addresses.push_back(
        {{"symbol", job.symbol.canonical()}, {"what", language_of(job)}, {"addresses", all}});
  }
  answer.json = {{"lineage", analysis::envelope("fetch-plan", 1)},
                 {"addresses", std::move(addresses)}};
  if (plan.json) {
    answer.document->bytes = analysis::printed(answer.json);
  }
  answer.notes = std::move(plan.notes);
  answer.notes.push_back(extent(*symbols, options, plan));
  return answer;
}

std::string sum_of(const FetchRun& run, const FetchOptions& options) {
  std::string text;
  for (const auto& [status, count] : run.counts()) {
    if (count > 0) {
      text += (text.empty() ? "" : ", ") + std::to_string(count) + " " +
              std::string(row_of(status).name);
    }
  }
  return text + "; the manifest is " + options.folder + "/" + std::string(ingest::kManifestName);
}

// A line for each step, as it is done.
class FetchStream : public Stream {
 public:
  FetchStream(FetchOptions options, std::unique_ptr<const FetchPlan> plan, ingest::Fetcher fetcher)
      : options_(std::move(options)),
        plan_(std::move(plan)),
        run_(options_, *plan_, std::move(fetcher)) {}

  std::optional<Piece> next() override {
    const auto step = run_.next();
    if (!step) {
      return std::nullopt;
    }
    return Piece{std::visit([this](const auto& what) { return this->line(what); }, *step), {}};
  }

  [[nodiscard]] Ending ending() const override {
    Ending ending{run_.exit(), plan_->notes, run_.error()};
    for (std::string& warning : run_.warnings()) {
      ending.notes.push_back(std::move(warning));
    }
    ending.notes.push_back(sum_of(run_, options_));
    return ending;
  }

 private:
  [[nodiscard]] std::string line(const FetchRun::Level& level) const {
    const std::string depth =
        options_.depth == 0 ? "" : "level " + std::to_string(level.depth) + ": ";
    return depth + level.extent + "\n";
  }
  [[nodiscard]] static std::string line(const FetchRun::Text& text) {
    const auto& result = text.result;
    std::string line = text.job.symbol.short_form() + "  " + language_of(text.job) + "  " +
                       std::string(row_of(result.status).name);
    for (const std::string& detail : {result.file, result.note}) {
      line += detail.empty() ? "" : "  " + detail;
    }
    // Words of a service reach a terminal as one safe line.
    return "  " + analysis::one_line(line) + "\n";
  }
  [[nodiscard]] static std::string line(const FetchRun::Ingested& done) {
    return "taken into " + done.store + ": " + counted(done.report.documents, "text") + " with " +
           counted(done.report.mentions, "citation") + ", facts in " +
           counted(done.report.catalogues, "file") + "\n";
  }

  FetchOptions options_;
  std::unique_ptr<const FetchPlan> plan_;
  FetchRun run_;  // last: it looks at both
};

Json value_of(const FetchRun::Text& text) {
  return {{"symbol", text.job.symbol.canonical()},
          {"what", language_of(text.job)},
          {"level", text.depth},
          {"status", std::string(row_of(text.result.status).name)},
          {"file", analysis::text_or_null(text.result.file)},
          {"note", analysis::text_or_null(text.result.note)}};
}

Outcome whole_answer(const FetchOptions& options, const FetchPlan& plan, ingest::Fetcher fetcher) {
  FetchRun run(options, plan, std::move(fetcher));
  Json texts = Json::array();
  std::size_t documents = 0;
  std::size_t mentions = 0;
  while (const auto step = run.next()) {
    if (const auto* text = std::get_if<FetchRun::Text>(&*step)) {
      texts.push_back(value_of(*text));
    } else if (const auto* done = std::get_if<FetchRun::Ingested>(&*step)) {
      documents += done->report.documents;
      mentions += done->report.mentions;
    }
  }
  if (!run.error().empty()) {
    return refuse(kBadInput, run.error());
  }
  Json counts = Json::object();
  for (const auto& [status, count] : run.counts()) {
    counts[std::string(row_of(status).name)] = count;
  }
  Answer answer;
  answer.exit = run.exit();
  answer.json = {{"lineage", analysis::envelope("fetch", 1)},
                 {"folder", options.folder},
                 {"store", plan.store},
                 {"counts", std::move(counts)},
                 {"texts", std::move(texts)},
                 {"taken_in", {{"documents", documents}, {"mentions", mentions}}}};
  answer.document = Document{"", analysis::printed(answer.json)};
  answer.warnings = run.warnings();
  answer.notes = plan.notes;
  return answer;
}

Outcome fetch(const FetchOptions& options) {
  auto plan = fetch_plan(options);
  if (!plan) {
    return tl::unexpected(plan.error());
  }
  if (options.dry_run) {
    return dry_run(options, std::move(*plan));
  }
  // The settings stand in the plan, which must not move any more once a fetcher looks at it.
  auto kept = std::make_unique<FetchPlan>(std::move(*plan));
  auto fetcher = ingest::Fetcher::open(options.folder, kept->settings, kept->formats,
                                       [] { return Interrupt::came(); });
  if (!fetcher) {
    return tl::unexpected<Failure>(fetcher.error());
  }
  if (kept->json) {
    return whole_answer(options, *kept, std::move(*fetcher));
  }
  Answer answer;
  answer.stream = std::make_unique<FetchStream>(options, std::move(kept), std::move(*fetcher));
  return answer;
}

}  // namespace

Run declare_fetch(CLI::App& app) {
  auto options = std::make_shared<FetchOptions>();
  app.add_option("TEXT", options->words, "symbols, or queries such as 'references(78/16)'")
      ->required();
  app.add_option("--lang", options->languages, "ar, en, es, fr, ru, zh; several with commas")
      ->delimiter(',')
      ->capture_default_str();
  app.add_option("--format", options->formats,
                 "doc, pdf, akn: the first that can be had is kept (doc,pdf); table, json")
      ->delimiter(',');
  app.add_option("--into", options->folder, "the folder for the files")->capture_default_str();
  app.add_option("--depth", options->depth, "follow citations so many steps outwards")
      ->capture_default_str();
  app.add_option("--most", options->most, "fetch no level with more texts than this")
      ->capture_default_str();
  app.add_flag("--dry-run", options->dry_run, "print the addresses and ask for nothing");
  app.add_flag("--no-facts", options->no_facts, "leave out the records of the Digital Library");
  app.add_flag("--no-ingest", options->no_ingest, "leave the files in the folder");
  app.add_flag("--with-builtin", options->with_builtin, "start a new store from the built-in one");
  app.add_option("--store", options->store, "the store to ask and to write (lineage.db)");
  app.add_option("--config", options->configuration, "a TOML file with a table [fetch]");
  app.footer(
      "Examples:\n"
      "  lineage fetch 75/240 --lang en,zh\n"
      "  lineage fetch 'references(78/16) & kind(resolution)' --with-builtin\n"
      "  lineage fetch 80/16 --depth 1 --dry-run | wget -i -");
  return [options](const Context&) { return fetch(*options); };
}

}  // namespace lineage::cli
