// A whole fetch, step by step: level after level, text after text, then into the store.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <unordered_set>
#include <variant>
#include <vector>

#include <tl/expected.hpp>

#include "apps/answers/answer.h"
#include "apps/terminal/progress.h"
#include "ingest/fetch/fetcher.h"
#include "ingest/ingest.h"

namespace lineage::cli {

struct FetchOptions {
  std::vector<std::string> words;
  std::vector<std::string> languages{"en"};
  std::vector<std::string> formats;  // of texts, with "json" or "table" for the answer among them
  std::string folder = "texts";
  std::string store;
  std::string configuration;
  std::size_t depth = 0;
  std::size_t most = 100;  // texts of one level
  bool dry_run = false;
  bool no_facts = false;
  bool no_ingest = false;
  bool with_builtin = false;
};

// What is left of the options once their words are understood.
struct FetchPlan {
  std::vector<Symbol> symbols;
  std::vector<Language> languages;
  std::vector<std::string> formats;
  ingest::FetchSettings settings;
  std::string store;
  bool json = false;
  std::vector<std::string> notes;
};

// Failures: usage.
[[nodiscard]] tl::expected<FetchPlan, Failure> fetch_plan(const FetchOptions& options);

// The jobs for these texts: each in every language, then the facts about it unless `no_facts`.
// Parts that were printed together are one text: the document that holds them.
[[nodiscard]] std::vector<ingest::FetchJob> jobs_of(const std::vector<Symbol>& symbols,
                                                    const FetchOptions& options,
                                                    const FetchPlan& plan);

// "2 texts in en, zh with the facts about them: 6 files".
[[nodiscard]] std::string extent(const std::vector<Symbol>& symbols,
                                 const FetchOptions& options,
                                 const FetchPlan& plan);

class FetchRun {
 public:
  // The count of a level, before its first text.
  struct Level {
    std::size_t depth = 0;
    std::string extent;    // in words
    bool refused = false;  // more than --most: not fetched
  };
  struct Text {
    std::size_t depth = 0;
    ingest::FetchJob job;
    ingest::FetchResult result;
  };
  struct Ingested {
    ingest::IngestReport report;
    std::string store;
  };
  using Step = std::variant<Level, Text, Ingested>;

  // `options` and `plan` outlive this.
  FetchRun(const FetchOptions& options, const FetchPlan& plan, ingest::Fetcher fetcher);

  // What was done next, nothing at the end.
  [[nodiscard]] std::optional<Step> next();

  // That of the texts: facts are an extra, and their service often refuses programs.
  [[nodiscard]] int exit() const;
  [[nodiscard]] const std::string& error() const { return error_; }  // "" for none
  [[nodiscard]] const std::map<ingest::FetchStatus, std::size_t>& counts() const { return counts_; }
  [[nodiscard]] std::vector<std::string> warnings() const;

 private:
  void begin_level(std::vector<Symbol> symbols);
  std::optional<Step> fetch_one();
  std::optional<Step> ingest_level();
  void go_deeper();

  const FetchOptions& options_;
  const FetchPlan& plan_;
  Interrupt interrupt_;
  ingest::Fetcher fetcher_;
  std::size_t depth_ = 0;
  bool announced_ = false;
  bool cut_ = false;  // a level was refused
  bool done_ = false;
  std::vector<Symbol> level_;
  std::vector<Symbol> seen_;
  std::vector<ingest::FetchJob> jobs_;  // of the level
  std::size_t at_ = 0;                  // the next of them
  std::vector<std::filesystem::path> files_;
  std::map<ingest::FetchStatus, std::size_t> counts_;
  std::map<ingest::FetchStatus, std::size_t> facts_;  // as counts_, of the facts alone
  int facts_failed_ = 0;                              // in a row
  std::string error_;
};

}  // namespace lineage::cli
