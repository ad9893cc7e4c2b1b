// The tables and views of a store, as docs/store-format.md describes them. Private to graph/.
#pragma once

#include <cstdint>

namespace lineage {

inline constexpr std::int64_t kApplicationId = 0x4C6E4772;  // "LnGr"
inline constexpr std::int64_t kStoreVersion = 4;

// Tables that another format had otherwise, so that its conversion makes them too.
inline constexpr const char* kStateTable = R"sql(
CREATE TABLE entry_state (
  entry_id INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
  role TEXT NOT NULL
    CHECK (role IN ('for', 'against', 'abstaining', 'committee for', 'committee against',
      'committee abstaining', 'sponsor', 'additional sponsor')),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  iso TEXT NOT NULL,
  PRIMARY KEY (entry_id, role, position)
) STRICT, WITHOUT ROWID;
)sql";
inline constexpr const char* kFrozenTable = R"sql(
CREATE TABLE frozen (
  part TEXT PRIMARY KEY,
  generation INTEGER NOT NULL,
  digest TEXT NOT NULL,
  data BLOB NOT NULL
) STRICT;
)sql";

inline constexpr const char* kSchema = R"sql(
CREATE TABLE content (
  id INTEGER PRIMARY KEY,
  hash TEXT NOT NULL,
  hint TEXT NOT NULL,
  format TEXT NOT NULL,
  size INTEGER NOT NULL,
  text BLOB,
  UNIQUE (hash, hint)
) STRICT;

CREATE TABLE file (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  archive TEXT,
  size INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  content_id INTEGER REFERENCES content (id),
  error TEXT
) STRICT;
CREATE INDEX file_by_content ON file (content_id);

CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  content_id INTEGER NOT NULL REFERENCES content (id) ON DELETE CASCADE,
  begin_byte INTEGER NOT NULL,
  language TEXT NOT NULL,
  symbol TEXT,
  title TEXT NOT NULL,
  date TEXT,
  words BLOB,
  sketch BLOB,
  same_as INTEGER
) STRICT;
CREATE INDEX document_by_content ON document (content_id);
CREATE INDEX document_by_symbol ON document (symbol);

CREATE TABLE clause (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL,
  place TEXT NOT NULL,
  begin_byte INTEGER NOT NULL,
  end_byte INTEGER NOT NULL,
  text TEXT,
  act TEXT NOT NULL,
  verb TEXT NOT NULL,
  editor_verb TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE clause_words USING fts5 (words, content = '', tokenize = 'ascii');

CREATE TABLE mention (
  id INTEGER PRIMARY KEY,
  content_id INTEGER NOT NULL,
  document_id INTEGER REFERENCES document (id) ON DELETE CASCADE,
  file TEXT,
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
  witnessed INTEGER NOT NULL,
  source TEXT,
  sentence TEXT
) STRICT;
CREATE INDEX mention_by_content ON mention (content_id) WHERE document_id IS NULL;
CREATE INDEX mention_by_document ON mention (document_id);
CREATE INDEX mention_by_citing ON mention (citing);
CREATE INDEX mention_by_target ON mention (target);

CREATE TABLE finding (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  code TEXT NOT NULL,
  place TEXT NOT NULL,
  begin_byte INTEGER NOT NULL,
  end_byte INTEGER NOT NULL,
  said TEXT,
  witness TEXT
) STRICT;
CREATE INDEX finding_by_document ON finding (document_id);

CREATE TABLE state (
  key TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE candidate (
  mention_id INTEGER NOT NULL REFERENCES mention (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  symbol TEXT NOT NULL,
  PRIMARY KEY (mention_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE entry (
  id INTEGER PRIMARY KEY,
  digest TEXT NOT NULL UNIQUE,
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
  list_status TEXT NOT NULL,
  committee_adoption TEXT,
  committee_in_favour INTEGER,
  committee_against INTEGER,
  committee_abstaining INTEGER
) STRICT;

CREATE TABLE entry_origin (
  content_id INTEGER NOT NULL REFERENCES content (id) ON DELETE CASCADE,
  entry_id INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
  PRIMARY KEY (content_id, entry_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_origin_by_entry ON entry_origin (entry_id);
CREATE INDEX entry_by_symbol ON entry (symbol);

CREATE TABLE entry_alias (
  entry_id INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  symbol TEXT NOT NULL,
  PRIMARY KEY (entry_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE entry_source (
  entry_id INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
  fact TEXT NOT NULL,
  position INTEGER NOT NULL,
  source TEXT NOT NULL,
  PRIMARY KEY (entry_id, fact, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE entry_subject (
  entry_id INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  subject TEXT NOT NULL,
  PRIMARY KEY (entry_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE entry_body (
  entry_id INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
  fact TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (entry_id, fact)
) STRICT, WITHOUT ROWID;

CREATE VIEW v_mentions AS
SELECT m.citing, m.target, m.relation, nullif(m.verb, '') AS verb, m.status, m.found_by, m.kind,
  m.place, m.clause, nullif(m.pinpoint, '') AS pinpoint, m.date,
  iif(m.source IS NULL, m.language, NULL) AS language,
  coalesce(nullif(m.file, ''), (SELECT min(name) FROM file f WHERE f.content_id = m.content_id))
    AS file,
  m.begin_byte, m.end_byte, m.quote, m.source, m.witnessed
FROM mention m LEFT JOIN document d ON d.id = m.document_id
WHERE d.same_as IS NULL;

CREATE VIEW v_citations AS
SELECT m.citing, m.target, m.relation, count(*) AS mentions
FROM mention m LEFT JOIN document d ON d.id = m.document_id
WHERE m.status = 'resolved' AND m.citing <> m.target AND d.same_as IS NULL
GROUP BY m.citing, m.target, m.relation;

CREATE VIEW v_documents AS
SELECT d.id, d.symbol, d.language, nullif(d.title, '') AS title, d.date, c.format,
  (SELECT min(name) FROM file f WHERE f.content_id = c.id) AS file, d.same_as
FROM document d JOIN content c ON c.id = d.content_id;

CREATE VIEW v_clauses AS
SELECT l.id, d.symbol, d.language, l.place, l.act, nullif(l.verb, '') AS verb,
  nullif(l.editor_verb, '') AS editor_verb,
  (SELECT min(name) FROM file f WHERE f.content_id = d.content_id) AS file, l.begin_byte,
  l.end_byte, l.document_id
FROM clause l JOIN document d ON d.id = l.document_id
WHERE d.same_as IS NULL;

CREATE VIEW v_findings AS
SELECT d.symbol, d.language, x.code, nullif(x.place, '') AS place, x.said, x.witness,
  (SELECT min(name) FROM file f WHERE f.content_id = d.content_id) AS file, x.begin_byte,
  x.end_byte
FROM finding x JOIN document d ON d.id = x.document_id;

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
