// What the rows of a store say against one another and the graph no longer shows.
#include <string>

#include "graph/store/impl.h"
#include "graph/store/store.h"

namespace lineage {
namespace {

using sqlite::Database;
using sqlite::Statement;

// Columns: symbol, language, code, place, said, against, file, first and last byte.
constexpr const char* kDoubts[] = {
    "SELECT symbol, language, code, coalesce(place, ''), coalesce(said, ''), "
    "coalesce(witness, ''), file, begin_byte, end_byte FROM v_findings ORDER BY symbol, language, "
    "begin_byte, file, said",
    "SELECT DISTINCT d.symbol, d.language, 'text-date', 'header', d.date, e.date, (SELECT "
    "min(name) FROM file f WHERE f.content_id = d.content_id), 0, 0 FROM document d JOIN entry e "
    "ON "
    "e.symbol = d.symbol WHERE d.same_as IS NULL AND d.date IS NOT NULL AND e.date IS NOT NULL "
    "AND d.date <> e.date ORDER BY 1, 2, 5, 6, 7",
    "SELECT DISTINCT a.symbol, '', 'entry-date', '', a.date, b.date, (SELECT min(f.name) FROM "
    "entry_origin o JOIN file f ON f.content_id = o.content_id WHERE o.entry_id = a.id), 0, 0 FROM "
    "entry "
    "a JOIN entry b ON b.symbol = a.symbol WHERE a.date < b.date ORDER BY 1, 5, 6, 7"};

}  // namespace

Result<std::vector<StoreDoubt>> Store::doubts() const {
  const Database& database = impl_->database;
  std::vector<StoreDoubt> doubts;
  for (const char* sql : kDoubts) {
    Statement rows = database.prepare(sql);
    rows.start();
    while (rows.next()) {
      const Result<Symbol> work = Symbol::parse(rows.text(0));
      if (work) {
        doubts.push_back({*work, rows.text(1), rows.text(2), rows.text(3), rows.text(4),
                          rows.text(5), rows.text(6), static_cast<std::size_t>(rows.integer(7)),
                          static_cast<std::size_t>(rows.integer(8))});
      }
    }
  }
  if (auto outcome = database.outcome(); !outcome) {
    return tl::unexpected(outcome.error());
  }
  return doubts;
}

}  // namespace lineage
