#include "apps/report/report_run.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <utility>

#include "analysis/exporters/json_values.h"
#include "apps/answers/phrases.h"
#include "apps/invocation.h"
#include "apps/report/markdown.h"
#include "apps/report/report_source.h"
#include "apps/report/report_subject.h"
#include "apps/terminal/output.h"

namespace lineage::cli {
namespace {

constexpr std::size_t kWidth = 100;  // of fenced text

// A report reads. What writes, or asks others, is no part of it.
constexpr std::array<std::string_view, 3> kNotInReports{"fetch", "ingest", "report"};

// The language of a fence, which editors colour by.
std::string language_of(const std::string& format) { return format == "ndjson" ? "json" : format; }

bool is_picture(std::string_view bytes) {
  return bytes.substr(0, 1000).find("<svg") != std::string_view::npos;
}

class Runner {
 public:
  Runner(const ReportSubject& subject, const ReportSettings& settings)
      : subject_(subject), settings_(settings) {}

  tl::expected<void, Failure> operator()(const Prose& prose) {
    report_.text += prose.text;
    return {};
  }

  tl::expected<void, Failure> operator()(const Inline& piece) {
    const auto text = inline_text(subject_, piece.expression);
    if (!text) {
      return placed(text.error(), piece.line, piece.expression);
    }
    report_.text += *text;
    return {};
  }

  tl::expected<void, Failure> operator()(const Chunk& chunk) {
    ++report_.chunks;
    std::string shown;
    if (chunk.echo) {
      const bool named = chunk.code.starts_with("lineage ");
      add(shown, fenced((named ? "" : "lineage ") + chunk.code, "sh"));
    }
    if (chunk.eval) {
      auto answer = run(chunk);
      if (!answer && !chunk.error) {
        return placed(answer.error(), chunk.line, chunk.code);
      }
      add(shown, answer ? *answer : fenced("error: " + message_line(answer.error().message), ""));
    }
    report_.text += shown;
    return {};
  }

  [[nodiscard]] Report take() {
    std::string& text = report_.text;
    text += text.empty() ? "" : text.ends_with('\n') ? "\n" : "\n\n";
    text += subject_.line() + "\n";
    report_.store = subject_.name();
    report_.digest = subject_.digest();
    return std::move(report_);
  }

 private:
  // Blocks of Markdown stand apart.
  static void add(std::string& text, const std::string& block) {
    text += text.empty() || block.empty() ? "" : "\n";
    text += block;
  }

  tl::unexpected<Failure> placed(Failure failure, std::size_t line, const std::string& code) const {
    const std::string command = code.substr(0, code.find('\n'));
    failure.message = settings_.source + ":" + std::to_string(line) + ": " + in_quotes(command) +
                      ": " + failure.message + " (exit code " + std::to_string(failure.exit) + ")";
    return tl::unexpected(std::move(failure));
  }

  tl::expected<std::string, Failure> run(const Chunk& chunk) {
    if (std::ranges::find(kNotInReports, chunk.words.front()) != kNotInReports.end()) {
      return refuse(kUsage,
                    "a report only reads: run " + in_quotes(chunk.words.front()) + " before it");
    }
    const auto invocation = invocation_of(chunk.words, settings_.store);
    if (!invocation) {
      return tl::unexpected(invocation.error());
    }
    if (!invocation->help.empty()) {
      return fenced(invocation->help, "");
    }
    Context context;
    context.graph = invocation->verb->needs == Needs::Nothing ? nullptr : &subject_.graph();
    context.whole = [this]() -> LoadedGraph { return &subject_.graph(); };
    context.format = invocation->shared.format;
    context.store = subject_.path();
    context.aliases = invocation->shared.aliases;
    context.width = kWidth;
    if (context.graph != nullptr && invocation->shared.store != settings_.store) {
      return refuse(kUsage, "a report is about one store: give --store to 'lineage report'");
    }
    Outcome outcome = invocation->run(context);
    if (!outcome) {
      return tl::unexpected(outcome.error());
    }
    return shown(chunk, *outcome, invocation->shared.format);
  }

  tl::expected<std::string, Failure> shown(const Chunk& chunk,
                                           Answer& answer,
                                           const std::string& format) {
    std::string text;
    auto body = body_of(chunk, answer, format);
    if (!body) {
      return body;
    }
    if (chunk.output != ReportOutput::Hidden) {
      add(text, *body);
    }
    for (const std::string& note : chunk.notes ? said(answer) : std::vector<std::string>{}) {
      add(text, "> " + markdown_text(note) + "\n");
    }
    return text;
  }

  // Which store answers is said once, at the end of the report.
  static std::vector<std::string> said(const Answer& answer) {
    std::vector<std::string> all = answer.warnings;
    all.insert(all.end(), answer.notes.begin(), answer.notes.end());
    std::erase_if(all, [](const std::string& note) { return note.starts_with("store: "); });
    return all;
  }

  tl::expected<std::string, Failure> body_of(const Chunk& chunk,
                                             Answer& answer,
                                             const std::string& format) {
    if (answer.stream) {
      std::string text;
      while (const auto piece = answer.stream->next()) {
        text += piece->text;
        answer.warnings.insert(answer.warnings.end(), piece->warnings.begin(),
                               piece->warnings.end());
      }
      const Stream::Ending ending = answer.stream->ending();
      if (!ending.error.empty()) {
        return refuse(ending.exit, ending.error);
      }
      answer.notes.insert(answer.notes.end(), ending.notes.begin(), ending.notes.end());
      return bytes(chunk, text, "json");
    }
    if (answer.document) {
      return document(chunk, *answer.document, format);
    }
    if (format == "json") {
      return bytes(chunk, analysis::printed(answer.json), format);
    }
    if (chunk.output == ReportOutput::Markdown) {
      return markdown(answer);
    }
    return bytes(chunk, rendered(answer, Terminal{false, false, kWidth}), "");
  }

  static std::string bytes(const Chunk& chunk, const std::string& text, const std::string& format) {
    return chunk.output == ReportOutput::AsIs ? text : fenced(text, language_of(format));
  }

  // Pictures, and what a chunk writes to a file, stand beside the report.
  tl::expected<std::string, Failure> document(const Chunk& chunk,
                                              Document& document,
                                              const std::string& format) {
    const bool picture = is_picture(document.bytes);
    if (document.path.empty() && !picture) {
      return bytes(chunk, document.bytes, format);
    }
    const std::filesystem::path path(document.path);
    if (path.has_parent_path()) {
      return refuse(kUsage, "a report keeps its files beside it: write " +
                                in_quotes(path.filename().string()) + " without a folder");
    }
    const std::string name =
        document.path.empty() ? chunk.label + ".svg" : path.filename().string();
    const std::string file = settings_.files_folder + "/" + name;
    const bool taken = std::ranges::any_of(
        report_.files, [&](const Document& other) { return other.path == file; });
    if (taken) {
      return refuse(kUsage, "another chunk has written " + in_quotes(name) + " already");
    }
    report_.files.push_back({file, std::move(document.bytes)});
    const std::string caption = markdown_text(chunk.caption.empty() ? name : chunk.caption);
    return (picture ? "!" : "") + ("[" + caption) + "](<" + file + ">)\n";
  }

  const ReportSubject& subject_;
  const ReportSettings& settings_;
  Report report_;
};

}  // namespace

tl::expected<Report, Failure> run_report(std::string_view text, const ReportSettings& settings) {
  const auto pieces = read_report(text);
  if (!pieces) {
    return refuse(kUsage, settings.source + ": " + pieces.error().message);
  }
  const auto subject = ReportSubject::open(settings.store);
  if (!subject) {
    return tl::unexpected(subject.error());
  }
  Runner runner(*subject, settings);
  for (const ReportPiece& piece : *pieces) {
    if (const auto done = std::visit(runner, piece); !done) {
      return tl::unexpected(done.error());
    }
  }
  return runner.take();
}

}  // namespace lineage::cli
