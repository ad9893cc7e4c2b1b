// What is known about one work: its facts, each with the sources it was seen in. A fact that is not
// known is absent; nothing here is guessed.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/date.h"
#include "graph/symbol.h"

namespace lineage {

// How much of the work itself is at hand.
enum class Holding : std::uint8_t {
  Held,        // a text of it was read
  Catalogued,  // facts about it are known, no text
  OnlyCited,   // known from citations alone
};

// Whether the list of what the work cites is complete. An answer that would change with an Unknown
// or Partial list is "not established".
enum class ListStatus : std::uint8_t { Known, Partial, Unknown };

[[nodiscard]] std::string_view name_of(Holding holding);    // "held", "catalogued", "only cited"
[[nodiscard]] std::string_view name_of(ListStatus status);  // "known", "partial", "unknown"

// A value and the ids of the sources that state it, in the order of the catalogue.
template <typename T>
struct Sourced {
  T value;
  std::vector<std::string> sources;

  friend bool operator==(const Sourced&, const Sourced&) = default;
};

// A State as the document prints it, with its ISO 3166-1 alpha-3 code ("" where there is none, as
// for a State that no longer exists).
struct State {
  std::string name;
  std::string iso;

  friend auto operator<=>(const State&, const State&) = default;
};

// A recorded plenary vote. A work adopted without a vote has no Vote.
struct Vote {
  int in_favour = 0;
  int against = 0;
  int abstaining = 0;
  std::vector<State> voted_for;  // empty where only the counts are known
  std::vector<State> voted_against;
  std::vector<State> abstained;

  friend auto operator<=>(const Vote&, const Vote&) = default;
};

// What a Main Committee recorded on the draft, weeks before the plenary. A type of its own, since
// the one is not to be taken for the other: 73/27 had 109-45-16 in the committee, 119-46-14 in the
// plenary. Press accounts often leave the abstentions out.
struct CommitteeVote {
  int in_favour = 0;
  int against = 0;
  std::optional<int> abstaining;
  std::vector<State> voted_for;  // empty where only the counts are known
  std::vector<State> voted_against;
  std::vector<State> abstained;

  friend auto operator<=>(const CommitteeVote&, const CommitteeVote&) = default;
};

struct AgendaItem {
  std::string number;  // "94", "94 (a)"
  std::string title;   // in English, "" where unknown

  friend auto operator<=>(const AgendaItem&, const AgendaItem&) = default;
};

struct CommitteeReport {
  Symbol symbol;
  std::string pinpoint;  // "para. 14", "" where unknown

  friend auto operator<=>(const CommitteeReport&, const CommitteeReport&) = default;
};

// What is known of a body beside its name (the title): each in the words of its source.
enum class BodyFact : std::uint8_t {
  Years,           // "2014-2015", "2026-" for a body that goes on
  Size,            // "20", "all Member States"
  Members,         // "Argentina, Australia, ..."
  Chair,           // "Deborah Stokes (Australia)"
  Sessions,        // where and when it met
  DocumentSeries,  // "A/AC.292"
  Secretariat,     // who serves it
  Outcome,         // "consensus", "no consensus", "in being", "proposal"
};
inline constexpr std::size_t kBodyFacts = 8;

[[nodiscard]] std::string_view name_of(BodyFact fact);  // "document series"
[[nodiscard]] std::optional<BodyFact> body_fact_named(std::string_view name);

struct StatedFact {
  BodyFact fact = BodyFact::Years;
  Sourced<std::string> said;

  friend bool operator==(const StatedFact&, const StatedFact&) = default;
};

struct WorkFacts {
  Symbol symbol;
  std::vector<Symbol> aliases;  // the other halves of a double symbol
  std::optional<Sourced<Date>> date;
  std::optional<Sourced<std::string>> title;  // English where there is one, else as first read
  std::optional<Sourced<std::string>> description;  // what a report or decision is, in a few words
  std::optional<Sourced<std::string>> adoption;     // "without a vote", "recorded vote"
  std::optional<Sourced<Vote>> vote;
  std::optional<Sourced<std::string>> committee_adoption;  // of the draft, in the same words
  std::optional<Sourced<CommitteeVote>> committee_vote;
  std::optional<Sourced<AgendaItem>> agenda_item;
  std::optional<Sourced<std::string>> committee;  // "First Committee"
  std::optional<Sourced<CommitteeReport>> committee_report;
  std::optional<Sourced<Symbol>> draft;
  std::optional<Sourced<std::string>> meeting;  // "A/78/PV.42"
  std::optional<Sourced<std::vector<State>>> sponsors;
  std::optional<Sourced<std::vector<State>>> additional_sponsors;
  std::optional<Sourced<std::vector<std::string>>> subjects;  // headings of the UN's thesaurus
  std::vector<StatedFact> body;  // of a body, in the order of BodyFact, each once; else empty
  ListStatus list_status = ListStatus::Unknown;
  std::vector<std::string> list_sources;

  [[nodiscard]] const Sourced<std::string>* find(BodyFact fact) const;

  explicit WorkFacts(Symbol of) : symbol(std::move(of)) {}

  friend bool operator==(const WorkFacts&, const WorkFacts&) = default;
};

}  // namespace lineage
