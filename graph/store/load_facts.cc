// Loading facts: the entries of catalogues, and works of which there is a text.
#include <map>
#include <utility>
#include <vector>

#include "graph/store/body.h"
#include "graph/store/impl.h"
#include "graph/store/reader.h"
#include "graph/store/settle.h"

namespace lineage {
namespace {

using sqlite::Database;
using sqlite::Statement;

std::optional<ListStatus> list_status_named(std::string_view name) {
  for (const ListStatus status : {ListStatus::Known, ListStatus::Partial, ListStatus::Unknown}) {
    if (name_of(status) == name) {
      return status;
    }
  }
  return std::nullopt;
}

template <typename T>
void set_fact(std::optional<Sourced<T>>& fact, std::optional<T> value) {
  if (value) {
    fact = Sourced<T>{std::move(*value), {}};
  }
}

WorkFacts read_entry(const Statement& row, RowReader& reader, const Symbol& symbol) {
  WorkFacts facts(symbol);
  set_fact(facts.date, reader.date(row, 2));
  set_fact(facts.title, reader.text(row, 3));
  set_fact(facts.description, reader.text(row, 4));
  set_fact(facts.adoption, reader.text(row, 5));
  if (!row.is_null(6)) {
    Vote vote;
    vote.in_favour = static_cast<int>(row.integer(6));
    vote.against = static_cast<int>(row.integer(7));
    vote.abstaining = static_cast<int>(row.integer(8));
    facts.vote = Sourced<Vote>{std::move(vote), {}};
  }
  if (!row.is_null(9)) {
    facts.agenda_item = Sourced<AgendaItem>{{row.text(9), row.text(10)}, {}};
  }
  set_fact(facts.committee, reader.text(row, 11));
  if (const auto report = reader.symbol(row, 12)) {
    facts.committee_report = Sourced<CommitteeReport>{{*report, row.text(13)}, {}};
  }
  set_fact(facts.draft, reader.symbol(row, 14));
  set_fact(facts.meeting, reader.text(row, 15));
  if (!row.is_null(16)) {
    facts.sponsors.emplace();
  }
  if (!row.is_null(17)) {
    facts.additional_sponsors.emplace();
  }
  facts.list_status = reader.name(row, 18, "a list status", list_status_named);
  set_fact(facts.committee_adoption, reader.text(row, 19));
  if (!row.is_null(20)) {
    CommitteeVote vote;
    vote.in_favour = static_cast<int>(row.integer(20));
    vote.against = static_cast<int>(row.integer(21));
    if (!row.is_null(22)) {
      vote.abstaining = static_cast<int>(row.integer(22));
    }
    facts.committee_vote = Sourced<CommitteeVote>{std::move(vote), {}};
  }
  return facts;
}

std::map<std::int64_t, WorkFacts> read_entries(const Database& database, RowReader& reader) {
  std::map<std::int64_t, WorkFacts> entries;
  Statement rows = database.prepare(
      "SELECT id, symbol, date, title, description, adoption, in_favour, against, abstaining, "
      "agenda_number, agenda_title, committee, report, report_pinpoint, draft, meeting, sponsors, "
      "additional_sponsors, list_status, committee_adoption, committee_in_favour, "
      "committee_against, committee_abstaining FROM entry");
  rows.start();
  while (rows.next()) {
    if (const auto symbol = reader.symbol(rows, 1)) {
      entries.emplace(rows.integer(0), read_entry(rows, reader, *symbol));
    }
  }
  return entries;
}

void read_states(const Database& database, std::map<std::int64_t, WorkFacts>& entries) {
  Statement rows = database.prepare(
      "SELECT entry_id, role, name, iso FROM entry_state ORDER BY entry_id, role, position");
  rows.start();
  while (rows.next()) {
    const auto entry = entries.find(rows.integer(0));
    if (entry == entries.end()) {
      continue;
    }
    const std::string wanted = rows.text(1);
    visit_states(entry->second, [&](std::string_view role, std::vector<State>& states) {
      if (role == wanted) {
        states.push_back(State{rows.text(2), rows.text(3)});
      }
    });
  }
}

void read_sources(const Database& database, std::map<std::int64_t, WorkFacts>& entries) {
  Statement rows = database.prepare(
      "SELECT entry_id, fact, source FROM entry_source ORDER BY entry_id, fact, position");
  rows.start();
  while (rows.next()) {
    const auto entry = entries.find(rows.integer(0));
    if (entry == entries.end()) {
      continue;
    }
    const std::string wanted = rows.text(1);
    visit_sourced(entry->second, [&](std::string_view name, auto& fact) {
      if (fact && name == wanted) {
        fact->sources.push_back(rows.text(2));
      }
    });
    if (wanted == kListSources) {
      entry->second.list_sources.push_back(rows.text(2));
    }
  }
}

void read_aliases(const Database& database,
                  RowReader& reader,
                  std::map<std::int64_t, WorkFacts>& entries) {
  Statement rows =
      database.prepare("SELECT entry_id, symbol FROM entry_alias ORDER BY entry_id, position");
  rows.start();
  while (rows.next()) {
    const auto entry = entries.find(rows.integer(0));
    const auto alias = reader.symbol(rows, 1);
    if (entry != entries.end() && alias) {
      entry->second.aliases.push_back(*alias);
    }
  }
}

void read_subjects(const Database& database, std::map<std::int64_t, WorkFacts>& entries) {
  Statement rows =
      database.prepare("SELECT entry_id, subject FROM entry_subject ORDER BY entry_id, position");
  rows.start();
  while (rows.next()) {
    const auto entry = entries.find(rows.integer(0));
    if (entry == entries.end()) {
      continue;
    }
    if (!entry->second.subjects) {
      entry->second.subjects.emplace();
    }
    entry->second.subjects->value.push_back(rows.text(1));
  }
}

// The entries of each work, with the number of files that state them.
std::map<Symbol, std::vector<StatedFacts>> by_work(const Database& database,
                                                   std::map<std::int64_t, WorkFacts> entries) {
  std::map<Symbol, std::vector<StatedFacts>> works;
  Statement rows =
      database.prepare("SELECT entry_id, count(*) FROM entry_origin GROUP BY entry_id");
  rows.start();
  while (rows.next()) {
    if (const auto entry = entries.find(rows.integer(0)); entry != entries.end()) {
      const Symbol symbol = entry->second.symbol;
      works[symbol].push_back(
          {std::move(entry->second), static_cast<std::size_t>(rows.integer(1))});
    }
  }
  return works;
}

}  // namespace

void add_catalogues(const Database& database, RowReader& reader, GraphBuilder& builder) {
  std::map<std::int64_t, WorkFacts> entries = read_entries(database, reader);
  read_aliases(database, reader, entries);
  read_subjects(database, entries);
  read_states(database, entries);
  read_sources(database, entries);
  read_bodies(database, entries);
  for (auto& [symbol, stated] : by_work(database, std::move(entries))) {
    settle(stated);
    for (const StatedFacts& entry : stated) {
      builder.add_work(entry.facts, Holding::Catalogued);
    }
  }
}

// The expressions of one work come with the English one first; the first that has a title gives it.
void add_held_works(const Database& database, RowReader& reader, GraphBuilder& builder) {
  std::map<Symbol, WorkFacts> works;
  Statement rows = database.prepare(
      "SELECT d.symbol, d.title, d.date, (SELECT min(f.name) FROM file f WHERE f.content_id = "
      "d.content_id) AS name, EXISTS (SELECT 1 FROM clause c WHERE "
      "c.id >= d.id << 24 AND c.id < (d.id + 1) << 24 AND (c.place GLOB 'pp[0-9]*' OR c.place GLOB "
      "'op[0-9]*')) "
      "FROM document d WHERE d.symbol IS NOT NULL AND d.same_as IS NULL "
      "ORDER BY d.symbol, d.language <> 'en', d.language, name, d.begin_byte");
  rows.start();
  while (rows.next()) {
    const auto symbol = reader.symbol(rows, 0);
    if (!symbol) {
      continue;
    }
    WorkFacts& facts = works.try_emplace(*symbol, WorkFacts(*symbol)).first->second;
    const std::vector<std::string> sources{rows.text(3)};
    if (!facts.title && !rows.text(1).empty()) {
      facts.title = Sourced<std::string>{rows.text(1), sources};
    }
    if (const auto date = reader.date(rows, 2); date && !facts.date) {
      facts.date = Sourced<Date>{*date, sources};
    }
    if (rows.integer(4) != 0) {
      facts.list_status = ListStatus::Known;
    }
  }
  for (const auto& [symbol, facts] : works) {
    builder.add_work(facts, Holding::Held);
  }
}

}  // namespace lineage
