#include "apps/fetch/fetch_run.h"

#include <algorithm>
#include <thread>
#include <unordered_set>
#include <utility>

#include "apps/answers/phrases.h"
#include "apps/configuration.h"
#include "apps/fetch/fetch_targets.h"
#include "apps/store_choice.h"

namespace lineage::cli {
namespace {

namespace fs = std::filesystem;

constexpr int kMostFactsFailed = 3;

using ingest::FetchClass;
using ingest::FetchStatus;

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    text += (text.empty() ? "" : ", ") + word;
  }
  return text;
}

tl::expected<void, Failure> read_languages(const FetchOptions& options, FetchPlan& plan) {
  for (const std::string& word : options.languages) {
    const auto language = language_named(word);
    if (!language) {
      return refuse(kUsage, in_quotes(word) + " is no language; there are ar, en, es, fr, ru, zh");
    }
    if (std::ranges::find(plan.languages, *language) == plan.languages.end()) {
      plan.languages.push_back(*language);
    }
  }
  return {};
}

tl::expected<void, Failure> read_formats(const FetchOptions& options, FetchPlan& plan) {
  for (const std::string& word : options.formats) {
    if (word == "json" || word == "table") {
      plan.json = word == "json";
    } else if (std::ranges::find(ingest::text_formats(), word) != ingest::text_formats().end()) {
      plan.formats.push_back(word);
    } else {
      return refuse(kUsage, "'fetch' has no format " + in_quotes(word) +
                                "; texts come as doc, pdf or akn, the answer as table or json");
    }
  }
  if (plan.formats.empty()) {
    plan.formats = {"doc", "pdf"};
  }
  return {};
}

// Opens the store to write, starting it from the built-in one where that is asked for.
Result<Store> store_to_write(const FetchPlan& plan, bool with_builtin) {
  std::error_code error;
  if (with_builtin && !fs::exists(plan.store, error)) {
    const Result<fs::path> source = built_in_store();
    if (!source) {
      return tl::unexpected(source.error());
    }
    if (!fs::copy_file(*source, plan.store, error)) {
      return failure(ErrorCode::Io, "cannot write '" + plan.store + "': " + error.message());
    }
    fs::permissions(plan.store, fs::perms::owner_write, fs::perm_options::add, error);
  }
  return Store::create(plan.store);
}

}  // namespace

tl::expected<FetchPlan, Failure> fetch_plan(const FetchOptions& options) {
  FetchPlan plan;
  if (const auto read = read_languages(options, plan); !read) {
    return tl::unexpected(read.error());
  }
  if (const auto read = read_formats(options, plan); !read) {
    return tl::unexpected(read.error());
  }
  if (options.no_ingest && options.depth > 0 && !options.dry_run) {
    return refuse(kUsage, "--depth needs to read what it has fetched: leave --no-ingest out");
  }
  auto configuration = fetch_configuration(options.configuration);
  if (!configuration) {
    return tl::unexpected<Failure>(configuration.error());
  }
  plan.settings = std::move(configuration->settings);
  if (!configuration->used.empty()) {
    plan.notes.push_back("configuration: " + configuration->used);
  }
  auto targets = fetch_targets(options.words, options.store);
  if (!targets) {
    return tl::unexpected(targets.error());
  }
  plan.symbols = std::move(targets->symbols);
  plan.store = options.store.empty() ? kLocalStore : options.store;
  if (!targets->no_texts.empty()) {
    plan.notes.push_back("no documents of their own, left out: " + listed(targets->no_texts));
  }
  if (plan.symbols.empty()) {
    return refuse(kNo, targets->no_texts.empty()
                           ? "the query selects no text: there is nothing to fetch"
                           : "no documents of their own: " + listed(targets->no_texts));
  }
  if (plan.symbols.size() > options.most) {
    return refuse(kUsage, extent(plan.symbols, options, plan) + ", more than --most " +
                              std::to_string(options.most) +
                              ": choose fewer, or raise it; --dry-run shows them");
  }
  return plan;
}

std::vector<ingest::FetchJob> jobs_of(const std::vector<Symbol>& symbols,
                                      const FetchOptions& options,
                                      const FetchPlan& plan) {
  std::vector<ingest::FetchJob> jobs;
  std::unordered_set<Symbol> documents;
  for (const Symbol& symbol : symbols) {
    const Symbol document = Symbol::parse(symbol.document_symbol()).value_or(symbol);
    if (documents.insert(document).second) {
      for (const Language language : plan.languages) {
        jobs.push_back({document, language});
      }
    }
    if (!options.no_facts) {
      jobs.push_back({symbol});
    }
  }
  return jobs;
}

std::string extent(const std::vector<Symbol>& symbols,
                   const FetchOptions& options,
                   const FetchPlan& plan) {
  std::vector<std::string> codes;
  for (const Language language : plan.languages) {
    codes.emplace_back(code(language));
  }
  const std::string facts =
      symbols.size() == 1 ? " with the facts about it" : " with the facts about them";
  return counted(symbols.size(), "text") + " in " + joined(codes) +
         (options.no_facts ? "" : facts) + ": " +
         counted(jobs_of(symbols, options, plan).size(), "file");
}

FetchRun::FetchRun(const FetchOptions& options, const FetchPlan& plan, ingest::Fetcher fetcher)
    : options_(options), plan_(plan), fetcher_(std::move(fetcher)) {
  begin_level(plan.symbols);
}

void FetchRun::begin_level(std::vector<Symbol> symbols) {
  level_ = std::move(symbols);
  seen_.insert(seen_.end(), level_.begin(), level_.end());
  jobs_ = jobs_of(level_, options_, plan_);
  at_ = 0;
  announced_ = false;
}

std::optional<FetchRun::Step> FetchRun::next() {
  if (done_) {
    return std::nullopt;
  }
  if (!announced_) {
    announced_ = true;
    cut_ = level_.size() > options_.most;
    done_ = cut_;
    return Level{depth_, extent(level_, options_, plan_), cut_};
  }
  const bool ended = !fetcher_.ended().empty() || Interrupt::came();
  if (at_ < jobs_.size() && !ended) {
    return fetch_one();
  }
  if (at_ < jobs_.size()) {
    counts_[FetchStatus::Stopped] += jobs_.size() - at_;
    at_ = jobs_.size();
  }
  if (!files_.empty() && !options_.no_ingest && !Interrupt::came()) {
    return ingest_level();
  }
  done_ = true;
  return std::nullopt;
}

std::optional<FetchRun::Step> FetchRun::fetch_one() {
  const ingest::FetchJob& job = jobs_[at_++];
  const bool facts = !job.language;
  auto result = facts && facts_failed_ == kMostFactsFailed
                    ? Result<ingest::FetchResult>({FetchStatus::Stopped, "", ""})
                    : fetcher_.fetch(job);
  if (!result) {
    error_ = result.error().message;
    done_ = true;
    return std::nullopt;
  }
  ++counts_[result->status];
  if (facts) {
    ++facts_[result->status];
    const bool failed = row_of(result->status).meaning == FetchClass::Failed;
    facts_failed_ = !failed ? 0 : std::min(facts_failed_ + 1, kMostFactsFailed);
  }
  if (!result->file.empty()) {
    files_.emplace_back(result->file);
  }
  return Text{depth_, job, std::move(*result)};
}

std::optional<FetchRun::Step> FetchRun::ingest_level() {
  done_ = true;
  Result<Store> store = store_to_write(plan_, options_.with_builtin);
  if (!store) {
    error_ = store.error().message;
    return std::nullopt;
  }
  ingest::IngestOptions how;
  how.jobs = std::max(1U, std::thread::hardware_concurrency());
  auto report = ingest::ingest(files_, *store, how);
  files_.clear();
  if (!report) {
    error_ = report.error().message;
    return std::nullopt;
  }
  const bool ended = !fetcher_.ended().empty() || Interrupt::came();
  if (depth_ < options_.depth && !ended) {
    const Result<LineageGraph> graph = store->load();
    if (!graph) {
      error_ = graph.error().message;
      return std::nullopt;
    }
    std::vector<Symbol> deeper = next_level(*graph, level_, seen_);
    if (!deeper.empty()) {
      ++depth_;
      done_ = false;
      begin_level(std::move(deeper));
    }
  }
  return Ingested{std::move(*report), plan_.store};
}

int FetchRun::exit() const {
  if (!error_.empty() || !fetcher_.ended().empty()) {
    return kBadInput;
  }
  int exit = cut_ ? kNo : kFine;
  for (const auto& [status, count] : counts_) {
    const auto of_facts = facts_.find(status);
    const bool texts = count > (of_facts == facts_.end() ? 0 : of_facts->second);
    const FetchClass meaning = row_of(status).meaning;
    if (texts && meaning == FetchClass::Failed) {
      return kBadInput;
    }
    exit = texts && meaning == FetchClass::No ? kNo : exit;
  }
  return exit;
}

std::vector<std::string> FetchRun::warnings() const {
  std::vector<std::string> warnings;
  if (Interrupt::came()) {
    warnings.emplace_back(
        "interrupted: what was fetched is kept; the same command goes on from there");
  }
  if (!fetcher_.ended().empty()) {
    warnings.push_back("ended early: " + fetcher_.ended());
  }
  std::size_t without = 0;
  for (const auto& [status, count] : facts_) {
    without += row_of(status).meaning == FetchClass::Failed ? count : 0;
  }
  if (without > 0) {
    warnings.push_back("without the facts about " + counted(without, "text") +
                       (facts_failed_ == kMostFactsFailed
                            ? ": not asked any more after three failures in a row"
                            : ""));
  }
  if (cut_) {
    warnings.push_back("level " + std::to_string(depth_) +
                       " was not fetched: " + extent(level_, options_, plan_) +
                       ", more than --most " + std::to_string(options_.most));
  }
  return warnings;
}

}  // namespace lineage::cli
