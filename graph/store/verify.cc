// Whether a store is sound, and the graph that it keeps beside its rows.
#include <string>

#include "graph/store/impl.h"
#include "graph/store/packing.h"
#include "graph/store/store.h"

namespace lineage {
namespace {

using sqlite::Database;
using sqlite::Statement;

void add_rows(const Database& database,
              const char* sql,
              const std::string& what,
              std::vector<std::string>& breaches) {
  Statement rows = database.prepare(sql);
  rows.start();
  while (rows.next()) {
    breaches.push_back(what + rows.text(0));
  }
}

void check_file(const Database& database, std::vector<std::string>& breaches) {
  Statement rows = database.prepare("PRAGMA integrity_check(20)");
  rows.start();
  while (rows.next()) {
    if (rows.text(0) != "ok") {
      breaches.push_back("the file is damaged: " + rows.text(0));
    }
  }
  add_rows(database, "SELECT \"table\" FROM pragma_foreign_key_check LIMIT 20",
           "a row points to nothing in the table ", breaches);
}

// Every text unpacks to its length.
void check_texts(const Database& database, std::vector<std::string>& breaches) {
  Statement rows = database.prepare("SELECT hash, size, text FROM content WHERE text IS NOT NULL");
  rows.start();
  while (rows.next()) {
    const auto text = unpacked(rows.text(2));
    if (!text || static_cast<std::int64_t>(text->size()) != rows.integer(1)) {
      breaches.push_back("its text cannot be read back: content " + rows.text(0));
    }
  }
}

void check_rows(const Database& database, std::vector<std::string>& breaches) {
  add_rows(database,
           "SELECT c.hash FROM content c WHERE NOT EXISTS (SELECT 1 FROM file f WHERE f.content_id "
           "= c.id) LIMIT 20",
           "no file holds the content ", breaches);
  add_rows(database,
           "SELECT l.id FROM clause l LEFT JOIN document d ON d.id = l.document_id LEFT JOIN "
           "content c ON c.id = d.content_id WHERE c.id IS NULL OR (l.text IS NULL AND "
           "(l.begin_byte > l.end_byte OR l.end_byte > c.size)) LIMIT 20",
           "its bytes lie outside of the text: clause ", breaches);
  add_rows(database,
           "SELECT m.id FROM mention m JOIN document d ON d.id = m.document_id JOIN content c ON "
           "c.id = d.content_id WHERE c.text IS NOT NULL AND (m.begin_byte > m.end_byte OR "
           "m.end_byte > c.size) LIMIT 20",
           "its bytes lie outside of the text: mention ", breaches);
  add_rows(database,
           "SELECT d.id FROM document d WHERE d.same_as IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "
           "document o WHERE o.id = d.same_as AND o.same_as IS NULL) LIMIT 20",
           "the text that is used in its stead is not there: document ", breaches);
}

// Every clause with words stands in the search index, and nothing else does.
void check_search(const Database& database, std::vector<std::string>& breaches) {
  const std::int64_t indexed = database.integer("SELECT count(*) FROM clause_words_docsize");
  std::int64_t expected = 0;
  Statement rows = database.prepare(
      "SELECT words, (SELECT count(*) FROM clause l WHERE l.id >= d.id << 24 AND l.id < (d.id + 1) "
      "<< 24), id FROM document "
      "d WHERE words IS NOT NULL");
  rows.start();
  while (rows.next()) {
    const auto words = unpacked(rows.text(0));
    std::int64_t lines = 0;
    for (const char c : words.value_or("")) {
      lines += c == '\n' ? 1 : 0;
    }
    if (!words || lines != rows.integer(1)) {
      breaches.push_back("its words are not those of its clauses: document " + rows.text(2));
    }
    expected += lines;
  }
  if (indexed != expected) {
    breaches.push_back("the search index has " + std::to_string(indexed) + " clauses, the texts " +
                       std::to_string(expected));
  }
}

}  // namespace

Result<void> Store::Impl::freeze(const Store& store) {
  const auto kept = store.frozen();
  if (kept && *kept) {
    return {};
  }
  const auto graph = store.load();
  if (!graph) {
    return tl::unexpected(graph.error());
  }
  const FrozenGraph frozen = FrozenGraph::of(*graph);
  database
      .prepare(
          "INSERT OR REPLACE INTO frozen SELECT 'graph', coalesce((SELECT value FROM state WHERE "
          "key = 'generation'), 0), ?1, ?2")
      .run(frozen.digest(), sqlite::Blob{frozen.bytes()});
  return database.outcome();
}

Result<std::optional<FrozenGraph>> Store::frozen() const {
  Block block;
  {
    // The row is left when its bytes are here: until then no other program changes what is read.
    Statement row = impl_->database.prepare(
        "SELECT rowid FROM frozen WHERE part = 'graph' AND generation = coalesce((SELECT value "
        "FROM state WHERE key = 'generation'), 0)");
    row.start();
    if (row.next()) {
      block = impl_->database.read_blob("frozen", "data", row.integer(0));
    }
  }
  if (auto outcome = impl_->database.outcome(); !outcome) {
    return tl::unexpected(outcome.error());
  }
  // Arrays of another version of the program are as good as none: the next ingest makes new ones.
  if (!FrozenGraph::is_readable(block.text())) {
    return std::optional<FrozenGraph>{};
  }
  auto read = FrozenGraph::read(std::move(block));
  if (!read) {
    return tl::unexpected(read.error());
  }
  return std::optional(std::move(*read));
}

Result<LineageGraph> Store::outline() const {
  // The arrays are read once: pages that were read are best used again for the next ones.
  impl_->database.execute("PRAGMA cache_size = 16");
  auto kept = frozen();
  impl_->database.execute("PRAGMA cache_size = -2000");
  if (!kept) {
    return tl::unexpected(kept.error());
  }
  return *kept ? Result<LineageGraph>(LineageGraph::outline(std::move(**kept))) : load();
}

Result<std::vector<std::string>> Store::verify() const {
  const Database& database = impl_->database;
  std::vector<std::string> breaches;
  check_file(database, breaches);
  check_rows(database, breaches);
  check_texts(database, breaches);
  check_search(database, breaches);
  if (auto outcome = database.outcome(); !outcome) {
    breaches.push_back(outcome.error().message);
    return breaches;
  }
  const auto graph = load();
  if (!graph) {
    breaches.push_back(graph.error().message);
    return breaches;
  }
  for (const std::string& breach : broken_invariants(*graph)) {
    breaches.push_back("the graph of the rows: " + breach);
  }
  const auto kept = frozen();
  if (!kept) {
    breaches.push_back(kept.error().message);
  } else if (*kept && **kept != FrozenGraph::of(*graph)) {
    breaches.push_back("the kept graph is not that of the rows");
  }
  return breaches;
}

}  // namespace lineage
