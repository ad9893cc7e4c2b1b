#include "analysis/exporters/dot_style.h"

#include <utility>

namespace lineage::analysis {

RelationGroup group_of(Relation relation) {
  switch (relation) {
    case Relation::Recalls:
    case Relation::Reaffirms:
    case Relation::Reiterates:
    case Relation::Recognizes:
    case Relation::Confirms:
    case Relation::Considers:
    case Relation::GuidedBy:
    case Relation::BearingInMind:
    case Relation::Affirms:
    case Relation::Acknowledges:
      return RelationGroup::Memory;
    case Relation::TakesNote:
    case Relation::Notes:
    case Relation::Welcomes:
    case Relation::Supports:
    case Relation::Endorses:
    case Relation::Approves:
    case Relation::Adopts:
    case Relation::Commends:
    case Relation::Expresses:
    case Relation::Condemns:
    case Relation::Regrets:
      return RelationGroup::Reception;
    case Relation::Stresses:
    case Relation::PursuantTo:
    case Relation::Implements:
    case Relation::Extends:
    case Relation::Amends:
    case Relation::Supersedes:
    case Relation::Terminates:
    case Relation::Requests:
    case Relation::CallsUpon:
    case Relation::Encourages:
    case Relation::Invites:
    case Relation::Urges:
    case Relation::Decides:
      return RelationGroup::Action;
    case Relation::AdoptedOnReport:
    case Relation::AdoptedFromDraft:
      return RelationGroup::Record;
    case Relation::Establishes:
    case Relation::RequestsReport:
    case Relation::Transmits:
    case Relation::ReportsTo:
    case Relation::FedInto:
    case Relation::Succeeds:
    case Relation::Renews:
    case Relation::Reports:
    case Relation::AbsorbedInto:
    case Relation::Serves:
    case Relation::BelongsTo:
    case Relation::Names:
    case Relation::StatesCostOf:
      return RelationGroup::Institutional;
    case Relation::Cites:
      return RelationGroup::Plain;
  }
  return RelationGroup::Plain;
}

int strength_of(RelationGroup group) {
  switch (group) {
    case RelationGroup::Action:
      return 5;
    case RelationGroup::Reception:
      return 4;
    case RelationGroup::Record:
      return 3;
    case RelationGroup::Memory:
      return 2;
    case RelationGroup::Institutional:
      return 1;
    case RelationGroup::Plain:
      return 0;
  }
  return 0;
}

std::string_view shape_of(WorkKind kind) {
  for (const NodeShape& row : kNodeShapes) {
    if (row.kind == kind) {
      return row.shape;
    }
  }
  return "box";
}

std::string_view words_for_shape(WorkKind kind) {
  for (const NodeShape& row : kNodeShapes) {
    if (row.kind == kind) {
      return row.words;
    }
  }
  return "box";
}

std::string drawn_name(const Symbol& symbol) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 1> kNames{
      {{"treaty:un-charter", "UN Charter"}}};
  for (const auto& [canonical, name] : kNames) {
    if (symbol.canonical() == canonical) {
      return std::string(name);
    }
  }
  return symbol.short_form();
}

std::string_view outline_of(Holding holding) {
  switch (holding) {
    case Holding::Held:
      return "penwidth=2.4";
    case Holding::Catalogued:
      return "penwidth=1";
    case Holding::OnlyCited:
      return "penwidth=1, style=dashed";
  }
  return "";
}

}  // namespace lineage::analysis
