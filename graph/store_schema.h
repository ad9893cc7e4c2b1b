// The tables and views of a store, as docs/store-format.md describes them. Private to graph/.
#pragma once

#include <cstdint>

namespace lineage {

inline constexpr std::int64_t kApplicationId = 0x4C6E4772;  // "LnGr"
inline constexpr std::int64_t kStoreVersion = 1;

inline constexpr const char* kSchema = R"sql(
CREATE TABLE file (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  content_hash TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('text', 'catalogue'))
) STRICT;

CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  file_id INTEGER NOT NULL REFERENCES file (id) ON DELETE CASCADE,
  begin_byte INTEGER NOT NULL,
  language TEXT NOT NULL,
  symbol TEXT,
  title TEXT NOT NULL,
  date TEXT
) STRICT;
CREATE INDEX document_by_file ON document (file_id);
CREATE INDEX document_by_symbol ON document (symbol);

CREATE TABLE clause (
  document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  place TEXT NOT NULL,
  text TEXT NOT NULL,
  begin_byte INTEGER NOT NULL,
  end_byte INTEGER NOT NULL,
  PRIMARY KEY (document_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE mention (
  id INTEGER PRIMARY KEY,
  file_id INTEGER NOT NULL REFERENCES file (id) ON DELETE CASCADE,
  document_id INTEGER REFERENCES document (id) ON DELETE CASCADE,
  file TEXT NOT NULL,
  citing TEXT,
  target TEXT,
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  found_by TEXT NOT NULL,
  relation TEXT NOT NULL,
  verb TEXT NOT NULL,
  place TEXT NOT NULL,
  clause TEXT NOT NULL,
  pinpoint TEXT NOT NULL,
  language TEXT NOT NULL,
  date TEXT,
  suggestion TEXT,
  begin_byte INTEGER NOT NULL,
  end_byte INTEGER NOT NULL,
  quote TEXT NOT NULL,
  flags INTEGER NOT NULL,
  source TEXT,
  sentence TEXT
) STRICT;
CREATE INDEX mention_by_file ON mention (file_id);
CREATE INDEX mention_by_document ON mention (document_id);
CREATE INDEX mention_by_citing ON mention (citing);
CREATE INDEX mention_by_target ON mention (target);

CREATE TABLE candidate (
  mention_id INTEGER NOT NULL REFERENCES mention (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  symbol TEXT NOT NULL,
  PRIMARY KEY (mention_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE entry (
  id INTEGER PRIMARY KEY,
  file_id INTEGER NOT NULL REFERENCES file (id) ON DELETE CASCADE,
  symbol TEXT NOT NULL,
  date TEXT,
  title TEXT,
  description TEXT,
  adoption TEXT,
  in_favour INTEGER,
  against INTEGER,
  abstaining INTEGER,
  agenda_number TEXT,
  agenda_title TEXT,
  committee TEXT,
  report TEXT,
  report_pinpoint TEXT,
  draft TEXT,
  meeting TEXT,
  sponsors INTEGER,
  additional_sponsors INTEGER,
  list_status TEXT NOT NULL
) STRICT;
CREATE INDEX entry_by_file ON entry (file_id);
CREATE INDEX entry_by_symbol ON entry (symbol);

CREATE TABLE entry_alias (
  entry_id INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  symbol TEXT NOT NULL,
  PRIMARY KEY (entry_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE entry_state (
  entry_id INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
  role TEXT NOT NULL
    CHECK (role IN ('for', 'against', 'abstaining', 'sponsor', 'additional sponsor')),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  iso TEXT NOT NULL,
  PRIMARY KEY (entry_id, role, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE entry_source (
  entry_id INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
  fact TEXT NOT NULL,
  position INTEGER NOT NULL,
  source TEXT NOT NULL,
  PRIMARY KEY (entry_id, fact, position)
) STRICT, WITHOUT ROWID;

CREATE VIEW v_mentions AS
SELECT citing, target, relation, nullif(verb, '') AS verb, status, found_by, kind, place, clause,
  nullif(pinpoint, '') AS pinpoint, date, iif(source IS NULL, language, NULL) AS language, file,
  begin_byte, end_byte, quote, source
FROM mention;

CREATE VIEW v_citations AS
SELECT citing, target, relation, count(*) AS mentions
FROM mention
WHERE status = 'resolved' AND citing <> target
GROUP BY citing, target, relation;

CREATE VIEW v_works AS
WITH known (symbol, rank) AS (
  SELECT symbol, 0 FROM document WHERE symbol IS NOT NULL
  UNION ALL SELECT symbol, 1 FROM entry
  UNION ALL SELECT citing, 2 FROM mention WHERE status = 'resolved' AND citing IS NOT NULL
  UNION ALL SELECT target, 2 FROM mention WHERE status = 'resolved' AND citing IS NOT NULL)
SELECT symbol,
  CASE min(rank) WHEN 0 THEN 'held' WHEN 1 THEN 'catalogued' ELSE 'only cited' END AS holding,
  coalesce((SELECT min(date) FROM entry WHERE entry.symbol = known.symbol),
    (SELECT min(date) FROM document WHERE document.symbol = known.symbol)) AS date,
  coalesce((SELECT min(title) FROM entry WHERE entry.symbol = known.symbol),
    (SELECT title FROM document WHERE document.symbol = known.symbol AND title <> ''
     ORDER BY language <> 'en', language LIMIT 1)) AS title
FROM known
WHERE symbol IS NOT NULL
GROUP BY symbol;
)sql";

}  // namespace lineage
