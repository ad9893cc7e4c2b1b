#include <algorithm>
#include <iostream>
#include <memory>

#include <CLI/App.hpp>

#include "analysis/exporters/json_values.h"
#include "apps/answers/ordered_work.h"
#include "apps/answers/phrases.h"
#include "apps/answers/record.h"
#include "apps/jobs_option.h"
#include "apps/verbs/verb.h"
#include "ingest/pipeline.h"
#include "ingest/text/source_text.h"

namespace lineage::cli {
namespace {

constexpr std::string_view kStandardInput = "-";

using Documents = Result<ingest::Extraction>;

struct ExtractOptions {
  std::vector<std::string> files;
  std::size_t jobs = 0;
};

// Reads the files in parallel and hands them out in the order in which they were named.
class Reading {
 public:
  explicit Reading(const ExtractOptions& options)
      : files_(options.files),
        work_(files_.size(),
              std::min(threads_for(options.jobs), files_.size()),
              [this](std::size_t i) { return documents_of(files_[i]); }) {}

  [[nodiscard]] std::optional<Documents> next() {
    std::optional<Documents> documents = work_.next();
    if (documents) {
      ++(*documents ? read_ : failed_);
      if (!*documents && files_.size() == 1) {
        error_ = documents->error().message;
      }
    }
    return documents;
  }
  // Why the only file could not be read: of many, each is a warning.
  [[nodiscard]] const std::string& error() const { return error_; }
  // A run goes on after a bad file; only when nothing could be read has it failed.
  [[nodiscard]] int exit() const { return read_ == 0 && failed_ > 0 ? kBadInput : kFine; }
  [[nodiscard]] std::vector<std::string> notes() const {
    return failed_ == 0 || files_.size() == 1
               ? std::vector<std::string>{}
               : std::vector{counted(failed_, "file") + " of " + std::to_string(files_.size()) +
                             " could not be read"};
  }

 private:
  static Documents documents_of(const std::string& file) {
    if (file != kStandardInput) {
      return ingest::extract_file(file, ingest::Clauses::Leave);
    }
    return ingest::read_text(std::cin).and_then([](const std::string& bytes) {
      return ingest::extract_bytes(std::string(kStandardInput), bytes, ingest::Clauses::Leave);
    });
  }

  std::vector<std::string> files_;
  std::size_t read_ = 0;
  std::size_t failed_ = 0;
  std::string error_;
  OrderedWork<Documents> work_;  // last: its threads use files_
};

class RecordStream : public Stream {
 public:
  explicit RecordStream(const ExtractOptions& options) : reading_(options) {}

  std::optional<Piece> next() override {
    const std::optional<Documents> documents = reading_.next();
    if (!documents) {
      return std::nullopt;
    }
    Piece piece;
    if (!*documents) {
      if (reading_.error().empty()) {
        piece.warnings.push_back(documents->error().message);
      }
      return piece;
    }
    for (const Error& error : (*documents)->skipped) {
      piece.warnings.push_back(error.message);
    }
    for (const StoredDocument& document : (*documents)->documents) {
      for (const Mention& mention : document.mentions) {
        piece.text += record_line(mention);
      }
    }
    return piece;
  }
  [[nodiscard]] Ending ending() const override {
    return {reading_.exit(), reading_.notes(), reading_.error()};
  }

 private:
  Reading reading_;
};

std::string target_of(const Mention& mention) {
  if (mention.target) {
    return mention.target->short_form();
  }
  std::string text = std::string(lineage::name_of(mention.status));
  for (std::size_t i = 0; i < mention.candidates.size(); ++i) {
    text += (i == 0 ? ": " : " or ") + mention.candidates[i].short_form();
  }
  return text;
}

std::string remarks_of(const Mention& mention) {
  std::string text;
  for (const MentionFlag flag : all_mention_flags()) {
    if (mention.flags.has(flag)) {
      text += (text.empty() ? " [" : ", ") + std::string(lineage::name_of(flag));
    }
  }
  return text.empty() ? text : text + "]";
}

std::vector<Span> row_of(const Mention& mention) {
  const std::string pinpoint = mention.pinpoint.empty() ? "" : " (" + mention.pinpoint + ")";
  return {{mention.place},
          {std::string(lineage::name_of(mention.relation)), Style::Relation},
          {target_of(mention) + pinpoint, Style::Symbol},
          {mention.date ? mention.date->iso() : "-", Style::Date},
          {mention.verb.empty() ? "-" : mention.verb},
          {mention.quote + remarks_of(mention), Style::Quote}};
}

void add_document(const StoredDocument& document, Answer& answer) {
  const std::string name = document.symbol ? document.symbol->short_form() : "unknown symbol";
  const std::string title = document.file + ": " + name + ", " +
                            std::string(code(document.language)) + ", " +
                            counted(document.mentions.size(), "citation");
  answer.blocks.emplace_back(Lines{{{{title, Style::Heading}}}, true});
  Table table{{"place", "relation", "target", "date", "verb", "quote"}, {}, 2};
  for (const Mention& mention : document.mentions) {
    table.rows.push_back(row_of(mention));
    answer.json["records"].push_back(record(mention));
  }
  if (!table.rows.empty()) {
    answer.blocks.emplace_back(std::move(table));
  }
}

Outcome extract(const ExtractOptions& options, const Context& context) {
  const bool records = context.format.empty() ? !context.terminal : context.format == "ndjson";
  Answer answer;
  if (records) {
    answer.stream = std::make_unique<RecordStream>(options);
    return answer;
  }
  answer.json = {{"lineage", analysis::envelope("extract", 1)}, {"records", Json::array()}};
  Reading reading(options);
  while (const std::optional<Documents> documents = reading.next()) {
    if (!reading.error().empty()) {
      return refuse(kBadInput, reading.error());
    }
    if (!*documents) {
      answer.warnings.push_back(documents->error().message);
      continue;
    }
    for (const Error& error : (*documents)->skipped) {
      answer.warnings.push_back(error.message);
    }
    for (const StoredDocument& document : (*documents)->documents) {
      add_document(document, answer);
    }
  }
  answer.exit = reading.exit();
  answer.notes = reading.notes();
  return answer;
}

}  // namespace

Run declare_extract(CLI::App& app) {
  auto options = std::make_shared<ExtractOptions>();
  app.add_option("FILE", options->files,
                 "texts of any format, or archives of them, in any official language; '-' is stdin")
      ->required();
  add_jobs_option(app, options->jobs);
  app.footer(
      "Prints NDJSON in a pipe and a table on a terminal.\n"
      "\n"
      "Examples:\n"
      "  lineage extract corpus/texts/A-RES-78-16.zh.txt\n"
      "  lineage extract --format ndjson --jobs 4 texts/*.txt > citations.ndjson\n"
      "  lineage extract text.md | jq -r .target\n"
      "  pdftotext text.pdf - | lineage extract -");
  return [options](const Context& context) { return extract(*options, context); };
}

}  // namespace lineage::cli
