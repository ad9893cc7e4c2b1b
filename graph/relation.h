// The verbs that tie a citing text to a cited one, in one table.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace lineage {

enum class Relation : std::uint8_t {
  Recalls,
  Reaffirms,
  Reiterates,
  Recognizes,
  Confirms,
  Considers,
  GuidedBy,
  BearingInMind,
  TakesNote,
  Notes,
  Welcomes,
  Supports,
  Endorses,
  Approves,
  Adopts,
  Affirms,
  Acknowledges,
  Commends,
  Expresses,  // concern, regret, appreciation: the raw verb says which
  Stresses,
  PursuantTo,
  Implements,
  Extends,
  Amends,
  Supersedes,
  Terminates,
  Requests,
  CallsUpon,
  Encourages,
  Invites,
  Urges,
  Decides,
  Condemns,
  Regrets,
  Establishes,
  RequestsReport,
  Transmits,
  ReportsTo,
  FedInto,
  Succeeds,
  Renews,
  Reports,
  AbsorbedInto,
  Serves,
  BelongsTo,
  Names,
  StatesCostOf,
  AdoptedOnReport,
  AdoptedFromDraft,
  Cites,  // no verb governs the mention
};

// Citation edges are drawn from words or from a catalogue's citation list; institutional ones from
// facts about bodies and mandates, and they may point forward in time. Closures follow citations
// only.
enum class EdgeClass : std::uint8_t { Citation, Institutional };

struct RelationRow {
  Relation relation;
  std::string_view name;  // "takes_note": stable, used in records, queries and exports
  EdgeClass edge_class;
  std::string_view meaning;
};

// All relations, in the order of the enumeration.
[[nodiscard]] std::span<const RelationRow> relation_table();
[[nodiscard]] const RelationRow& row(Relation relation);
[[nodiscard]] inline std::string_view name_of(Relation relation) { return row(relation).name; }
[[nodiscard]] std::optional<Relation> relation_named(std::string_view name);

}  // namespace lineage
