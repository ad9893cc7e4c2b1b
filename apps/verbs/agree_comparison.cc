#include "apps/verbs/agree_comparison.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "apps/answers/ordered_work.h"
#include "apps/jobs_option.h"
#include "ingest/files/file_list.h"
#include "ingest/pipeline.h"

namespace lineage::cli {
namespace {

// Each file once, however often the paths name it, so that the order of the paths changes nothing.
std::vector<std::filesystem::path> text_files(const std::vector<std::string>& paths) {
  std::set<std::filesystem::path> files;
  for (const std::string& path : paths) {
    for (const std::filesystem::path& file : ingest::files_of(path)) {
      if (file.extension() != ".json") {  // a catalogue
        files.insert(file.lexically_normal());
      }
    }
  }
  return {files.begin(), files.end()};
}

void read_texts(const std::vector<std::string>& paths, std::size_t jobs, Comparison& comparison) {
  const std::vector<std::filesystem::path> files = text_files(paths);
  OrderedWork<Result<ingest::Extraction>> work(
      files.size(), std::min(threads_for(jobs), files.size()),
      [&](std::size_t i) { return ingest::extract_file(files[i]); });
  while (std::optional<Result<ingest::Extraction>> documents = work.next()) {
    if (!*documents) {
      comparison.warnings.push_back(documents->error().message);
      continue;
    }
    ++comparison.read;
    for (const Error& error : (*documents)->skipped) {
      comparison.warnings.push_back(error.message);
    }
    std::ranges::move((*documents)->documents, std::back_inserter(comparison.documents));
  }
}

// The first text of each language stands for it; the order of the codes is that of the tables.
ComparedWork compared(const std::vector<const StoredDocument*>& documents) {
  std::map<std::string_view, const StoredDocument*> by_code;
  ComparedWork work;
  for (const StoredDocument* document : documents) {
    if (!by_code.emplace(code(document->language), document).second) {
      work.unused.push_back(document);
    }
  }
  std::vector<analysis::LanguageText> texts;
  for (const auto& [name, document] : by_code) {
    work.texts.push_back(document);
    texts.push_back({document->language, document->mentions});
  }
  work.agreement = analysis::agreement(texts);
  return work;
}

void compare_works(Comparison& comparison) {
  std::map<Symbol, std::vector<const StoredDocument*>> by_symbol;
  for (const StoredDocument& document : comparison.documents) {
    if (document.symbol) {
      by_symbol[*document.symbol].push_back(&document);
    } else {
      ++comparison.without_symbol;
      comparison.warnings.push_back("left out: " + document.file + " does not say its symbol");
    }
  }
  for (const auto& [symbol, documents] : by_symbol) {
    ComparedWork work = compared(documents);
    for (const StoredDocument* document : work.unused) {
      comparison.warnings.push_back("left out: " + document->file + " is one more text of " +
                                    symbol.short_form() + " in " +
                                    std::string(code(document->language)));
    }
    if (work.texts.size() > 1) {
      comparison.works.push_back(std::move(work));
    } else {
      ++comparison.in_one_language;
    }
  }
}

}  // namespace

Comparison comparison_of(const std::vector<std::string>& paths, std::size_t jobs) {
  Comparison comparison;
  read_texts(paths, jobs, comparison);
  compare_works(comparison);
  return comparison;
}

Summary summary_of(const std::vector<ComparedWork>& works) {
  Summary summary;
  std::set<Language> languages;
  double sum = 0;
  for (const ComparedWork& work : works) {
    for (const StoredDocument* text : work.texts) {
      languages.insert(text->language);
    }
    summary.agree += work.agreement.same_works() ? 1 : 0;
    summary.relations += work.agreement.relations.size();
    summary.dates += work.agreement.dates.size();
    sum += work.agreement.jaccard;
  }
  summary.languages = languages.size();
  summary.jaccard = works.empty() ? 1 : sum / static_cast<double>(works.size());
  return summary;
}

}  // namespace lineage::cli
