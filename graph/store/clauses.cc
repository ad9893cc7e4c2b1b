// Questions of the query language about texts: words, languages, clauses.
#include <utility>

#include "graph/store/impl.h"
#include "graph/store/match.h"
#include "graph/store/packing.h"
#include "graph/store/store.h"

namespace lineage {
namespace {

using sqlite::Database;
using sqlite::Statement;

// The symbols in the first column, those that can be read.
Result<std::vector<Symbol>> symbols(const Database& database, Statement& rows) {
  std::vector<Symbol> found;
  while (rows.next()) {
    if (const auto symbol = Symbol::parse(rows.text(0))) {
      found.push_back(*symbol);
    }
  }
  if (auto outcome = database.outcome(); !outcome) {
    return tl::unexpected(outcome.error());
  }
  return found;
}

}  // namespace

Result<std::vector<Symbol>> Store::symbols_with(const SearchQuery& query) const {
  const Database& database = impl_->database;
  const std::string match = match_of(query);
  if (match.empty() || match == "\"\"") {
    return failure(ErrorCode::Usage, "there is no word to look for");
  }
  Statement rows = database.prepare(
      "SELECT DISTINCT d.symbol FROM clause_words w JOIN clause l ON l.id = w.rowid JOIN document "
      "d "
      "ON d.id = l.document_id WHERE clause_words MATCH ?1 AND d.symbol IS NOT NULL AND (?2 IS "
      "NULL "
      "OR d.language = ?2)");
  rows.start(match, query.language ? std::optional(code(*query.language))
                                   : std::optional<std::string_view>{});
  return symbols(database, rows);
}

Result<std::vector<Symbol>> Store::symbols_in(Language language) const {
  Statement rows = impl_->database.prepare(
      "SELECT DISTINCT symbol FROM document WHERE symbol IS NOT NULL AND language = ?1");
  rows.start(code(language));
  return symbols(impl_->database, rows);
}

Result<std::vector<ClausePlace>> Store::clause_places() const {
  std::vector<ClausePlace> places;
  {
    Statement rows = impl_->database.prepare(
        "SELECT d.symbol, d.language, l.place, l.act, l.verb FROM clause l JOIN document d ON d.id "
        "= "
        "l.document_id WHERE d.symbol IS NOT NULL AND d.same_as IS NULL ORDER BY d.symbol, "
        "d.language <> 'en', d.language, d.id, l.begin_byte, l.id");
    rows.start();
    while (rows.next()) {
      const auto symbol = Symbol::parse(rows.text(0));
      const auto language = language_named(rows.text(1));
      const auto act = relation_named(rows.text(3));
      if (symbol && language) {
        places.push_back(
            {*symbol, *language, rows.text(2), act.value_or(Relation::Cites), rows.text(4)});
      }
    }
  }
  if (auto outcome = impl_->database.outcome(); !outcome) {
    return tl::unexpected(outcome.error());
  }
  return places;
}

Result<std::string> Store::clause_text(const Symbol& symbol,
                                       Language language,
                                       const std::string& place) const {
  std::string text;
  {
    Statement rows = impl_->database.prepare(
        "SELECT l.text, l.begin_byte, l.end_byte, c.text FROM clause l JOIN document d ON d.id = "
        "l.document_id JOIN content c ON c.id = d.content_id WHERE d.symbol = ?1 AND d.language = "
        "?2 "
        "AND l.place = ?3 AND d.same_as IS NULL ORDER BY d.id, l.begin_byte LIMIT 1");
    rows.start(symbol, code(language), place);
    if (rows.next()) {
      const auto begin = static_cast<std::size_t>(rows.integer(1));
      const auto end = static_cast<std::size_t>(rows.integer(2));
      if (!rows.is_null(0)) {
        text = rows.text(0);
      } else if (const auto whole = unpacked(rows.text(3)); whole && end <= whole->size()) {
        text = whole->substr(begin, end - begin);
      }
    }
  }
  if (auto outcome = impl_->database.outcome(); !outcome) {
    return tl::unexpected(outcome.error());
  }
  return text;
}

}  // namespace lineage
