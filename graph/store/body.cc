#include "graph/store/body.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace lineage {

using sqlite::Database;
using sqlite::Statement;

void write_body(const Database& database, std::int64_t entry, const WorkFacts& facts) {
  if (facts.body.empty()) {
    return;
  }
  Statement insert = database.prepare("INSERT INTO entry_body VALUES (?1, ?2, ?3)");
  Statement source = database.prepare("INSERT INTO entry_source VALUES (?1, ?2, ?3, ?4)");
  for (const StatedFact& fact : facts.body) {
    insert.run(entry, name_of(fact.fact), fact.said.value);
    for (std::size_t i = 0; i < fact.said.sources.size(); ++i) {
      source.run(entry, name_of(fact.fact), i, fact.said.sources[i]);
    }
  }
}

void read_bodies(const Database& database, std::map<std::int64_t, WorkFacts>& entries) {
  Statement rows = database.prepare(
      "SELECT b.entry_id, b.fact, b.value, s.source FROM entry_body b LEFT JOIN entry_source s ON "
      "s.entry_id = b.entry_id AND s.fact = b.fact ORDER BY b.entry_id, b.fact, s.position");
  rows.start();
  while (rows.next()) {
    const auto entry = entries.find(rows.integer(0));
    const std::optional<BodyFact> fact = body_fact_named(rows.text(1));
    if (!fact) {
      database.fail(ErrorCode::Malformed, "holds '" + rows.text(1) +
                                              "' where a fact of a body should be; ingest the "
                                              "catalogue into a new one");
      return;
    }
    if (entry == entries.end()) {
      continue;
    }
    std::vector<StatedFact>& body = entry->second.body;
    const auto at = std::ranges::lower_bound(body, *fact, {}, &StatedFact::fact);
    const bool known = at != body.end() && at->fact == *fact;
    StatedFact& stated = known ? *at : *body.insert(at, {*fact, {rows.text(2), {}}});
    if (!rows.is_null(3)) {
      stated.said.sources.push_back(rows.text(3));
    }
  }
}

std::string body_text(const WorkFacts& facts) {
  std::string text;
  const auto add = [&](std::string_view piece) {
    text.append(piece);
    text.push_back('\0');
  };
  for (const StatedFact& fact : facts.body) {
    add(name_of(fact.fact));
    add(fact.said.value);
    for (const std::string& source : fact.said.sources) {
      add(source);
    }
  }
  return text;
}

}  // namespace lineage
