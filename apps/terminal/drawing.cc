#include "apps/terminal/drawing.h"

#include <utility>

#include "analysis/exporters/dot.h"
#include "analysis/reduction.h"
#include "ingest/files/child_process.h"

namespace lineage::cli {
namespace {

// Graphviz lays out 500 nodes in 3.5 s and 1,000 not at all.
constexpr std::size_t kMostDrawn = 500;

}  // namespace

Part part_of(const LineageGraph& graph, const std::vector<WorkId>& works, bool all_edges) {
  const analysis::Selection whole = analysis::induced(graph, works);
  analysis::Reduction reduction =
      all_edges ? analysis::Reduction{whole, 0} : analysis::transitive_reduction(graph, whole);
  const std::size_t pairs = analysis::pair_count(graph, reduction.kept.edges);
  return {std::move(reduction.kept), reduction.hidden, pairs,
          analysis::pair_count(graph, whole.edges) - pairs};
}

tl::expected<std::string, Failure> dot_of(const LineageGraph& graph,
                                          const Part& part,
                                          const std::string& title) {
  if (part.kept.works.size() > kMostDrawn) {
    return refuse(kUsage, "a drawing holds at most " + std::to_string(kMostDrawn) +
                              " texts and this one would hold " +
                              std::to_string(part.kept.works.size()) +
                              "; take json, or choose fewer texts");
  }
  return analysis::to_dot(graph, part.kept,
                          {.title = title, .hidden_pairs = part.hidden_pairs, .legend = true});
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

}  // namespace lineage::cli
