#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>

#include <CLI/App.hpp>

#include "analysis/closure.h"
#include "analysis/exporters/dot.h"
#include "analysis/exporters/json.h"
#include "analysis/reduction.h"
#include "apps/child_process.h"
#include "apps/phrases.h"
#include "apps/verbs/verb.h"

namespace lineage::cli {
namespace {

// Graphviz lays out 500 nodes in 3.5 s and 1,000 not at all.
constexpr std::size_t kMostDrawn = 500;

struct ExportOptions {
  std::string expression;
  std::string file;
  bool all_edges = false;
};

struct Subject {
  std::vector<WorkId> works;
  std::string title;
};

tl::expected<Subject, Failure> evaluate(const LineageGraph& graph, std::string expression) {
  constexpr std::string_view kClosure = "::";
  const bool up = expression.starts_with(kClosure);
  if (up) {
    expression.erase(0, kClosure.size());
  }
  const bool down = !up && expression.ends_with(kClosure);
  if (down) {
    expression.erase(expression.size() - kClosure.size());
  }
  const auto id = look_up(graph, expression);
  if (!id) {
    return tl::unexpected(id.error());
  }
  const std::string name = name_of(graph.work(*id));
  if (up) {
    return Subject{analysis::ids_of(analysis::ancestors(graph, *id)),
                   "What " + name + " builds on"};
  }
  if (down) {
    return Subject{analysis::ids_of(analysis::descendants(graph, *id)), "What builds on " + name};
  }
  return Subject{{*id}, name};
}

// The format: --format, else the extension of the file.
tl::expected<std::string, Failure> format_of(const ExportOptions& options, const Context& context) {
  if (!context.format.empty()) {
    return context.format;
  }
  const std::string extension = std::filesystem::path(options.file).extension().string();
  constexpr std::array<std::string_view, 3> kFormats{"dot", "svg", "json"};
  for (const std::string_view format : kFormats) {
    if (extension == "." + std::string(format)) {
      return std::string(format);
    }
  }
  return refuse(kUsage, "cannot tell the format from " + in_quotes(options.file) +
                            "; name the file .dot, .svg or .json, or add '--format dot'");
}

tl::expected<std::string, Failure> svg_of(const std::string& dot) {
  const Result<ChildOutput> drawing = run_child({"dot", "-Tsvg"}, dot);
  if (!drawing) {
    const std::string advice = drawing.error().code == ErrorCode::NotFound
                                   ? "; install the package 'graphviz', or export .dot"
                                   : "; export .dot and draw it yourself, or choose fewer texts";
    return refuse(kBadInput, drawing.error().message + advice);
  }
  if (drawing->exit != 0) {
    return refuse(kBadInput, "'dot' failed: " + drawing->err);
  }
  return drawing->out;
}

Outcome export_lineage(const ExportOptions& options, const Context& context) {
  const LineageGraph& graph = *context.graph;
  const auto format = format_of(options, context);
  if (!format) {
    return tl::unexpected(format.error());
  }
  const auto subject = evaluate(graph, options.expression);
  if (!subject) {
    return tl::unexpected(subject.error());
  }
  if (*format != "json" && subject->works.size() > kMostDrawn) {
    return refuse(kUsage, "a drawing holds at most " + std::to_string(kMostDrawn) +
                              " texts and this one " + "would hold " +
                              std::to_string(subject->works.size()) +
                              "; export .json, or choose an older text");
  }
  const analysis::Selection whole = analysis::induced(graph, subject->works);
  const analysis::Reduction reduction = options.all_edges
                                            ? analysis::Reduction{whole, 0}
                                            : analysis::transitive_reduction(graph, whole);
  const std::size_t pairs = analysis::pair_count(graph, reduction.kept.edges);
  const std::size_t hidden = analysis::pair_count(graph, whole.edges) - pairs;
  Answer answer;
  answer.document = Document{options.file == "-" ? "" : options.file, ""};
  if (*format == "json") {
    answer.document->bytes = analysis::to_json(graph, reduction.kept, reduction.hidden);
  } else {
    answer.document->bytes = analysis::to_dot(
        graph, reduction.kept, {.title = subject->title, .hidden_pairs = hidden, .legend = true});
  }
  if (*format == "svg") {
    auto svg = svg_of(answer.document->bytes);
    if (!svg) {
      return tl::unexpected(svg.error());
    }
    answer.document->bytes = std::move(*svg);
  }
  answer.notes.push_back(counted(reduction.kept.works.size(), "text") + ", " +
                         counted(pairs, "pair") + ", " + std::to_string(hidden) + " hidden" +
                         (hidden == 0 ? "" : " (--all-edges shows them)"));
  return answer;
}

}  // namespace

Run declare_export(CLI::App& app) {
  auto options = std::make_shared<ExportOptions>();
  app.add_option("EXPR", options->expression,
                 "'::78/16' what it builds on, '78/16::' what builds on it, '78/16' itself")
      ->required();
  app.add_option("-o,--output", options->file, "the file to write; '-' is stdout")->required();
  app.add_flag("--all-edges", options->all_edges, "keep also the edges that longer routes imply");
  app.footer(
      "Examples:\n"
      "  lineage export ::78/16 -o 78-16.svg\n"
      "  lineage export 53/70:: -o 53-70.json\n"
      "  lineage export ::77/37 --format dot -o - | dot -Tpdf > 77-37.pdf");
  return [options](const Context& context) { return export_lineage(*options, context); };
}

}  // namespace lineage::cli
