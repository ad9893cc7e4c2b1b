#include "graph/store_write.h"

#include <algorithm>
#include <string_view>
#include <xxhash.h>

#include "graph/packing.h"
#include "graph/store_body.h"
#include "graph/store_impl.h"

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

template <typename T, typename Field>
auto field(const std::optional<Sourced<T>>& fact, Field member)
    -> std::optional<std::decay_t<decltype(std::declval<T>().*member)>> {
  if (!fact) {
    return std::nullopt;
  }
  return fact->value.*member;
}

template <typename T>
std::optional<T> value(const std::optional<Sourced<T>>& fact) {
  return fact ? std::optional<T>(fact->value) : std::nullopt;
}

std::optional<std::size_t> size(const std::optional<Sourced<std::vector<State>>>& fact) {
  return fact ? std::optional(fact->value.size()) : std::nullopt;
}

// Everything that the facts say in one string, so that equal facts have equal digests.
class FactsText {
 public:
  explicit FactsText(const WorkFacts& facts) {
    add(facts.symbol.canonical());
    for (const Symbol& alias : facts.aliases) {
      add(alias.canonical());
    }
    visit_sourced(facts, [&](std::string_view name, const auto& fact) {
      if (fact) {
        add(name);
        add_value(fact->value);
        for (const std::string& source : fact->sources) {
          add(source);
        }
      }
    });
    text_ += body_text(facts);
    add(name_of(facts.list_status));
    for (const std::string& source : facts.list_sources) {
      add(source);
    }
  }
  [[nodiscard]] std::string digest() const {
    const XXH128_hash_t hash = XXH3_128bits(text_.data(), text_.size());
    std::string text = std::to_string(hash.high64);
    return text.append("-").append(std::to_string(hash.low64));
  }

 private:
  void add(std::string_view piece) {
    text_ += piece;
    text_.push_back('\0');
  }
  void add_value(const std::string& words) { add(words); }
  void add_value(const Date& date) { add(date.iso()); }
  void add_value(const Symbol& symbol) { add(symbol.canonical()); }
  void add_value(const AgendaItem& item) {
    add(item.number);
    add(item.title);
  }
  void add_value(const CommitteeReport& report) {
    add(report.symbol.canonical());
    add(report.pinpoint);
  }
  void add_value(const State& state) {
    add(state.name);
    add(state.iso);
  }
  void add_value(const Vote& vote) {
    for (const int count : {vote.in_favour, vote.against, vote.abstaining}) {
      add(std::to_string(count));
    }
    add_value(vote.voted_for);
    add_value(vote.voted_against);
    add_value(vote.abstained);
  }
  template <typename T>
  void add_value(const std::vector<T>& list) {
    add(std::to_string(list.size()));
    for (const T& item : list) {
      add_value(item);
    }
  }

  std::string text_;
};

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
      find_entry_(database.prepare("SELECT id FROM entry WHERE digest = ?1")),
      insert_entry_(
          database.prepare("INSERT INTO entry VALUES (NULL, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, "
                           "?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)")),
      insert_origin_(database.prepare("INSERT OR IGNORE INTO entry_origin VALUES (?1, ?2)")),
      insert_alias_(database.prepare("INSERT INTO entry_alias VALUES (?1, ?2, ?3)")),
      insert_state_(database.prepare("INSERT INTO entry_state VALUES (?1, ?2, ?3, ?4, ?5)")),
      insert_source_(database.prepare("INSERT INTO entry_source VALUES (?1, ?2, ?3, ?4)")),
      insert_subject_(database.prepare("INSERT INTO entry_subject VALUES (?1, ?2, ?3)")) {}

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
    write_facts(id, facts);
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

void StoreWriter::write_facts(std::int64_t content, const WorkFacts& facts) {
  const std::string digest = FactsText(facts).digest();
  find_entry_.start(digest);
  const bool known = find_entry_.next();
  const std::int64_t id = known ? find_entry_.integer(0) : new_entry(digest, facts);
  find_entry_.start();
  insert_origin_.run(content, id);
}

std::int64_t StoreWriter::new_entry(const std::string& digest, const WorkFacts& f) {
  insert_entry_.run(
      digest, f.symbol, value(f.date), value(f.title), value(f.description), value(f.adoption),
      field(f.vote, &Vote::in_favour), field(f.vote, &Vote::against),
      field(f.vote, &Vote::abstaining), field(f.agenda_item, &AgendaItem::number),
      field(f.agenda_item, &AgendaItem::title), value(f.committee),
      field(f.committee_report, &CommitteeReport::symbol),
      field(f.committee_report, &CommitteeReport::pinpoint), value(f.draft), value(f.meeting),
      size(f.sponsors), size(f.additional_sponsors), name_of(f.list_status));
  const std::int64_t id = database_.last_row();
  for (std::size_t i = 0; i < f.aliases.size(); ++i) {
    insert_alias_.run(id, i, f.aliases[i]);
  }
  visit_states(f, [&](std::string_view role, const std::vector<State>& states) {
    for (std::size_t i = 0; i < states.size(); ++i) {
      insert_state_.run(id, role, i, states[i].name, states[i].iso);
    }
  });
  if (f.subjects) {
    for (std::size_t i = 0; i < f.subjects->value.size(); ++i) {
      insert_subject_.run(id, i, f.subjects->value[i]);
    }
  }
  const auto write_sources = [&](std::string_view fact, const std::vector<std::string>& sources) {
    for (std::size_t i = 0; i < sources.size(); ++i) {
      insert_source_.run(id, fact, i, sources[i]);
    }
  };
  visit_sourced(f, [&](std::string_view name, const auto& fact) {
    if (fact) {
      write_sources(name, fact->sources);
    }
  });
  write_sources(kListSources, f.list_sources);
  write_body(database_, id, f);
  return id;
}

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
