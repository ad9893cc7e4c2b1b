// Removing rows: what new content replaces, and what no file holds any more.
#include <string_view>
#include <vector>

#include "graph/store/packing.h"
#include "graph/store/write.h"

namespace lineage {

using sqlite::Statement;

void StoreWriter::remove_file(const std::string& name) {
  changed_ = true;
  database_.prepare("DELETE FROM file WHERE name = ?1").run(name);
}

void StoreWriter::drop_document(std::int64_t document) {
  Statement row = database_.prepare("SELECT symbol, language, words FROM document WHERE id = ?1");
  row.start(document);
  if (!row.next()) {
    return;
  }
  if (!row.is_null(0)) {
    touched_.emplace(row.text(0), row.text(1));
  }
  // A search index without a copy of the words is told what it held.
  const std::string words = unpacked(row.text(2)).value_or("");
  Statement forget = database_.prepare(
      "INSERT INTO clause_words (clause_words, rowid, words) VALUES ('delete', ?1, ?2)");
  std::int64_t clause = first_clause(document);
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = words.find('\n', at);
    forget.run(clause++, std::string_view(words).substr(at, end - at));
    at = end + 1;
  }
  database_.prepare("DELETE FROM clause WHERE id >= ?1 AND id < ?2")
      .run(first_clause(document), first_clause(document + 1));
  database_.prepare("DELETE FROM document WHERE id = ?1").run(document);
}

void StoreWriter::empty_content(std::int64_t content) {
  changed_ = true;
  Statement rows = database_.prepare("SELECT id FROM document WHERE content_id = ?1");
  rows.start(content);
  std::vector<std::int64_t> documents;
  while (rows.next()) {
    documents.push_back(rows.integer(0));
  }
  for (const std::int64_t document : documents) {
    drop_document(document);
  }
  database_.prepare("DELETE FROM mention WHERE content_id = ?1 AND document_id IS NULL")
      .run(content);
  database_.prepare("DELETE FROM entry_origin WHERE content_id = ?1").run(content);
}

void StoreWriter::drop_content(std::int64_t content) {
  empty_content(content);
  database_.prepare("DELETE FROM content WHERE id = ?1").run(content);
}

void StoreWriter::settle() {
  if (!changed_) {
    return;
  }
  Statement orphans = database_.prepare(
      "SELECT id FROM content c WHERE NOT EXISTS (SELECT 1 FROM file f WHERE f.content_id = c.id)");
  orphans.start();
  std::vector<std::int64_t> gone;
  while (orphans.next()) {
    gone.push_back(orphans.integer(0));
  }
  for (const std::int64_t content : gone) {
    drop_content(content);
  }
  database_.execute(
      "DELETE FROM entry WHERE NOT EXISTS (SELECT 1 FROM entry_origin o WHERE o.entry_id = "
      "entry.id)");
  settle_expressions();
  database_.execute(
      "INSERT INTO state VALUES ('generation', 1) ON CONFLICT (key) DO UPDATE SET value = value + "
      "1");
  changed_ = false;
}

}  // namespace lineage
