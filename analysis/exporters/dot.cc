#include "analysis/exporters/dot.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "analysis/exporters/dot_style.h"
#include "analysis/exporters/text_layout.h"
#include "analysis/exporters/xml_text.h"

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

// Symbol, date and title, a line each; the title stands in one or two lines.
std::string label_of(const Work& work) {
  const std::string symbol = shortened(drawn_name(work.symbol()), kSymbolColumns);
  std::string label = "<b><font point-size=\"14\">" + xml_text(symbol) + "</font></b>";
  if (work.date) {
    label += "<br/>" + work.date->iso();
  }
  if (work.facts.title) {
    for (const std::string& line : wrapped(work.facts.title->value, kTitleColumns, kTitleLines)) {
      label += "<br/>" + xml_text(line);
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

// All relations of one pair, which stand behind each other in a selection.
struct Pair {
  WorkId source = 0;
  WorkId target = 0;
  RelationGroup group = RelationGroup::Plain;  // of the strongest relation
  std::string relations;                       // "recalls, pursuant_to"
};

std::vector<Pair> pairs_of(const LineageGraph& graph, const Selection& selection) {
  std::vector<Pair> pairs;
  for (const EdgeId id : selection.edges) {
    const Edge& edge = graph.edge(id);
    const RelationGroup group = group_of(edge.relation);
    const std::string name(name_of(edge.relation));
    if (pairs.empty() || pairs.back().source != edge.source || pairs.back().target != edge.target) {
      pairs.push_back({edge.source, edge.target, group, name});
      continue;
    }
    Pair& pair = pairs.back();
    pair.group = strength_of(group) > strength_of(pair.group) ? group : pair.group;
    pair.relations += ", " + name;
  }
  return pairs;
}

// Older text first, so that Graphviz, which ranks tails above heads, lets time run downwards;
// `dir=back` puts the arrow head at the cited end. An edge that points forward in time must not set
// the ranks.
std::string arrows(const LineageGraph& graph, const std::vector<Pair>& pairs) {
  std::string out;
  for (const Pair& pair : pairs) {
    const Work& citing = graph.work(pair.source);
    const Work& cited = graph.work(pair.target);
    const bool forward = drawn_before(graph, pair.source, pair.target);
    out += "  " + node_id(forward ? citing : cited) + " -> " + node_id(forward ? cited : citing);
    std::string attributes(kLineStyles[static_cast<std::size_t>(pair.group)].attributes);
    const std::size_t head = attributes.find("arrowhead");
    if (!forward && head != std::string::npos) {
      attributes.replace(head, 9, "arrowtail");
    }
    out += forward ? " [constraint=false, " : " [dir=back, ";
    out += attributes + ", tooltip=" + in_quotes(pair.relations) + "];\n";
  }
  return out;
}

// "resolution: box", "report: page with a folded corner": for each kind that occurs.
std::string kinds_line(const LineageGraph& graph, const Selection& selection) {
  std::set<WorkKind> kinds;
  for (const WorkId id : selection.works) {
    kinds.insert(graph.work(id).symbol().kind());
  }
  std::string line;
  for (const WorkKind kind : kinds) {
    line += (line.empty() ? "" : ", ") + std::string(name_of(kind)) + ": " +
            std::string(words_for_shape(kind));
  }
  return line + "; thick outline: held, dashed: only cited";
}

// Title, what is hidden and the legend are lines of the drawing's own label: as nodes they would
// take part in the layout and widen it.
std::string caption(const LineageGraph& graph,
                    const Selection& selection,
                    const std::vector<Pair>& pairs,
                    const DotOptions& options) {
  std::string label;
  const auto line = [&](const std::string& text) {
    label += label.empty() ? text : "<br/>" + text;
  };
  if (!options.title.empty()) {
    line("<b>" + xml_text(options.title) + "</b>");
  }
  if (options.hidden_pairs > 0) {
    line(std::to_string(options.hidden_pairs) + " pairs that longer routes imply are not drawn");
  }
  if (options.legend) {
    line("<font point-size=\"12\">" + kinds_line(graph, selection) + "</font>");
    std::set<RelationGroup> groups;
    for (const Pair& pair : pairs) {
      groups.insert(pair.group);
    }
    for (const RelationGroup group : groups) {
      const LineStyle& style = kLineStyles[static_cast<std::size_t>(group)];
      line("<font point-size=\"12\">citing " + std::string(style.sample) +
           " cited: " + std::string(style.label) + "</font>");
    }
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
  const std::vector<Pair> pairs = pairs_of(graph, selection);
  const std::string label = caption(graph, selection, pairs, options);
  if (!label.empty()) {
    out += ", label=<" + label + ">";
  }
  out +=
      "];\n"
      "  node [fontname=\"Helvetica\", fontsize=12, margin=\"0.08,0.05\"];\n"
      "  edge [fontname=\"Helvetica\", fontsize=10, arrowsize=0.7];\n";
  out += axis(graph, by_year(graph, selection));
  for (const WorkId id : selection.works) {
    out += node_line(graph.work(id));
  }
  return out + arrows(graph, pairs) + "}\n";
}

}  // namespace lineage::analysis
