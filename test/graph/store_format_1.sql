-- A store of format 1, as the program of that format wrote it.
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

INSERT INTO file VALUES (1, 'A_RES_78_16.en.txt', '00ff', 'text'), (2, 'facts.json', '00aa', 'catalogue');
INSERT INTO document VALUES (1, 1, 0, 'en', 'A/RES/78/16', 'A title', '2023-12-04');
INSERT INTO clause VALUES (1, 0, 'pp1', 'Recalling its resolution 53/70,', 0, 31);
INSERT INTO mention VALUES (1, 1, 1, 'A_RES_78_16.en.txt', 'A/RES/78/16', 'A/RES/53/70', 'resolution',
  'resolved', 'symbol', 'recalls', 'Recalling', 'pp1', 'pp1', '', 'en', '1998-12-04', NULL, 25, 30,
  '53/70', 0, NULL, NULL);
INSERT INTO mention VALUES (2, 1, 1, 'A_RES_78_16.en.txt', 'A/RES/78/16', NULL, 'resolution',
  'ambiguous', 'symbol', 'recalls', 'Recalling', 'pp1', 'pp1', '', 'en', NULL, NULL, 25, 30, '43/78',
  0, NULL, NULL);
INSERT INTO candidate VALUES (2, 0, 'A/RES/43/78[A]'), (2, 1, 'A/RES/43/78[H]');
INSERT INTO mention VALUES (3, 2, NULL, '', 'A/RES/77/37', 'A/RES/78/16', 'resolution', 'resolved',
  'symbol', 'cites', '', '', '', '', 'en', NULL, NULL, 0, 0, '', 0, 'text', '');
INSERT INTO entry VALUES (1, 2, 'A/RES/77/37', '2022-12-07', 'Another title', NULL, 'recorded vote', 3,
  1, 0, '94', 'An item', 'First Committee', 'A/77/380', 'para. 9', NULL, 'A/77/PV.46', 1, NULL,
  'partial');
INSERT INTO entry_alias VALUES (1, 0, 'A/77/999');
INSERT INTO entry_state VALUES (1, 'for', 0, 'CHILE', 'CHL'), (1, 'sponsor', 0, 'Chile', 'CHL');
INSERT INTO entry_source VALUES (1, 'date', 0, 'text'), (1, 'citation list', 0, 'text');
PRAGMA application_id = 1282295666;
PRAGMA user_version = 1;
