#include <filesystem>
#include <memory>
#include <system_error>

#include <CLI/App.hpp>

#include "analysis/exporters/json_values.h"
#include "apps/answers/phrases.h"
#include "apps/report/report_run.h"
#include "apps/terminal/terminal.h"
#include "apps/verbs/verb.h"
#include "ingest/text/source_text.h"

namespace lineage::cli {
namespace {

namespace fs = std::filesystem;

struct ReportOptions {
  std::string file;
  std::string output;
  std::string store;
};

// The files of a report go to the disk before it does: one that is there is whole.
Result<void> write_files(const fs::path& folder, const Report& report) {
  for (const Document& file : report.files) {
    const fs::path path = folder / file.path;
    std::error_code error;
    fs::create_directories(path.parent_path(), error);
    if (error) {
      return failure(ErrorCode::Io, "cannot make the folder " +
                                        in_quotes(path.parent_path().string()) + ": " +
                                        error.message());
    }
    if (auto written = write_file(path.string(), file.bytes); !written) {
      return written;
    }
  }
  return {};
}

Json value_of(const ReportOptions& options, const Report& report) {
  Json files = Json::array();
  for (const Document& file : report.files) {
    files.push_back(file.path);
  }
  return {{"lineage", analysis::envelope("report", 1)},
          {"source", options.file},
          {"output", options.output},
          {"files", std::move(files)},
          {"chunks", report.chunks},
          {"store", report.store},
          {"graph", report.digest}};
}

Outcome report(const ReportOptions& options, const Context& context) {
  const Result<std::string> text = ingest::read_file(options.file);
  if (!text) {
    return refuse(kBadInput, in_quotes(options.file) + ": " + text.error().message);
  }
  const bool to_stdout = options.output == "-";
  const fs::path output(options.output);
  std::error_code ignored;
  if (!to_stdout && fs::equivalent(options.file, output, ignored)) {
    return refuse(kUsage, in_quotes(options.output) + " is the report itself: name another file");
  }
  const ReportSettings settings{options.file, output.stem().string() + "_files", options.store};
  auto done = run_report(*text, settings);
  if (!done) {
    return tl::unexpected(done.error());
  }
  if (to_stdout && !done->files.empty()) {
    return refuse(kUsage, "the report has pictures, which stdout does not hold: give -o FILE");
  }
  if (const auto written = write_files(output.parent_path(), *done); !written) {
    return tl::unexpected<Failure>(written.error());
  }
  Answer answer;
  answer.json = value_of(options, *done);
  if (context.format != "json") {
    answer.document = Document{to_stdout ? "" : options.output, std::move(done->text)};
  } else if (to_stdout) {
    return refuse(kUsage, "stdout cannot hold the report and the JSON about it: give -o FILE");
  } else if (const auto written = write_file(options.output, done->text); !written) {
    return tl::unexpected<Failure>(written.error());
  }
  return answer;
}

}  // namespace

Run declare_report(CLI::App& app) {
  auto options = std::make_shared<ReportOptions>();
  app.add_option("FILE", options->file, "Markdown with chunks ```{lineage} and `lineage EXPR`")
      ->required();
  app.add_option("-o,--output", options->output, "the file to write; '-' is stdout")->required();
  app.add_option("--store", options->store, "the store that answers");
  app.footer(
      "Examples:\n"
      "  lineage report series.md -o out/series.md\n"
      "  lineage report series.md -o - --store cyber.db | pandoc -o series.docx");
  return [options](const Context& context) { return report(*options, context); };
}

}  // namespace lineage::cli
