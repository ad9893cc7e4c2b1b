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

// Applies `visit(name, fact)` to every fact that has sources; the names are those of
// entry_source.fact.
template <typename Facts, typename Visit>
void visit_sourced(Facts& facts, Visit visit) {
  visit("date", facts.date);
  visit("title", facts.title);
  visit("description", facts.description);
  visit("adoption", facts.adoption);
  visit("vote", facts.vote);
  visit("agenda item", facts.agenda_item);
  visit("committee", facts.committee);
  visit("committee report", facts.committee_report);
  visit("draft", facts.draft);
  visit("meeting", facts.meeting);
  visit("sponsors", facts.sponsors);
  visit("additional sponsors", facts.additional_sponsors);
  visit("subjects", facts.subjects);
}

// Applies `visit(role, states)` to every list of States that is known.
template <typename Facts, typename Visit>
void visit_states(Facts& facts, Visit visit) {
  if (facts.vote) {
    visit("for", facts.vote->value.voted_for);
    visit("against", facts.vote->value.voted_against);
    visit("abstaining", facts.vote->value.abstained);
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
