#include "analysis/exporters/graph_xml.h"

#include <array>
#include <string_view>
#include <vector>

#include "analysis/exporters/xml_text.h"

namespace lineage::analysis {
namespace {

constexpr std::array<std::string_view, 6> kWorkFields{"short", "kind",    "date",
                                                      "title", "holding", "citation_list"};
constexpr std::array<std::string_view, 4> kEdgeFields{"relation", "class", "passages", "quote"};

std::vector<std::string> values_of(const Work& work) {
  return {work.symbol().short_form(),         std::string(name_of(work.symbol().kind())),
          work.date ? work.date->iso() : "",  work.facts.title ? work.facts.title->value : "",
          std::string(name_of(work.holding)), std::string(name_of(work.facts.list_status))};
}

std::vector<std::string> values_of(const LineageGraph& graph, EdgeId id) {
  const Relation relation = graph.edge(id).relation;
  const std::span<const Passage> passages = graph.passages(id);
  return {std::string(name_of(relation)),
          row(relation).edge_class == EdgeClass::Citation ? "citation" : "institutional",
          std::to_string(passages.size()), passages.empty() ? "" : passages.front().quote};
}

std::string id_of(const LineageGraph& graph, WorkId id) {
  return xml_text(graph.work(id).symbol().canonical());
}

// One element a value that is known.
template <typename Names>
std::string fields(const Names& names,
                   const std::vector<std::string>& values,
                   std::string_view before,
                   std::string_view between,
                   std::string_view after) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (!values[i].empty()) {
      text += std::string(before) + std::string(names[i]) + std::string(between) +
              xml_text(values[i]) + std::string(after);
    }
  }
  return text;
}

}  // namespace

std::string to_graphml(const LineageGraph& graph, const Selection& selection) {
  std::string text =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
  const auto keys = [&](const auto& names, std::string_view of) {
    for (const std::string_view name : names) {
      text += "  <key id=\"" + std::string(name) + "\" for=\"" + std::string(of) +
              "\" attr.name=\"" + std::string(name) + "\" attr.type=\"" +
              (name == "passages" ? "int" : "string") + "\"/>\n";
    }
  };
  keys(kWorkFields, "node");
  keys(kEdgeFields, "edge");
  text += "  <graph edgedefault=\"directed\">\n";
  for (const WorkId id : selection.works) {
    text += "    <node id=\"" + id_of(graph, id) + "\">" +
            fields(kWorkFields, values_of(graph.work(id)), "<data key=\"", "\">", "</data>") +
            "</node>\n";
  }
  for (const EdgeId id : selection.edges) {
    text += "    <edge source=\"" + id_of(graph, graph.edge(id).source) + "\" target=\"" +
            id_of(graph, graph.edge(id).target) + "\">" +
            fields(kEdgeFields, values_of(graph, id), "<data key=\"", "\">", "</data>") +
            "</edge>\n";
  }
  return text + "  </graph>\n</graphml>\n";
}

std::string to_gexf(const LineageGraph& graph, const Selection& selection) {
  std::string text =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n"
      "  <graph defaultedgetype=\"directed\">\n";
  const auto attributes = [&](const auto& names, std::string_view of) {
    text += "    <attributes class=\"" + std::string(of) + "\">\n";
    for (const std::string_view name : names) {
      text += "      <attribute id=\"" + std::string(name) + "\" title=\"" + std::string(name) +
              "\" type=\"" + (name == "passages" ? "integer" : "string") + "\"/>\n";
    }
    text += "    </attributes>\n";
  };
  attributes(kWorkFields, "node");
  attributes(kEdgeFields, "edge");
  const auto values = [](const std::string& fields_text) {
    return "<attvalues>" + fields_text + "</attvalues>";
  };
  text += "    <nodes>\n";
  for (const WorkId id : selection.works) {
    const Work& work = graph.work(id);
    text +=
        "      <node id=\"" + id_of(graph, id) + "\" label=\"" +
        xml_text(work.symbol().short_form()) + "\">" +
        values(fields(kWorkFields, values_of(work), "<attvalue for=\"", "\" value=\"", "\"/>")) +
        "</node>\n";
  }
  text += "    </nodes>\n    <edges>\n";
  for (std::size_t i = 0; i < selection.edges.size(); ++i) {
    const EdgeId id = selection.edges[i];
    text += "      <edge id=\"" + std::to_string(i) + "\" source=\"" +
            id_of(graph, graph.edge(id).source) + "\" target=\"" +
            id_of(graph, graph.edge(id).target) + "\" label=\"" +
            std::string(name_of(graph.edge(id).relation)) + "\">" +
            values(fields(kEdgeFields, values_of(graph, id), "<attvalue for=\"", "\" value=\"",
                          "\"/>")) +
            "</edge>\n";
  }
  return text + "    </edges>\n  </graph>\n</gexf>\n";
}

}  // namespace lineage::analysis
