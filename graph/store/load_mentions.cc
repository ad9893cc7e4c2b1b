// Loading mentions, each with its candidates and the paragraph around it.
#include <unordered_map>
#include <utility>
#include <vector>

#include "graph/store/paragraphs.h"
#include "graph/store/reader.h"

namespace lineage {
namespace {

using sqlite::Database;
using sqlite::Statement;

Mention read_mention(const Statement& row, RowReader& reader) {
  return Mention{.document = reader.symbol(row, 3),
                 .file = row.text(2),
                 .language = reader.name(row, 13, "a language", language_named),
                 .target = reader.symbol(row, 4),
                 .kind = reader.name(row, 5, "a kind of work", work_kind_named),
                 .status = reader.name(row, 6, "a status", mention_status_named),
                 .candidates = {},
                 .by = reader.name(row, 7, "a way of finding", found_by_named),
                 .relation = reader.name(row, 8, "a relation", relation_named),
                 .verb = row.text(9),
                 .place = row.text(10),
                 .clause = row.text(11),
                 .pinpoint = row.text(12),
                 .date = reader.date(row, 14),
                 .suggestion = reader.date(row, 15),
                 .begin = static_cast<std::size_t>(row.integer(16)),
                 .end = static_cast<std::size_t>(row.integer(17)),
                 .quote = row.text(18),
                 .flags = MentionFlags::from_bits(static_cast<std::uint32_t>(row.integer(19))),
                 .witnessed = row.integer(23) != 0};
}

std::unordered_map<std::int64_t, std::vector<Symbol>> read_candidates(const Database& database,
                                                                      RowReader& reader) {
  std::unordered_map<std::int64_t, std::vector<Symbol>> candidates;
  Statement rows =
      database.prepare("SELECT mention_id, symbol FROM candidate ORDER BY mention_id, position");
  rows.start();
  while (rows.next()) {
    if (const auto symbol = reader.symbol(rows, 1)) {
      candidates[rows.integer(0)].push_back(*symbol);
    }
  }
  return candidates;
}

}  // namespace

void add_mentions(const Database& database, RowReader& reader, GraphBuilder& builder) {
  const auto candidates = read_candidates(database, reader);
  Paragraphs paragraphs(database);
  Statement rows = database.prepare(
      "SELECT m.id, m.document_id, m.file, m.citing, m.target, m.kind, m.status, m.found_by, "
      "m.relation, m.verb, m.place, m.clause, m.pinpoint, m.language, m.date, m.suggestion, "
      "m.begin_byte, m.end_byte, m.quote, m.flags, m.source, m.sentence, f.name, m.witnessed "
      "FROM mention m JOIN (SELECT content_id, min(name) AS name FROM file GROUP BY content_id) f "
      "ON f.content_id = m.content_id LEFT JOIN document d ON d.id = m.document_id "
      "WHERE d.same_as IS NULL ORDER BY m.document_id, m.id");
  rows.start();
  while (rows.next()) {
    Citation citation{.mention = read_mention(rows, reader), .sentence = {}, .source = {}};
    if (const auto found = candidates.find(rows.integer(0)); found != candidates.end()) {
      citation.mention.candidates = found->second;
    }
    if (rows.is_null(20)) {
      citation.mention.file = rows.text(22);
      citation.sentence = paragraphs.around(rows.integer(1), citation.mention);
    } else {  // a catalogue's line; one without sources has the catalogue itself as its source
      citation.source = rows.text(20).empty() ? rows.text(22) : rows.text(20);
      citation.sentence = rows.text(21);
      if (citation.mention.file.empty()) {
        citation.mention.file = rows.text(22);
      }
    }
    builder.add_citation(std::move(citation));
  }
}

}  // namespace lineage
