// How the drawing shows kinds, holdings and relations. Internal to the exporter.
#pragma once

#include <array>
#include <cstdint>
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
  std::string_view attributes;  // of the edge
};

inline constexpr std::array<LineStyle, 6> kLineStyles{{
    {RelationGroup::Memory, "recalls, reaffirms", "style=solid"},
    {RelationGroup::Reception, "welcomes, takes note", "style=dashed"},
    {RelationGroup::Action, "acts under, extends, requests", "style=bold, penwidth=2.2"},
    {RelationGroup::Record, "committee report, draft", "style=dotted, penwidth=1.6"},
    {RelationGroup::Plain, "cites, no verb known", "style=solid, arrowhead=empty"},
    {RelationGroup::Institutional, "body or mandate",
     "style=dashed, penwidth=1.6, arrowhead=diamond"},
}};

[[nodiscard]] RelationGroup group_of(Relation relation);

struct NodeShape {
  WorkKind kind;
  std::string_view shape;
};

inline constexpr std::array<NodeShape, 9> kNodeShapes{{
    {WorkKind::Resolution, "box"},
    {WorkKind::Decision, "hexagon"},
    {WorkKind::Report, "note"},
    {WorkKind::Draft, "tab"},
    {WorkKind::Meeting, "cds"},
    {WorkKind::Statement, "component"},
    {WorkKind::Document, "folder"},
    {WorkKind::Treaty, "octagon"},
    {WorkKind::External, "ellipse"},
}};

[[nodiscard]] std::string_view shape_of(WorkKind kind);
// The outline: thick where a text is held, dashed where the work is known from citations alone.
[[nodiscard]] std::string_view outline_of(Holding holding);

}  // namespace lineage::analysis
