#include "analysis/exporters/dot.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "analysis/exporters/dot_style.h"
#include "analysis/exporters/text_layout.h"

namespace lineage::analysis {
namespace {

constexpr std::size_t kSymbolColumns = 40;
constexpr std::size_t kTitleColumns = 26;
constexpr std::size_t kTitleLines = 2;

// A Graphviz quoted string. Backslashes are doubled, since Graphviz reads "\N" or "\G" in a label
// as names of its own;
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
    }
    out += c;
  }
  return out;
}

std::string in_quotes(std::string_view text) { return '"' + escaped(text) + '"'; }

std::string node_id(const Work& work) { return in_quotes(work.symbol().file_stem()); }

std::optional<int> year_of(const Work& work) {
  return work.date ? std::optional<int>(work.date->year()) : work.symbol().year();
}

// Text within an HTML-like label.
std::string in_html(std::string_view text) {
  std::string out;
  for (const char c : one_line(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

// Symbol, date and title, a line each; the title stands in one or two lines.
std::string label_of(const Work& work) {
  const std::string symbol = shortened(work.symbol().short_form(), kSymbolColumns);
  std::string label = "<b><font point-size=\"14\">" + in_html(symbol) + "</font></b>";
  if (work.date) {
    label += "<br/>" + work.date->iso();
  }
  if (work.facts.title) {
    for (const std::string& line : wrapped(work.facts.title->value, kTitleColumns, kTitleLines)) {
      label += "<br/>" + in_html(line);
    }
  }
  return label;
}

std::string node_line(const Work& work) {
  std::string line = "  " + node_id(work) + " [label=<" + label_of(work) + ">, shape=";
  line += shape_of(work.symbol().kind());
  line += ", ";
  line += outline_of(work.holding);
  const std::string address = work.symbol().address();
  if (!address.empty()) {
    line += ", URL=" + in_quotes(address);
  }
  return line + "];\n";
}

// The works of each year; those without a date and without a year in their symbol come first.
using WorksByYear = std::map<std::optional<int>, std::vector<WorkId>>;

WorksByYear by_year(const LineageGraph& graph, const Selection& selection) {
  WorksByYear years;
  for (const WorkId id : selection.works) {
    years[year_of(graph.work(id))].push_back(id);
  }
  return years;
}

// The axis: a chain of year names at the left, each on one rank with the works of its year.
std::string axis(const LineageGraph& graph, const WorksByYear& years) {
  std::string chain;
  std::string ranks;
  std::string names;
  for (const auto& [year, works] : years) {
    const std::string label = year ? std::to_string(*year) : "undated";
    const std::string name = in_quotes("year " + label);
    names += "  " + name + " [label=" + in_quotes(label) +
             ", shape=plaintext, fontsize=16, group=years];\n";
    chain += (chain.empty() ? "  " : " -> ") + name;
    ranks += "  { rank=same; " + name;
    for (const WorkId id : works) {
      ranks += "; " + node_id(graph.work(id));
    }
    ranks += " }\n";
  }
  if (years.size() < 2) {
    return names + ranks;
  }
  return names + chain + " [style=invis, weight=100];\n" + ranks;
}

// Older text first, so that Graphviz, which ranks tails above heads, lets time run downwards;
// `dir=back` puts the arrow head at the cited end. An edge that points forward in time must not set
// the ranks.
std::string edges(const LineageGraph& graph, const Selection& selection) {
  std::set<std::tuple<WorkId, WorkId, RelationGroup>> drawn;
  std::string out;
  for (const EdgeId id : selection.edges) {
    const Edge& edge = graph.edge(id);
    const RelationGroup group = group_of(edge.relation);
    if (!drawn.emplace(edge.source, edge.target, group).second) {
      continue;
    }
    const Work& citing = graph.work(edge.source);
    const Work& cited = graph.work(edge.target);
    const bool forward = drawn_before(graph, edge.source, edge.target);
    out += "  " + node_id(forward ? citing : cited) + " -> " + node_id(forward ? cited : citing);
    std::string attributes(kLineStyles[static_cast<std::size_t>(group)].attributes);
    const std::size_t head = attributes.find("arrowhead");
    if (!forward && head != std::string::npos) {
      attributes.replace(head, 9, "arrowtail");
    }
    out += forward ? " [constraint=false, " : " [dir=back, ";
    out += attributes + "];\n";
  }
  return out;
}

// One cell of the legend for each shape and each line style that occurs.
std::string legend(const LineageGraph& graph, const Selection& selection) {
  std::set<WorkKind> kinds;
  for (const WorkId id : selection.works) {
    kinds.insert(graph.work(id).symbol().kind());
  }
  std::set<RelationGroup> groups;
  for (const EdgeId id : selection.edges) {
    groups.insert(group_of(graph.edge(id).relation));
  }
  std::string out = "  subgraph cluster_legend {\n    label=\"Legend\"; style=rounded;\n";
  std::string previous;
  const auto below = [&](const std::string& id) {
    if (!previous.empty()) {
      out += "    " + previous + " -> " + id + " [style=invis];\n";
    }
    previous = id;
  };
  for (const WorkKind kind : kinds) {
    const std::string id = "\"legend " + std::string(name_of(kind)) + '"';
    out += "    " + id + " [label=" + in_quotes(name_of(kind)) + ", shape=";
    out += shape_of(kind);
    out += "];\n";
    below(id);
  }
  const std::string outline = "\"legend outline\"";
  out += "    " + outline +
         " [label=\"thick outline: a text is held\\ndashed outline: only cited\", "
         "shape=plaintext];\n";
  below(outline);
  for (const RelationGroup group : groups) {
    const LineStyle& style = kLineStyles[static_cast<std::size_t>(group)];
    const std::string name = std::to_string(static_cast<int>(group));
    const std::string from = "\"legend from " + name + '"';
    const std::string to = "\"legend to " + name + '"';
    out += "    { rank=same; " + from + " [label=\"citing\", shape=plaintext]; " + to +
           " [label=" + in_quotes("cited: " + std::string(style.label)) + ", shape=plaintext] }\n";
    out += "    " + from + " -> " + to + " [";
    out += style.attributes;
    out += ", minlen=3];\n";
    below(from);
  }
  return out + "  }\n";
}

std::string caption(const DotOptions& options) {
  std::string label = escaped(one_line(options.title));
  if (options.hidden_edges > 0) {
    label += (label.empty() ? "" : "\\n") + std::to_string(options.hidden_edges) +
             " citations that longer routes imply are not drawn";
  }
  return label;
}

}  // namespace

std::string to_dot(const LineageGraph& graph,
                   const Selection& selection,
                   const DotOptions& options) {
  std::string out =
      "digraph lineage {\n"
      "  graph [rankdir=TB, newrank=true, nodesep=0.2, ranksep=0.3, fontname=\"Helvetica\",\n"
      "         fontsize=16, labelloc=t";
  const std::string title = caption(options);
  if (!title.empty()) {
    out += ", label=\"" + title + '"';
  }
  out +=
      "];\n"
      "  node [fontname=\"Helvetica\", fontsize=12, margin=\"0.08,0.05\"];\n"
      "  edge [fontname=\"Helvetica\", fontsize=10, arrowsize=0.7];\n";
  out += axis(graph, by_year(graph, selection));
  for (const WorkId id : selection.works) {
    out += node_line(graph.work(id));
  }
  out += edges(graph, selection);
  if (options.legend) {
    out += legend(graph, selection);
  }
  return out + "}\n";
}

}  // namespace lineage::analysis
