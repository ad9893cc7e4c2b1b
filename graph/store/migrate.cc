#include "graph/store/migrate.h"

#include <string>

#include "graph/store/schema.h"

namespace lineage {
namespace {

// Format 1 had a row of `file` for each content, no texts and no search. A size of -1 has every
// file read again; '?' is the hint of a content that is not complete.
constexpr const char* kSetAside = R"sql(
PRAGMA defer_foreign_keys = ON;
DROP VIEW v_mentions; DROP VIEW v_citations; DROP VIEW v_works;
DROP INDEX document_by_file; DROP INDEX document_by_symbol; DROP INDEX mention_by_file;
DROP INDEX mention_by_document; DROP INDEX mention_by_citing; DROP INDEX mention_by_target;
DROP INDEX entry_by_file; DROP INDEX entry_by_symbol;
ALTER TABLE candidate RENAME TO old_candidate;
ALTER TABLE entry_alias RENAME TO old_entry_alias;
ALTER TABLE entry_state RENAME TO old_entry_state;
ALTER TABLE entry_source RENAME TO old_entry_source;
ALTER TABLE mention RENAME TO old_mention;
ALTER TABLE clause RENAME TO old_clause;
ALTER TABLE document RENAME TO old_document;
ALTER TABLE entry RENAME TO old_entry;
ALTER TABLE file RENAME TO old_file;
)sql";

constexpr const char* kCopy = R"sql(
INSERT INTO content SELECT id, content_hash, '?' || id, kind, 0, NULL FROM old_file;
INSERT INTO file SELECT id, name, NULL, -1, 0, id, NULL FROM old_file;
INSERT INTO document SELECT id, file_id, begin_byte, language, symbol, title, date, NULL, NULL, NULL
  FROM old_document;
INSERT INTO clause SELECT (document_id << 24) + position, document_id, place, begin_byte, end_byte,
  text, 'cites', '', '' FROM old_clause;
INSERT INTO mention SELECT id, file_id, document_id, iif(document_id IS NULL, file, NULL), citing,
  target, kind, status, found_by, relation, verb, place, clause, pinpoint, language, date,
  suggestion, begin_byte, end_byte, quote, flags, 0, source, sentence FROM old_mention;
INSERT INTO candidate SELECT * FROM old_candidate;
INSERT INTO entry SELECT id, 'format 1, row ' || id, symbol, date, title, description, adoption,
  in_favour, against, abstaining, agenda_number, agenda_title, committee, report, report_pinpoint,
  draft, meeting, sponsors, additional_sponsors, list_status, NULL, NULL, NULL, NULL FROM old_entry;
INSERT INTO entry_origin SELECT file_id, id FROM old_entry;
INSERT INTO entry_alias SELECT * FROM old_entry_alias;
INSERT INTO entry_state SELECT * FROM old_entry_state;
INSERT INTO entry_source SELECT * FROM old_entry_source;
DROP TABLE old_candidate; DROP TABLE old_entry_alias; DROP TABLE old_entry_state;
DROP TABLE old_entry_source; DROP TABLE old_mention; DROP TABLE old_clause;
DROP TABLE old_document; DROP TABLE old_entry; DROP TABLE old_file;
INSERT INTO state VALUES ('generation', 1);
)sql";

// Format 2 had no facts of bodies.
constexpr const char* kFromFormat2 = R"sql(
CREATE TABLE entry_body (
  entry_id INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
  fact TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (entry_id, fact)
) STRICT, WITHOUT ROWID;
)sql";

// Format 3 had no votes in committee, and arrays of the graph that could not be read without a
// copy: the next ingest makes them anew.
constexpr const char* kFromFormat3 = R"sql(
ALTER TABLE entry ADD COLUMN committee_adoption TEXT;
ALTER TABLE entry ADD COLUMN committee_in_favour INTEGER;
ALTER TABLE entry ADD COLUMN committee_against INTEGER;
ALTER TABLE entry ADD COLUMN committee_abstaining INTEGER;
ALTER TABLE entry_state RENAME TO old_entry_state;
DROP TABLE frozen;
)sql";

constexpr const char* kKeepStates = R"sql(
INSERT INTO entry_state SELECT * FROM old_entry_state;
DROP TABLE old_entry_state;
)sql";

void convert_format_3(const sqlite::Database& database) {
  database.execute(kFromFormat3);
  database.execute(kStateTable);
  database.execute(kFrozenTable);
  database.execute(kKeepStates);
}

}  // namespace

void make_tables(const sqlite::Database& database) {
  database.execute(kSchema);
  database.execute(kStateTable);
  database.execute(kFrozenTable);
}

void migrate(const sqlite::Database& database) {
  const std::int64_t version = database.integer("PRAGMA user_version");
  if (version == 1) {
    database.execute(kSetAside);
    make_tables(database);
    database.execute(kCopy);
  } else if (version == 2 || version == 3) {
    if (version == 2) {
      database.execute(kFromFormat2);
    }
    convert_format_3(database);
  } else {
    return;
  }
  database.execute(("PRAGMA user_version = " + std::to_string(kStoreVersion)).c_str());
}

}  // namespace lineage
