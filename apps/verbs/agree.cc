#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <memory>
#include <set>
#include <thread>

#include <CLI/App.hpp>

#include "analysis/agreement.h"
#include "analysis/exporters/json_values.h"
#include "apps/answers/ordered_work.h"
#include "apps/answers/phrases.h"
#include "apps/verbs/verb.h"
#include "ingest/files/file_list.h"
#include "ingest/pipeline.h"

namespace lineage::cli {
namespace {

using analysis::Agreement;
using analysis::Parallel;
using Documents = Result<ingest::Extraction>;

struct AgreeOptions {
  std::vector<std::string> paths;
  std::size_t jobs = 0;
  bool relations = false;
  bool dates = false;
  bool check = false;
};

// One work: a text for each language, in the order of the language codes, and how they agree.
struct ComparedWork {
  std::vector<const StoredDocument*> texts;
  std::vector<const StoredDocument*> unused;  // further texts in a language
  Agreement agreement;

  [[nodiscard]] const Symbol& symbol() const { return *texts.front()->symbol; }
};

struct Comparison {
  std::vector<StoredDocument> documents;  // in the order of the files
  std::vector<ComparedWork> works;        // ascending by symbol, each in two or more languages
  std::vector<std::string> warnings;
  std::size_t in_one_language = 0;
  std::size_t without_symbol = 0;
  std::size_t read = 0;  // files
};

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

void read_texts(const AgreeOptions& options, Comparison& comparison) {
  const std::vector<std::filesystem::path> files = text_files(options.paths);
  const std::size_t wanted =
      options.jobs > 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
  OrderedWork<Documents> work(files.size(), std::min<std::size_t>({wanted, files.size(), 256}),
                              [&](std::size_t i) { return ingest::extract_file(files[i]); });
  while (std::optional<Documents> documents = work.next()) {
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

// -- text ----------------------------------------------------------------------------------------

std::string codes(const std::vector<Language>& languages) {
  std::string text;
  for (const Language language : languages) {
    text += (text.empty() ? "" : " ") + std::string(code(language));
  }
  return text;
}

std::vector<Language> languages_of(const analysis::PartlyCited& cited) {
  std::vector<Language> languages;
  for (const analysis::LanguageMentions& mentions : cited.cited_in) {
    languages.push_back(mentions.language);
  }
  return languages;
}

std::string three_digits(double share) {
  std::array<char, 16> text{};
  (void)std::snprintf(text.data(), text.size(), "%.3f", share);
  return text.data();
}

void add_differences(const Agreement& agreement, Answer& answer) {
  Table table{{"cited work", "in", "not in", "place", "quote"}, {}, 2};
  for (const analysis::PartlyCited& cited : agreement.differences) {
    const Mention& first = *cited.cited_in.front().mentions.front();
    table.rows.push_back({{cited.target.short_form(), Style::Symbol},
                          {codes(languages_of(cited))},
                          {codes(cited.missing_in), Style::Warning},
                          {first.place},
                          {first.quote, Style::Quote}});
  }
  if (!table.rows.empty()) {
    answer.blocks.emplace_back(std::move(table));
  }
}

// One row for each language; the work and the place stand in the first row of their group.
template <typename Cells>
void add_parallels(const std::vector<Parallel>& parallels,
                   std::vector<std::string> header,
                   const Cells& cells,
                   Answer& answer) {
  Table table{{"cited work", "place", "in"}, {}, 2};
  table.header.insert(table.header.end(), header.begin(), header.end());
  for (const Parallel& parallel : parallels) {
    for (const Mention* mention : parallel.mentions) {
      const bool first = mention == parallel.mentions.front();
      std::vector<Span> row{{first ? parallel.target.short_form() : "", Style::Symbol},
                            {first ? parallel.place : ""},
                            {std::string(code(mention->language))}};
      for (Span& cell : cells(*mention)) {
        row.push_back(std::move(cell));
      }
      table.rows.push_back(std::move(row));
    }
  }
  if (!table.rows.empty()) {
    answer.blocks.emplace_back(std::move(table));
  }
}

bool shown(const ComparedWork& work, const AgreeOptions& options) {
  return !work.agreement.same_works() || (options.relations && !work.agreement.relations.empty()) ||
         (options.dates && !work.agreement.dates.empty());
}

void add_work(const ComparedWork& work, const AgreeOptions& options, Answer& answer) {
  const Agreement& agreement = work.agreement;
  std::vector<Language> languages;
  for (const StoredDocument* text : work.texts) {
    languages.push_back(text->language);
  }
  const std::string title = work.symbol().short_form() + ", " + codes(languages) + ": " +
                            std::to_string(agreement.common) + " of " +
                            counted(agreement.cited, "cited work") + " in all, Jaccard " +
                            three_digits(agreement.jaccard);
  answer.blocks.emplace_back(Lines{{{{title, Style::Heading}}}});
  add_differences(agreement, answer);
  if (options.relations) {
    add_parallels(
        agreement.relations, {"relation", "verb"},
        [](const Mention& mention) {
          return std::vector<Span>{
              {std::string(lineage::name_of(mention.relation)), Style::Relation},
              {mention.verb.empty() ? "-" : mention.verb}};
        },
        answer);
  }
  if (options.dates) {
    add_parallels(
        agreement.dates, {"date", "quote"},
        [](const Mention& mention) {
          return std::vector<Span>{{mention.date ? mention.date->iso() : "-", Style::Date},
                                   {mention.quote, Style::Quote}};
        },
        answer);
  }
}

struct Summary {
  std::size_t languages = 0;
  std::size_t agree = 0;
  double jaccard = 1;         // mean over the works
  std::size_t relations = 0;  // parallel mentions whose relations differ
  std::size_t dates = 0;
};

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

void add_summary(const Comparison& comparison, const Summary& summary, Answer& answer) {
  std::string text = counted(comparison.works.size(), "work") + " in " +
                     counted(summary.languages, "language") + ", " + std::to_string(summary.agree) +
                     " agree wholly, average Jaccard " + three_digits(summary.jaccard) +
                     "; parallel mentions that differ: " + std::to_string(summary.relations) +
                     " in relation, " + std::to_string(summary.dates) + " in date";
  if (comparison.in_one_language > 0) {
    text += "; " + counted(comparison.in_one_language, "work") + " in one language left out";
  }
  answer.blocks.emplace_back(Paragraph{text});
}

// -- JSON ----------------------------------------------------------------------------------------

Json mention_value(const Mention& mention) {
  return {{"language", code(mention.language)},
          {"place", mention.place},
          {"begin", mention.begin},
          {"end", mention.end},
          {"quote", mention.quote}};
}

Json difference_value(const analysis::PartlyCited& cited) {
  Json mentions = Json::array();
  for (const analysis::LanguageMentions& language : cited.cited_in) {
    for (const Mention* mention : language.mentions) {
      mentions.push_back(mention_value(*mention));
    }
  }
  Json missing = Json::array();
  for (const Language language : cited.missing_in) {
    missing.push_back(code(language));
  }
  return {{"target", cited.target.canonical()},
          {"not_in", std::move(missing)},
          {"mentions", std::move(mentions)}};
}

template <typename Extend>
Json parallels_value(const std::vector<Parallel>& parallels, const Extend& extend) {
  Json list = Json::array();
  for (const Parallel& parallel : parallels) {
    Json mentions = Json::array();
    for (const Mention* mention : parallel.mentions) {
      Json value = mention_value(*mention);
      value.erase("place");
      extend(*mention, value);
      mentions.push_back(std::move(value));
    }
    list.push_back({{"target", parallel.target.canonical()},
                    {"place", parallel.place},
                    {"mentions", std::move(mentions)}});
  }
  return list;
}

Json work_value(const ComparedWork& work) {
  const Agreement& agreement = work.agreement;
  Json texts = Json::array();
  for (const StoredDocument* text : work.texts) {
    texts.push_back({{"language", code(text->language)}, {"file", text->file}});
  }
  Json differences = Json::array();
  for (const analysis::PartlyCited& cited : agreement.differences) {
    differences.push_back(difference_value(cited));
  }
  return {{"symbol", work.symbol().canonical()},
          {"texts", std::move(texts)},
          {"cited", agreement.cited},
          {"common", agreement.common},
          {"jaccard", agreement.jaccard},
          {"differences", std::move(differences)},
          {"relations", parallels_value(agreement.relations,
                                        [](const Mention& mention, Json& value) {
                                          value["relation"] = lineage::name_of(mention.relation);
                                          value["verb"] = analysis::text_or_null(mention.verb);
                                        })},
          {"dates", parallels_value(agreement.dates, [](const Mention& mention, Json& value) {
             value["date"] = analysis::date_or_null(mention.date);
           })}};
}

Json value_of(const Comparison& comparison, const Summary& summary) {
  Json works = Json::array();
  for (const ComparedWork& work : comparison.works) {
    works.push_back(work_value(work));
  }
  return {{"lineage", analysis::envelope("agree", 1)},
          {"works", std::move(works)},
          {"summary",
           {{"works", comparison.works.size()},
            {"languages", summary.languages},
            {"agree", summary.agree},
            {"average_jaccard", summary.jaccard},
            {"relations", summary.relations},
            {"dates", summary.dates},
            {"in_one_language", comparison.in_one_language},
            {"without_symbol", comparison.without_symbol}}}};
}

Outcome agree(const AgreeOptions& options) {
  Comparison comparison;
  read_texts(options, comparison);
  if (comparison.read == 0) {
    return refuse(kBadInput, comparison.warnings.empty() ? "there is no text below these paths"
                                                         : comparison.warnings.front());
  }
  compare_works(comparison);
  const Summary summary = summary_of(comparison.works);
  Answer answer;
  bool differences = false;
  for (const ComparedWork& work : comparison.works) {
    if (shown(work, options)) {
      differences = true;
      add_work(work, options, answer);
    }
  }
  add_summary(comparison, summary, answer);
  answer.json = value_of(comparison, summary);
  answer.exit = options.check && differences ? kNo : kFine;
  answer.warnings = std::move(comparison.warnings);
  return answer;
}

}  // namespace

Run declare_agree(CLI::App& app) {
  auto options = std::make_shared<AgreeOptions>();
  app.add_option("PATH", options->paths, "texts, or folders with all their files")->required();
  app.add_flag("--relations", options->relations, "show the verbs where the relations differ");
  app.add_flag("--dates", options->dates, "show the dates that differ");
  app.add_flag("--check", options->check, "exit 1 when anything that is shown differs");
  app.add_option("--jobs", options->jobs, "threads; 0 takes one for each processor")
      ->capture_default_str();
  app.footer(
      "Texts of one work, in any official languages, are found by the symbol that they bear.\n"
      "\n"
      "Examples:\n"
      "  lineage agree texts/en texts/fr texts/zh\n"
      "  lineage agree --relations A-RES-76-19.en.txt A-RES-76-19.fr.txt\n"
      "  lineage agree --check --format json texts > agreement.json");
  return [options](const Context&) { return agree(*options); };
}

}  // namespace lineage::cli
