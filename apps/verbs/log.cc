#include <algorithm>
#include <memory>
#include <numeric>

#include <CLI/App.hpp>

#include "analysis/closure.h"
#include "analysis/exporters/json_values.h"
#include "analysis/exporters/text_layout.h"
#include "analysis/reduction.h"
#include "apps/answers/lanes.h"
#include "apps/answers/phrases.h"
#include "apps/verbs/verb.h"

namespace lineage::cli {
namespace {

struct LogOptions {
  std::string symbol;
  bool all_edges = false;
  bool unicode = false;
  bool descendants = false;
  std::uint32_t depth = analysis::kAnyDepth;
};

char mark_of(Holding holding) {
  switch (holding) {
    case Holding::Held:
      return '*';
    case Holding::Catalogued:
      return 'o';
    case Holding::OnlyCited:
      return '.';
  }
  return '*';
}

std::string list_mark(const Work& work) {
  switch (work.facts.list_status) {
    case ListStatus::Known:
      return "";
    case ListStatus::Partial:
      return " ~";
    case ListStatus::Unknown:
      return " ?";
  }
  return "";
}

// ASCII is the default: it survives mails, fixed-width fonts without box characters, and `grep
// '^\*'`.
std::string in_unicode(const std::string& drawing) {
  std::string out;
  for (const char c : drawing) {
    switch (c) {
      case '*':
        out += "●";
        break;
      case 'o':
        out += "○";
        break;
      case '.':
        out += "◌";
        break;
      case '|':
        out += "│";
        break;
      case '/':
        out += "╱";
        break;
      case '\\':
        out += "╲";
        break;
      default:
        out += c;
    }
  }
  return out;
}

// The picture: newest first, rows are positions in `works`.
struct Picture {
  std::vector<WorkId> works;
  std::vector<std::vector<std::size_t>> parents;
  std::string marks;
  std::vector<EdgeId> upward;  // edges to a younger text, which lanes cannot show
};

Picture picture_of(const LineageGraph& graph, const analysis::Selection& kept) {
  Picture picture;
  const auto younger = [&](WorkId a, WorkId b) { return analysis::drawn_before(graph, b, a); };
  picture.works = kept.works;
  std::ranges::sort(picture.works, younger);
  picture.parents.resize(picture.works.size());
  const auto row_of = [&](WorkId id) {
    const auto at = std::ranges::lower_bound(picture.works, id, younger);
    return static_cast<std::size_t>(at - picture.works.begin());
  };
  for (const EdgeId id : kept.edges) {
    const Edge& edge = graph.edge(id);
    if (analysis::drawn_before(graph, edge.target, edge.source)) {
      picture.parents[row_of(edge.source)].push_back(row_of(edge.target));
    } else {
      picture.upward.push_back(id);
    }
  }
  for (const WorkId id : picture.works) {
    picture.marks += mark_of(graph.work(id).holding);
  }
  return picture;
}

// Symbols stand in one column behind the lanes while these take at most a quarter of the width.
struct Columns {
  std::size_t lanes = 0;
  std::size_t symbol = 0;
};

std::string padded(std::string text, std::size_t columns) {
  const std::size_t width = analysis::display_width(text);
  text.append(width < columns ? columns - width : 0, ' ');
  return text;
}

std::string symbol_and_mark(const Work& work) { return name_of(work) + list_mark(work); }

Columns columns_of(const LineageGraph& graph,
                   const Picture& picture,
                   const std::vector<LaneLine>& lanes,
                   std::size_t width) {
  constexpr std::size_t kWidestSymbol = 24;
  Columns columns;
  for (const LaneLine& lane : lanes) {
    columns.lanes = std::max(columns.lanes, lane.row ? lane.drawing.size() : 0);
  }
  for (const WorkId id : picture.works) {
    columns.symbol =
        std::max(columns.symbol, analysis::display_width(symbol_and_mark(graph.work(id))));
  }
  columns.symbol = std::min(columns.symbol, kWidestSymbol);
  return columns.lanes <= width / 4 ? columns : Columns{};
}

void append_work(const Work& work, const Columns& columns, Line& line) {
  line.push_back({"  " + name_of(work), Style::Symbol});
  line.push_back({list_mark(work), Style::Warning});
  const std::size_t used = analysis::display_width(symbol_and_mark(work));
  line.push_back({std::string(columns.symbol > used ? columns.symbol - used : 0, ' ') + "  "});
  line.push_back({padded(date_or_dash(work), 10), Style::Date});
  if (work.facts.title) {
    line.push_back({"  " + analysis::one_line(work.facts.title->value)});
  }
}

Lines drawn(const LineageGraph& graph, const Picture& picture, bool unicode, std::size_t width) {
  const std::vector<LaneLine> lanes = draw_lanes(picture.parents, picture.marks);
  const Columns columns = columns_of(graph, picture, lanes, width);
  Lines block{{}, true};
  for (const LaneLine& lane : lanes) {
    const std::string drawing = padded(lane.drawing, lane.row ? columns.lanes : 0);
    Line line{{unicode ? in_unicode(drawing) : drawing}};
    if (lane.row) {
      append_work(graph.work(picture.works[*lane.row]), columns, line);
    }
    block.lines.push_back(std::move(line));
  }
  return block;
}

std::string legend(bool unicode) {
  const std::string held = unicode ? "●" : "*";
  const std::string catalogued = unicode ? "○" : "o";
  const std::string cited = unicode ? "◌" : ".";
  return held + " held, " + catalogued + " catalogued, " + cited +
         " only cited; ? citation list unknown, ~ partial";
}

// A strand stands for a pair, whatever the number of relations between the two.
std::string summary(std::size_t works, std::size_t pairs, std::size_t hidden, bool all_edges) {
  std::string text = counted(works, "text") + ", " + counted(pairs, "pair") + " drawn; ";
  if (all_edges) {
    return text + "all citations between them";
  }
  return text + counted(hidden, "pair") + " that longer routes imply " +
         (hidden == 1 ? "is" : "are") + " hidden" +
         (hidden == 0 ? "" : " (--all-edges shows them)");
}

void add_closing(const LineageGraph& graph,
                 const Picture& picture,
                 const analysis::OpenLists& open,
                 const LogOptions& options,
                 std::vector<Block>& blocks) {
  for (const EdgeId id : picture.upward) {
    const Edge& edge = graph.edge(id);
    blocks.emplace_back(Paragraph{
        "not drawn, since it points forward in time: " + name_of(graph.work(edge.source)) + " " +
        std::string(lineage::name_of(edge.relation)) + " " + name_of(graph.work(edge.target))});
  }
  blocks.emplace_back(Paragraph{legend(options.unicode), 0, Style::Faint});
  const std::string lacks = options.descendants ? "What else builds on it is not established: "
                                                : "The picture may lack edges: ";
  const std::string known = options.descendants ? "Every citation list in the store is known."
                                                : "Every citation list in the picture is known.";
  blocks.emplace_back(
      Paragraph{open.empty() ? known : lacks + open_lists_sentence(graph, open) + ".", 0,
                open.empty() ? Style::Faint : Style::Warning});
}

Json value_of(const LineageGraph& graph, const Picture& picture, const analysis::Selection& kept) {
  Json works = Json::array();
  for (const WorkId id : picture.works) {
    works.push_back(analysis::work_summary(graph.work(id)));
  }
  Json edges = Json::array();
  for (const EdgeId id : kept.edges) {
    edges.push_back(analysis::edge_value(graph, id));
  }
  return {{"lineage", analysis::envelope("log", 1)},
          {"works", std::move(works)},
          {"edges", std::move(edges)}};
}

// Any text of the store may build on the one that is asked about.
std::vector<WorkId> every_work(const LineageGraph& graph) {
  std::vector<WorkId> ids(graph.work_count());
  std::iota(ids.begin(), ids.end(), WorkId{0});
  return ids;
}

Outcome log_from(const LineageGraph& graph, const LogOptions& options, const Context& context) {
  const auto id = look_up(graph, options.symbol);
  if (!id) {
    return tl::unexpected(id.error());
  }
  const std::vector<analysis::Relative> relatives =
      options.descendants ? analysis::descendants(graph, *id, options.depth)
                          : analysis::ancestors(graph, *id, options.depth);
  const analysis::Selection whole = analysis::induced(graph, analysis::ids_of(relatives));
  const analysis::Reduction reduction = options.all_edges
                                            ? analysis::Reduction{whole, 0}
                                            : analysis::transitive_reduction(graph, whole);
  const Picture picture = picture_of(graph, reduction.kept);
  const analysis::OpenLists open =
      analysis::open_lists(graph, options.descendants ? every_work(graph) : picture.works);

  Answer answer;
  answer.blocks.emplace_back(drawn(graph, picture, options.unicode, context.width));
  answer.blocks.emplace_back(Lines{{{}}});
  const std::size_t pairs = analysis::pair_count(graph, reduction.kept.edges);
  answer.blocks.emplace_back(
      Paragraph{summary(picture.works.size(), pairs,
                        analysis::pair_count(graph, whole.edges) - pairs, options.all_edges)});
  add_closing(graph, picture, open, options, answer.blocks);
  if (!graph.is_outline()) {
    answer.json = value_of(graph, picture, reduction.kept);
    answer.json["hidden_edges"] = reduction.hidden;
    answer.json["lists_not_known"] = open_lists_value(graph, open);
  }
  return answer;
}

// The picture needs no proofs, JSON shows them all.
Outcome log(const LogOptions& options, const Context& context) {
  if (context.format != "json" || !context.graph->is_outline()) {
    return log_from(*context.graph, options, context);
  }
  const LoadedGraph whole = context.whole();
  return whole ? log_from(**whole, options, context) : tl::unexpected(whole.error());
}

}  // namespace

Run declare_log(CLI::App& app) {
  auto options = std::make_shared<LogOptions>();
  app.add_option("SYMBOL", options->symbol, "the text whose ancestry is drawn")->required();
  app.add_flag("--all-edges", options->all_edges, "show also the edges that longer routes imply");
  app.add_flag("--descendants", options->descendants, "draw what builds on it instead");
  app.add_option("--depth", options->depth, "go no further than this many generations");
  app.add_flag("--unicode", options->unicode, "draw with line characters instead of ASCII");
  app.footer(
      "Examples:\n"
      "  lineage log 78/16\n"
      "  lineage log --all-edges --depth 1 78/16\n"
      "  lineage log --descendants 53/70");
  return [options](const Context& context) { return log(*options, context); };
}

}  // namespace lineage::cli
