#include "graph/store.h"

#include <algorithm>
#include <system_error>

#include "graph/store_impl.h"
#include "graph/store_schema.h"

namespace lineage {
namespace {

using sqlite::Database;
using sqlite::Statement;

void check_format(const Database& database) {
  const std::int64_t application = database.integer("PRAGMA application_id");
  const std::int64_t version = database.integer("PRAGMA user_version");
  if (application != kApplicationId) {
    database.fail(ErrorCode::Malformed, "is not a store; give the path of another file");
  } else if (version > kStoreVersion) {
    database.fail(ErrorCode::Unsupported, "has the newer format " + std::to_string(version) +
                                              "; this program reads format " +
                                              std::to_string(kStoreVersion) +
                                              ", so use a newer one");
  } else if (version < kStoreVersion) {
    database.fail(ErrorCode::Malformed, "was never finished; ingest the texts into a new one");
  }
}

void make_schema(const Database& database) {
  database.execute("BEGIN IMMEDIATE");
  if (database.integer("SELECT count(*) FROM sqlite_schema") == 0) {
    database.execute(kSchema);
    database.execute(("PRAGMA application_id = " + std::to_string(kApplicationId)).c_str());
    database.execute(("PRAGMA user_version = " + std::to_string(kStoreVersion)).c_str());
  }
  database.execute("COMMIT");
}

// A symbol that cannot be read back, such as one with session 0, is kept as no symbol: a hostile
// text must not spoil the store.
std::optional<Symbol> readable(const std::optional<Symbol>& symbol) {
  if (symbol) {
    const auto again = Symbol::parse(symbol->canonical());
    return again && *again == *symbol ? symbol : std::nullopt;
  }
  return std::nullopt;
}

class MentionWriter {
 public:
  explicit MentionWriter(const Database& database)
      : database_(database),
        insert_(
            database.prepare("INSERT INTO mention VALUES (NULL, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, "
                             "?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, "
                             "?22)")),
        candidate_(database.prepare("INSERT INTO candidate VALUES (?1, ?2, ?3)")) {}

  // `source` and `sentence` are those of a catalogue's line.
  void write(std::int64_t file_id,
             std::optional<std::int64_t> document_id,
             const Mention& m,
             const std::optional<std::string>& source,
             const std::optional<std::string>& sentence) {
    const std::optional<Symbol> target = readable(m.target);
    const bool lost = m.target && !target;
    insert_.run(file_id, document_id, m.file, readable(m.document), target, name_of(m.kind),
                name_of(lost ? MentionStatus::Unresolved : m.status), name_of(m.by),
                name_of(m.relation), m.verb, m.place, m.clause, m.pinpoint, code(m.language),
                m.date, m.suggestion, m.begin, m.end, m.quote, m.flags.bits(), source, sentence);
    const std::int64_t id = database_.last_row();
    int position = 0;
    for (const Symbol& candidate : m.candidates) {
      if (readable(candidate)) {
        candidate_.run(id, position++, candidate);
      }
    }
  }

 private:
  const Database& database_;
  Statement insert_;
  Statement candidate_;
};

// The row of the file, without anything that was read from other content of it.
std::int64_t file_row(const Database& database,
                      const std::string& name,
                      const std::string& content_hash,
                      std::string_view kind) {
  database.prepare("DELETE FROM file WHERE name = ?1 AND (content_hash <> ?2 OR kind <> ?3)")
      .run(name, content_hash, kind);
  database.prepare("INSERT OR IGNORE INTO file VALUES (NULL, ?1, ?2, ?3)")
      .run(name, content_hash, kind);
  Statement find = database.prepare("SELECT id FROM file WHERE name = ?1");
  find.start(name);
  return find.next() ? find.integer(0) : 0;
}

// Where the document begins in its file, which tells the documents of one file apart.
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

void write(const Database& database, const StoredDocument& document) {
  const std::int64_t file = file_row(database, document.file, document.content_hash, "text");
  const std::optional<Symbol> symbol = readable(document.symbol);
  const std::size_t begin = begin_of(document);
  database
      .prepare(
          "DELETE FROM document WHERE file_id = ?1 AND language = ?2 AND symbol IS ?3 AND "
          "begin_byte = ?4")
      .run(file, code(document.language), symbol, begin);
  database.prepare("INSERT INTO document VALUES (NULL, ?1, ?2, ?3, ?4, ?5, ?6)")
      .run(file, begin, code(document.language), symbol, document.title, document.date);
  const std::int64_t id = database.last_row();

  Statement insert_clause = database.prepare("INSERT INTO clause VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
  int position = 0;
  for (const StoredClause& clause : document.clauses) {
    insert_clause.run(id, position++, clause.place, clause.text, clause.begin, clause.end);
  }
  MentionWriter mentions(database);
  for (const Mention& mention : document.mentions) {
    mentions.write(file, id, mention, std::nullopt, std::nullopt);
  }
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

class EntryWriter {
 public:
  explicit EntryWriter(const Database& database)
      : database_(database),
        entry_(
            database.prepare("INSERT INTO entry VALUES (NULL, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, "
                             "?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)")),
        alias_(database.prepare("INSERT INTO entry_alias VALUES (?1, ?2, ?3)")),
        state_(database.prepare("INSERT INTO entry_state VALUES (?1, ?2, ?3, ?4, ?5)")),
        source_(database.prepare("INSERT INTO entry_source VALUES (?1, ?2, ?3, ?4)")) {}

  void write(std::int64_t file, const WorkFacts& f) {
    entry_.run(file, f.symbol, value(f.date), value(f.title), value(f.description),
               value(f.adoption), field(f.vote, &Vote::in_favour), field(f.vote, &Vote::against),
               field(f.vote, &Vote::abstaining), field(f.agenda_item, &AgendaItem::number),
               field(f.agenda_item, &AgendaItem::title), value(f.committee),
               field(f.committee_report, &CommitteeReport::symbol),
               field(f.committee_report, &CommitteeReport::pinpoint), value(f.draft),
               value(f.meeting), size(f.sponsors), size(f.additional_sponsors),
               name_of(f.list_status));
    const std::int64_t id = database_.last_row();
    for (std::size_t i = 0; i < f.aliases.size(); ++i) {
      alias_.run(id, i, f.aliases[i]);
    }
    visit_states(f, [&](std::string_view role, const std::vector<State>& states) {
      for (std::size_t i = 0; i < states.size(); ++i) {
        state_.run(id, role, i, states[i].name, states[i].iso);
      }
    });
    const auto write_sources = [&](std::string_view fact, const std::vector<std::string>& sources) {
      for (std::size_t i = 0; i < sources.size(); ++i) {
        source_.run(id, fact, i, sources[i]);
      }
    };
    visit_sourced(f, [&](std::string_view name, const auto& fact) {
      if (fact) {
        write_sources(name, fact->sources);
      }
    });
    write_sources(kListSources, f.list_sources);
  }

 private:
  const Database& database_;
  Statement entry_;
  Statement alias_;
  Statement state_;
  Statement source_;
};

void write(const Database& database, const StoredCatalogue& catalogue) {
  database.prepare("DELETE FROM file WHERE name = ?1").run(catalogue.file);
  const std::int64_t file = file_row(database, catalogue.file, catalogue.content_hash, "catalogue");
  EntryWriter entries(database);
  for (const WorkFacts& facts : catalogue.works) {
    entries.write(file, facts);
  }
  MentionWriter mentions(database);
  for (const Citation& citation : catalogue.citations) {
    mentions.write(file, std::nullopt, citation.mention, citation.source, citation.sentence);
  }
}

// Runs `write` in a transaction of its own, or in a part of the batch that can be taken back alone.
template <typename Content>
Result<void> write_whole(const Database& database, bool in_batch, const Content& content) {
  database.execute(in_batch ? "SAVEPOINT put" : "BEGIN IMMEDIATE");
  const bool began = !database.has_failed();
  write(database, content);
  database.execute(in_batch ? "RELEASE put" : "COMMIT");
  Result<void> outcome = database.outcome();
  if (!outcome && began) {
    database.execute(in_batch ? "ROLLBACK TO put; RELEASE put" : "ROLLBACK");
    static_cast<void>(database.outcome());  // the first failure is the one to report
  }
  return outcome;
}

Result<Database> open_for_reading(const std::string& path) {
  auto database = Database::open(path, Database::Access::Read);
  if (!database) {
    return database;
  }
  static_cast<void>(database->integer("SELECT count(*) FROM sqlite_schema"));
  if (const auto outcome = database->outcome(); !outcome && outcome.error().code == ErrorCode::Io) {
    // Left in write-ahead mode where this user may not write.
    return Database::open(path, Database::Access::ReadImmutable);
  }
  return database;
}

}  // namespace

Store::Store(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Store::Impl::~Impl() {
  if (!writable) {
    return;
  }
  if (in_batch) {
    database.execute("ROLLBACK");
  }
  // Back to one file: readers then need no right to write beside it. A reader that is at work keeps
  // the store in write-ahead mode, which does no harm.
  database.set_timeout(0);
  database.execute("PRAGMA wal_checkpoint(TRUNCATE)");
  database.execute("PRAGMA journal_mode = DELETE");
}

Result<Store> Store::open(const std::filesystem::path& path) {
  std::error_code error;
  if (!std::filesystem::exists(path, error)) {
    return failure(ErrorCode::NotFound,
                   "there is no store '" + path.string() + "'; make one with 'lineage ingest'");
  }
  if (!std::filesystem::is_regular_file(path, error)) {
    return failure(ErrorCode::Malformed,
                   "'" + path.string() + "' is not a store; give the path of a file");
  }
  auto database = open_for_reading(path.string());
  if (!database) {
    return tl::unexpected(database.error());
  }
  check_format(*database);
  if (auto outcome = database->outcome(); !outcome) {
    return tl::unexpected(outcome.error());
  }
  return Store(std::make_unique<Impl>(std::move(*database), false));
}

Result<Store> Store::create(const std::filesystem::path& path) {
  auto database = Database::open(path.string(), Database::Access::Write);
  if (!database) {
    return tl::unexpected(database.error());
  }
  make_schema(*database);  // also shows whether another program holds the lock
  check_format(*database);
  // Only a file that is known to be a store may be changed.
  database->execute(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON");
  if (auto outcome = database->outcome(); !outcome) {
    return tl::unexpected(outcome.error());
  }
  return Store(std::make_unique<Impl>(std::move(*database), true));
}

Result<bool> Store::has(const std::string& file, const std::string& content_hash) const {
  bool found = false;
  {
    Statement find =
        impl_->database.prepare("SELECT 1 FROM file WHERE name = ?1 AND content_hash = ?2");
    find.start(file, content_hash);
    found = find.next();
  }
  if (auto outcome = impl_->database.outcome(); !outcome) {
    return tl::unexpected(outcome.error());
  }
  return found;
}

Result<void> Store::put(const StoredDocument& document) {
  return write_whole(impl_->database, impl_->in_batch, document);
}

Result<void> Store::put(const StoredCatalogue& catalogue) {
  return write_whole(impl_->database, impl_->in_batch, catalogue);
}

Result<void> Store::begin_batch() {
  impl_->database.execute("BEGIN IMMEDIATE");
  Result<void> outcome = impl_->database.outcome();
  impl_->in_batch = impl_->in_batch || outcome.has_value();
  return outcome;
}

Result<void> Store::end_batch() {
  impl_->database.execute("COMMIT");
  Result<void> outcome = impl_->database.outcome();
  impl_->in_batch = impl_->in_batch && !outcome.has_value();
  return outcome;
}

Result<StoreCounts> Store::counts() const {
  const Database& database = impl_->database;
  const auto count = [&](std::string_view sql) {
    return static_cast<std::size_t>(database.integer(sql));
  };
  const StoreCounts counts{
      .works = count("SELECT count(*) FROM v_works"),
      .documents = count("SELECT count(*) FROM document"),
      .mentions = count("SELECT count(*) FROM mention"),
      .unresolved = count("SELECT count(*) FROM mention WHERE status <> 'resolved'")};
  if (auto outcome = database.outcome(); !outcome) {
    return tl::unexpected(outcome.error());
  }
  return counts;
}

}  // namespace lineage
