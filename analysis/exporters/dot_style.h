// How the drawing shows kinds, holdings and relations. Internal to the exporter.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "graph/relation.h"
#include "graph/work.h"

namespace lineage::analysis {

// Relations that a reader of a drawing need not tell apart share a line style.
enum class RelationGroup : std::uint8_t {
  Memory,     // recalls, reaffirms: what the text builds on
  Reception,  // welcomes, takes note: how it receives a report or a text
  Action,     // pursuant to, implements, extends, requests: what it does with it
  Record,     // the committee report and the draft of its header
  Plain,      // no verb, or only a catalogue's line
  Institutional,
};

struct LineStyle {
  RelationGroup group;
  std::string_view label;       // in the legend
  std::string_view sample;      // of the line, in characters
  std::string_view attributes;  // of the edge
};

inline constexpr std::array<LineStyle, 6> kLineStyles{{
    {RelationGroup::Memory, "recalls, reaffirms", "\u2500\u2500\u25B6", "style=solid"},
    {RelationGroup::Reception, "welcomes, takes note", "\u2574\u2574\u25B6", "style=dashed"},
    {RelationGroup::Action, "acts under, extends, requests", "\u2501\u2501\u25B6",
     "style=bold, penwidth=2.2"},
    {RelationGroup::Record, "committee report, draft", "\u00B7\u00B7\u00B7\u25B6",
     "style=dotted, penwidth=1.6"},
    {RelationGroup::Plain, "cites, no verb known", "\u2500\u2500\u25B7",
     "style=solid, arrowhead=empty"},
    {RelationGroup::Institutional, "body or mandate", "\u2574\u2574\u25C6",
     "style=dashed, penwidth=1.6, arrowhead=diamond"},
}};

[[nodiscard]] RelationGroup group_of(Relation relation);
// Of several relations between two texts the drawing shows the strongest: what a text does with the
// other says more than how it receives it, that more than that it recalls it, and a verb more than
// none. Greater is stronger.
[[nodiscard]] int strength_of(RelationGroup group);

struct NodeShape {
  WorkKind kind;
  std::string_view shape;
  std::string_view words;  // in the legend
};

inline constexpr std::array<NodeShape, 11> kNodeShapes{{
    {WorkKind::Resolution, "box", "box"},
    {WorkKind::Decision, "hexagon", "hexagon"},
    {WorkKind::Report, "note", "folded page"},
    {WorkKind::Draft, "tab", "tab"},
    {WorkKind::Meeting, "cds", "arrowed box"},
    {WorkKind::Statement, "component", "plugged box"},
    {WorkKind::Document, "folder", "folder"},
    {WorkKind::Treaty, "octagon", "octagon"},
    {WorkKind::External, "ellipse", "ellipse"},
    {WorkKind::Body, "house", "house"},
    {WorkKind::Track, "plaintext", "bare words"},
}};

[[nodiscard]] std::string_view shape_of(WorkKind kind);
[[nodiscard]] std::string_view words_for_shape(WorkKind kind);
// What stands in the node: the short form, and "UN Charter" for treaty:un-charter.
[[nodiscard]] std::string drawn_name(const Symbol& symbol);
// The outline: thick where a text is held, dashed where the work is known from citations alone.
[[nodiscard]] std::string_view outline_of(Holding holding);

}  // namespace lineage::analysis
