// What the two halves of the store, writing and loading, share. Private to graph/.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/store/sqlite.h"
#include "graph/store/store.h"
#include "graph/store/write.h"

namespace lineage {

struct Store::Impl {
  sqlite::Database database;
  bool writable = false;
  bool in_batch = false;
  std::optional<StoreWriter> writer;  // its statements point to the database

  template <typename Write>
  Result<void> change(Write write);
  // Keeps the arrays of the graph that `store` loads, unless they are those of its rows already.
  Result<void> freeze(const Store& store);

  Impl(sqlite::Database opened, bool for_writing)
      : database(std::move(opened)), writable(for_writing) {}
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl();
};

// Applies `visit(name, member)` to every fact that has sources; the names are those of
// entry_source.fact.
template <typename Visit>
void for_each_sourced(Visit visit) {
  visit("date", &WorkFacts::date);
  visit("title", &WorkFacts::title);
  visit("description", &WorkFacts::description);
  visit("adoption", &WorkFacts::adoption);
  visit("vote", &WorkFacts::vote);
  visit("committee adoption", &WorkFacts::committee_adoption);
  visit("committee vote", &WorkFacts::committee_vote);
  visit("agenda item", &WorkFacts::agenda_item);
  visit("committee", &WorkFacts::committee);
  visit("committee report", &WorkFacts::committee_report);
  visit("draft", &WorkFacts::draft);
  visit("meeting", &WorkFacts::meeting);
  visit("sponsors", &WorkFacts::sponsors);
  visit("additional sponsors", &WorkFacts::additional_sponsors);
  visit("subjects", &WorkFacts::subjects);
}

// Applies `visit(name, fact)` to these facts of a work.
template <typename Facts, typename Visit>
void visit_sourced(Facts& facts, Visit visit) {
  for_each_sourced([&](std::string_view name, auto member) { visit(name, facts.*member); });
}

// Applies `visit(role, states)` to every list of States that is known.
template <typename Facts, typename Visit>
void visit_states(Facts& facts, Visit visit) {
  if (facts.vote) {
    visit("for", facts.vote->value.voted_for);
    visit("against", facts.vote->value.voted_against);
    visit("abstaining", facts.vote->value.abstained);
  }
  if (facts.committee_vote) {
    visit("committee for", facts.committee_vote->value.voted_for);
    visit("committee against", facts.committee_vote->value.voted_against);
    visit("committee abstaining", facts.committee_vote->value.abstained);
  }
  if (facts.sponsors) {
    visit("sponsor", facts.sponsors->value);
  }
  if (facts.additional_sponsors) {
    visit("additional sponsor", facts.additional_sponsors->value);
  }
}

inline constexpr std::string_view kListSources =
    "citation list";  // entry_source.fact of list_sources

}  // namespace lineage
