#include "graph/store/write.h"

#include <algorithm>
#include <string_view>

#include "graph/store/impl.h"
#include "graph/store/packing.h"

namespace lineage {
namespace {

using sqlite::Blob;
using sqlite::Database;
using sqlite::Statement;

// A symbol that cannot be read back, such as one with session 0, is kept as no symbol: a hostile
// text must not spoil the store.
std::optional<Symbol> readable(const std::optional<Symbol>& symbol) {
  if (symbol) {
    const auto again = Symbol::parse(symbol->canonical());
    return again && *again == *symbol ? symbol : std::nullopt;
  }
  return std::nullopt;
}

// Where the document begins in its text, which tells the documents of one content apart.
std::size_t begin_of(const StoredDocument& document) {
  std::size_t begin = document.clauses.empty() && document.mentions.empty() ? 0 : SIZE_MAX;
  for (const StoredClause& clause : document.clauses) {
    begin = std::min(begin, clause.begin);
  }
  for (const Mention& mention : document.mentions) {
    begin = std::min(begin, mention.begin);
  }
  return begin;
}

// The words of the clauses, one a line, as the search index is given them.
std::string words_of(const StoredDocument& document) {
  std::string words;
  for (const StoredClause& clause : document.clauses) {
    words += clause.words;
    words.push_back('\n');
  }
  return words;
}

// The clause's words, where they are not those between its bytes.
std::optional<std::string_view> own_text(const StoredClause& clause, std::string_view text) {
  const bool is_cut = clause.end <= text.size() && clause.begin <= clause.end &&
                      text.substr(clause.begin, clause.end - clause.begin) == clause.text;
  return is_cut ? std::nullopt : std::optional<std::string_view>(clause.text);
}

}  // namespace

void pack(StoredContent& content) {
  content.packed_text = content.text.empty() ? std::string{} : packed(content.text);
  for (StoredDocument& document : content.documents) {
    document.packed_words = packed(words_of(document));
  }
}

StoreWriter::StoreWriter(const Database& database)
    : database_(database),
      find_content_(database.prepare("SELECT id FROM content WHERE hash = ?1 AND hint = ?2")),
      insert_content_(database.prepare("INSERT INTO content VALUES (NULL, ?1, ?2, ?3, ?4, ?5)")),
      put_file_(database.prepare(
          "INSERT INTO file VALUES (NULL, ?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (name) DO UPDATE SET "
          "archive = excluded.archive, size = excluded.size, modified = excluded.modified, "
          "content_id = excluded.content_id, error = excluded.error")),
      insert_document_(database.prepare(
          "INSERT INTO document VALUES (NULL, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, NULL)")),
      insert_clause_(
          database.prepare("INSERT INTO clause VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")),
      insert_words_(database.prepare("INSERT INTO clause_words (rowid, words) VALUES (?1, ?2)")),
      insert_mention_(database.prepare(
          "INSERT INTO mention VALUES (NULL, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, "
          "?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23)")),
      insert_candidate_(database.prepare("INSERT INTO candidate VALUES (?1, ?2, ?3)")),
      insert_finding_(
          database.prepare("INSERT INTO finding VALUES (NULL, ?1, ?2, ?3, ?4, ?5, ?6, ?7)")),
      facts_(database) {}

std::optional<std::int64_t> StoreWriter::content_row(const std::string& hash,
                                                     const std::string& hint) {
  find_content_.start(hash, hint);
  const auto row = find_content_.next() ? std::optional(find_content_.integer(0)) : std::nullopt;
  find_content_.start();  // gives up the lock
  return row;
}

std::int64_t StoreWriter::content_for(const StoredContent& content) {
  changed_ = true;
  const std::string text = !content.packed_text.empty() || content.text.empty()
                               ? content.packed_text
                               : packed(content.text);
  const auto blob = text.empty() ? std::optional<Blob>{} : std::optional(Blob{text});
  const auto old = content_row(content.hash, content.hint);
  if (old) {
    empty_content(*old);
    database_.prepare("UPDATE content SET format = ?2, size = ?3, text = ?4 WHERE id = ?1")
        .run(*old, content.format, content.text.size(), blob);
    return *old;
  }
  insert_content_.run(content.hash, content.hint, content.format, content.text.size(), blob);
  return database_.last_row();
}

void StoreWriter::write_file(const StoredFile& file,
                             std::optional<std::int64_t> content,
                             const std::string& error) {
  changed_ = true;
  const auto text = [](const std::string& words) {
    return words.empty() ? std::optional<std::string>{} : std::optional(words);
  };
  put_file_.run(file.name, text(file.archive), file.size, file.modified, content, text(error));
}

void StoreWriter::write(const StoredContent& content) {
  const std::int64_t id = content_for(content);
  write_file(content.file, id, {});
  for (const StoredDocument& document : content.documents) {
    write_document(id, content.text, document);
  }
  for (const WorkFacts& facts : content.works) {
    facts_.write(id, facts);
  }
  for (const Citation& citation : content.citations) {
    write_mention(id, std::nullopt, citation.mention, citation.mention.file, citation.source,
                  citation.sentence);
  }
}

void StoreWriter::write(const StoredDocument& document) {
  const auto known = content_row(document.content_hash, {});
  StoredContent content;
  content.hash = document.content_hash;
  const std::int64_t id = known ? *known : content_for(content);
  write_file({document.file, {}, -1, 0}, id, {});
  Statement same = database_.prepare(
      "SELECT id FROM document WHERE content_id = ?1 AND language = ?2 AND symbol IS ?3 AND "
      "begin_byte = ?4");
  same.start(id, code(document.language), readable(document.symbol), begin_of(document));
  std::vector<std::int64_t> old;
  while (same.next()) {
    old.push_back(same.integer(0));
  }
  for (const std::int64_t row : old) {
    drop_document(row);
  }
  write_document(id, {}, document);
}

void StoreWriter::write(const StoredCatalogue& catalogue) {
  StoredContent content;
  content.file.name = catalogue.file;
  content.hash = catalogue.content_hash;
  content.format = "catalogue";
  content.works = catalogue.works;
  content.citations = catalogue.citations;
  write(content);
}

void StoreWriter::touch(const std::optional<Symbol>& symbol, Language language) {
  if (symbol) {
    touched_.emplace(symbol->canonical(), code(language));
  }
}

void StoreWriter::write_document(std::int64_t content,
                                 const std::string& text,
                                 const StoredDocument& document) {
  const std::optional<Symbol> symbol = readable(document.symbol);
  touch(symbol, document.language);
  const std::string words =
      document.packed_words.empty() ? packed(words_of(document)) : document.packed_words;
  const std::string sketch = bytes_of(document.sketch);
  insert_document_.run(content, begin_of(document), code(document.language), symbol, document.title,
                       document.date, Blob{words}, Blob{sketch});
  const std::int64_t id = database_.last_row();
  write_clauses(id, text, document);
  for (const Mention& mention : document.mentions) {
    write_mention(content, id, mention, std::nullopt, std::nullopt, std::nullopt);
  }
  for (const Mention& body : document.bodies) {
    write_mention(content, id, body, std::nullopt, std::nullopt, std::nullopt);
  }
  for (const StoredFinding& finding : document.findings) {
    insert_finding_.run(id, finding.code, finding.place, finding.begin, finding.end,
                        readable(finding.said), readable(finding.witness));
  }
}

void StoreWriter::write_clauses(std::int64_t id,
                                const std::string& text,
                                const StoredDocument& document) {
  std::int64_t row = first_clause(id);
  for (const StoredClause& clause : document.clauses) {
    insert_clause_.run(row, id, clause.place, clause.begin, clause.end, own_text(clause, text),
                       name_of(clause.act), clause.verb, clause.editor_verb);
    insert_words_.run(row, clause.words);
    ++row;
  }
}

void StoreWriter::write_mention(std::int64_t content,
                                std::optional<std::int64_t> document,
                                const Mention& m,
                                const std::optional<std::string>& file,
                                const std::optional<std::string>& source,
                                const std::optional<std::string>& sentence) {
  const std::optional<Symbol> target = readable(m.target);
  const bool lost = m.target && !target;
  insert_mention_.run(content, document, file, readable(m.document), target, name_of(m.kind),
                      name_of(lost ? MentionStatus::Unresolved : m.status), name_of(m.by),
                      name_of(m.relation), m.verb, m.place, m.clause, m.pinpoint, code(m.language),
                      m.date, m.suggestion, m.begin, m.end, m.quote, m.flags.bits(), m.witnessed,
                      source, sentence);
  if (m.candidates.empty()) {
    return;
  }
  const std::int64_t id = database_.last_row();
  int position = 0;
  for (const Symbol& candidate : m.candidates) {
    if (readable(candidate)) {
      insert_candidate_.run(id, position++, candidate);
    }
  }
}

}  // namespace lineage
