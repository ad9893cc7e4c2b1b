// Looking for words, and counting what a store holds.
#include <algorithm>
#include <string>
#include <utility>

#include "graph/store/impl.h"
#include "graph/store/match.h"
#include "graph/store/packing.h"
#include "graph/store/store.h"

namespace lineage {
namespace {

using sqlite::Database;
using sqlite::Statement;

constexpr const char* kFound =
    " FROM clause_words w JOIN clause l ON l.id = w.rowid JOIN document d ON d.id = l.document_id "
    "JOIN content c ON c.id = d.content_id WHERE clause_words MATCH ?1 AND d.same_as IS NULL AND "
    "(?2 IS NULL OR d.language = ?2) AND (?3 IS NULL OR d.date >= ?3) AND (?4 IS NULL OR d.date <= "
    "?4)";

SearchHit hit_of(const Statement& row) {
  SearchHit hit;
  hit.file = row.text(0);
  if (const auto symbol = Symbol::parse(row.text(1)); symbol && !row.is_null(1)) {
    hit.symbol = *symbol;
  }
  hit.language = language_named(row.text(2)).value_or(Language::English);
  hit.date = Date::from_iso(row.text(3));
  hit.place = row.text(4);
  hit.begin = static_cast<std::size_t>(row.integer(6));
  hit.end = static_cast<std::size_t>(row.integer(7));
  if (!row.is_null(5)) {
    hit.text = row.text(5);
  } else if (const auto text = unpacked(row.text(8)); text && hit.end <= text->size()) {
    hit.text = text->substr(hit.begin, hit.end - hit.begin);
  }
  return hit;
}

void count_by(const Database& database,
              const char* sql,
              std::map<std::string, std::size_t>& counts) {
  Statement rows = database.prepare(sql);
  rows.start();
  while (rows.next()) {
    counts[rows.text(0)] = static_cast<std::size_t>(rows.integer(1));
  }
}

}  // namespace

std::string match_of(const SearchQuery& query) {
  std::string match;
  if (query.phrase) {
    return "\"" + query.words + "\"";
  }
  for (std::size_t at = 0; at < query.words.size();) {
    const std::size_t end = std::min(query.words.find(' ', at), query.words.size());
    if (end > at) {
      match += (match.empty() ? "\"" : " \"") + query.words.substr(at, end - at) + "\"";
    }
    at = end + 1;
  }
  return match;
}

Result<SearchResult> Store::search(const SearchQuery& query) const {
  const Database& database = impl_->database;
  SearchResult result;
  const std::string match = match_of(query);
  if (match.empty() || match == "\"\"") {
    return failure(ErrorCode::Usage, "there is no word to look for");
  }
  const auto language =
      query.language ? std::optional(code(*query.language)) : std::optional<std::string_view>{};
  {
    Statement count = database.prepare(std::string("SELECT count(*)") + kFound);
    count.start(match, language, query.from, query.to);
    result.found = count.next() ? static_cast<std::size_t>(count.integer(0)) : 0;
    // The place settles what ranks alike, so that the answer is the same in every store of the
    // same texts.
    Statement rows = database.prepare(
        std::string(
            "SELECT (SELECT min(name) FROM file f WHERE f.content_id = c.id) AS name, "
            "d.symbol, d.language, d.date, l.place, l.text, l.begin_byte, l.end_byte, c.text") +
        kFound + " ORDER BY round(bm25(clause_words), 6), name, l.begin_byte LIMIT ?5");
    rows.start(match, language, query.from, query.to, query.limit);
    while (rows.next()) {
      result.hits.push_back(hit_of(rows));
    }
  }
  if (auto outcome = database.outcome(); !outcome) {
    return tl::unexpected(outcome.error());
  }
  return result;
}

Result<StoreCounts> Store::counts() const {
  const Database& database = impl_->database;
  const auto count = [&](std::string_view sql) {
    return static_cast<std::size_t>(database.integer(sql));
  };
  const StoreCounts counts{
      .works = count("SELECT count(*) FROM v_works"),
      .documents = count("SELECT count(*) FROM document"),
      .mentions = count("SELECT count(*) FROM mention WHERE kind <> 'body'"),
      .unresolved = count("SELECT count(*) FROM mention WHERE status <> 'resolved'")};
  if (auto outcome = database.outcome(); !outcome) {
    return tl::unexpected(outcome.error());
  }
  return counts;
}

Result<StoreStats> Store::stats() const {
  const Database& database = impl_->database;
  const auto counts = this->counts();
  if (!counts) {
    return tl::unexpected(counts.error());
  }
  const auto count = [&](std::string_view sql) {
    return static_cast<std::size_t>(database.integer(sql));
  };
  StoreStats stats;
  stats.counts = *counts;
  stats.files = count("SELECT count(*) FROM file WHERE content_id IS NOT NULL");
  stats.contents = count("SELECT count(*) FROM content");
  stats.clauses = count("SELECT count(*) FROM clause");
  stats.citations = count("SELECT count(*) FROM v_citations WHERE relation <> 'names'");
  stats.bodies = count("SELECT count(*) FROM mention WHERE kind = 'body'");
  stats.bytes = count("SELECT coalesce(sum(size), 0) FROM content");
  count_by(database, "SELECT language, count(*) FROM document GROUP BY language",
           stats.by_language);
  count_by(database,
           "SELECT c.format, count(*) FROM file f JOIN content c ON c.id = f.content_id GROUP BY "
           "c.format",
           stats.by_format);
  count_by(database, "SELECT holding, count(*) FROM v_works GROUP BY holding", stats.by_holding);
  count_by(database, "SELECT status, count(*) FROM mention WHERE kind <> 'body' GROUP BY status",
           stats.by_status);
  count_by(database, "SELECT code, count(*) FROM finding GROUP BY code", stats.findings);
  if (auto outcome = database.outcome(); !outcome) {
    return tl::unexpected(outcome.error());
  }
  return stats;
}

Result<std::vector<RivalTexts>> Store::rival_texts() const {
  std::vector<RivalTexts> rivals;
  {
    Statement rows = impl_->database.prepare(
        "SELECT d.symbol, d.language, (SELECT min(name) FROM file f WHERE f.content_id = "
        "d.content_id) AS name FROM document d WHERE d.same_as IS NULL AND EXISTS (SELECT 1 FROM "
        "document o WHERE o.symbol = d.symbol AND o.language = d.language AND o.same_as IS NULL "
        "AND "
        "o.id <> d.id) ORDER BY d.symbol, d.language, name");
    rows.start();
    while (rows.next()) {
      const auto symbol = Symbol::parse(rows.text(0));
      const auto language = language_named(rows.text(1));
      if (!symbol || !language) {
        continue;
      }
      if (rivals.empty() || rivals.back().symbol != *symbol ||
          rivals.back().language != *language) {
        rivals.push_back({*symbol, *language, {}});
      }
      rivals.back().files.push_back(rows.text(2));
    }
  }
  if (auto outcome = impl_->database.outcome(); !outcome) {
    return tl::unexpected(outcome.error());
  }
  return rivals;
}

}  // namespace lineage
