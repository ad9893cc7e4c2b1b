#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>

#include <CLI/App.hpp>

#include "analysis/exporters/graph_xml.h"
#include "analysis/exporters/json.h"
#include "analysis/exporters/references.h"
#include "apps/answers/phrases.h"
#include "apps/query/query_run.h"
#include "apps/terminal/drawing.h"
#include "apps/verbs/verb.h"

namespace lineage::cli {
namespace {

struct ExportOptions {
  std::string expression;
  std::string file;
  bool all_edges = false;
};

// The format: --format, else the extension of the file.
tl::expected<std::string, Failure> format_of(const ExportOptions& options, const Context& context) {
  if (!context.format.empty()) {
    return context.format;
  }
  const std::string extension = std::filesystem::path(options.file).extension().string();
  using Row = std::pair<std::string_view, std::string_view>;
  constexpr std::array<Row, 7> kFormats{{{".dot", "dot"},
                                         {".svg", "svg"},
                                         {".json", "json"},
                                         {".graphml", "graphml"},
                                         {".gexf", "gexf"},
                                         {".bib", "bibtex"},
                                         {".ris", "ris"}}};
  for (const auto& [ending, format] : kFormats) {
    if (extension == ending) {
      return std::string(format);
    }
  }
  return refuse(kUsage, "cannot tell the format from " + in_quotes(options.file) +
                            "; name the file .dot, .svg, .json, .graphml, .gexf, .bib or .ris, or "
                            "add '--format dot'");
}

Outcome export_lineage(const ExportOptions& options, const Context& context) {
  const LineageGraph& graph = *context.graph;
  const auto format = format_of(options, context);
  if (!format) {
    return tl::unexpected(format.error());
  }
  const auto found = run_query(context, options.expression);
  if (!found) {
    return tl::unexpected(found.error());
  }
  if (!found->query.output.empty()) {
    return refuse(kUsage,
                  "'export' takes its format from the file's name or --format, not from '=> " +
                      found->query.output + "'");
  }
  const std::vector<WorkId> works = found->result.works.ids();
  const Part part = part_of(graph, works, options.all_edges);
  Answer answer;
  answer.document = Document{options.file == "-" ? "" : options.file, ""};
  if (*format == "json") {
    answer.document->bytes = analysis::to_json(graph, part.kept, part.hidden_edges);
  } else if (*format == "graphml") {
    answer.document->bytes = analysis::to_graphml(graph, part.kept);
  } else if (*format == "gexf") {
    answer.document->bytes = analysis::to_gexf(graph, part.kept);
  } else if (*format == "bibtex") {
    answer.document->bytes = analysis::to_bibtex(graph, works);
  } else if (*format == "ris") {
    answer.document->bytes = analysis::to_ris(graph, works);
  } else {
    auto dot = dot_of(graph, part, found->title);
    if (!dot) {
      return tl::unexpected(dot.error());
    }
    answer.document->bytes = std::move(*dot);
  }
  if (*format == "svg") {
    auto svg = svg_of(answer.document->bytes);
    if (!svg) {
      return tl::unexpected(svg.error());
    }
    answer.document->bytes = std::move(*svg);
  }
  add_notes(graph, *found, answer);
  answer.notes.push_back(counted(part.kept.works.size(), "text") + ", " +
                         counted(part.pairs, "pair") + ", " + std::to_string(part.hidden_pairs) +
                         " hidden" + (part.hidden_pairs == 0 ? "" : " (--all-edges shows them)"));
  return answer;
}

}  // namespace

Run declare_export(CLI::App& app) {
  auto options = std::make_shared<ExportOptions>();
  app.add_option("EXPR", options->expression,
                 "a query: '::78/16' what it builds on, '78/16::' what builds on it")
      ->required();
  app.add_option("-o,--output", options->file, "the file to write; '-' is stdout")->required();
  app.add_flag("--all-edges", options->all_edges, "keep also the edges that longer routes imply");
  app.footer(
      "Examples:\n"
      "  lineage export ::78/16 -o 78-16.svg\n"
      "  lineage export 53/70:: -o 53-70.json\n"
      "  lineage export '53/70::78/16 & kind(resolution)' -o between.svg\n"
      "  lineage export ::77/37 --format dot -o - | dot -Tpdf > 77-37.pdf");
  return [options](const Context& context) { return export_lineage(*options, context); };
}

}  // namespace lineage::cli
