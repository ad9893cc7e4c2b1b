#include "graph/store/store.h"

#include <system_error>
#include <utility>

#include "graph/store/impl.h"
#include "graph/store/migrate.h"
#include "graph/store/schema.h"

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
  } else if (version < 1) {
    database.fail(ErrorCode::Malformed, "was never finished; ingest the texts into a new one");
  } else if (version < kStoreVersion) {
    database.fail(ErrorCode::Unsupported, "has the older format " + std::to_string(version) +
                                              "; any 'lineage ingest' into it converts it first");
  }
}

void make_schema(const Database& database) {
  database.execute("BEGIN IMMEDIATE");
  if (database.integer("SELECT count(*) FROM sqlite_schema") == 0) {
    make_tables(database);
    database.execute(("PRAGMA application_id = " + std::to_string(kApplicationId)).c_str());
    database.execute(("PRAGMA user_version = " + std::to_string(kStoreVersion)).c_str());
  } else if (database.integer("PRAGMA application_id") == kApplicationId) {
    migrate(database);
  }
  const bool made = !database.has_failed();
  database.execute(made ? "COMMIT" : "ROLLBACK");
}

// Says so where somebody has taken the file away, and all that is written would be lost.
void check_place(const Database& database) {
  if (database.is_gone()) {
    database.fail(ErrorCode::Io, std::string(sqlite::kGone));
  }
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
  writer.reset();
  if (in_batch) {
    static_cast<void>(database.outcome());  // a failure must not keep the batch open
    database.execute("ROLLBACK");
    static_cast<void>(database.outcome());  // a full disk has rolled it back already
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
  // Only a file that is known to be a store may be changed. A batch is one transaction: with a
  // small cache its pages would be written over and over.
  database->execute(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; "
      "PRAGMA cache_size = -131072");
  if (auto outcome = database->outcome(); !outcome) {
    return tl::unexpected(outcome.error());
  }
  return Store(std::make_unique<Impl>(std::move(*database), true));
}

Result<bool> Store::has(const std::string& file, const std::string& content_hash) const {
  bool found = false;
  {
    Statement find = impl_->database.prepare(
        "SELECT 1 FROM file f JOIN content c ON c.id = f.content_id WHERE f.name = ?1 AND "
        "c.hash = ?2");
    find.start(file, content_hash);
    found = find.next();
  }
  if (auto outcome = impl_->database.outcome(); !outcome) {
    return tl::unexpected(outcome.error());
  }
  return found;
}

Result<std::vector<std::pair<std::string, std::string>>> Store::contents() const {
  std::vector<std::pair<std::string, std::string>> keys;
  {
    Statement rows = impl_->database.prepare("SELECT hash, hint FROM content");
    rows.start();
    while (rows.next()) {
      keys.emplace_back(rows.text(0), rows.text(1));
    }
  }
  if (auto outcome = impl_->database.outcome(); !outcome) {
    return tl::unexpected(outcome.error());
  }
  return keys;
}

Result<std::map<std::string, KnownFile>> Store::known_files() const {
  std::map<std::string, KnownFile> files;
  {
    Statement rows = impl_->database.prepare(
        "SELECT f.name, f.size, f.modified, f.archive, c.hint, f.error, c.id FROM file f LEFT JOIN "
        "content c ON c.id = f.content_id");
    rows.start();
    while (rows.next()) {
      files[rows.text(0)] = {.size = rows.integer(1),
                             .modified = rows.integer(2),
                             .archive = rows.text(3),
                             .hint = rows.text(4),
                             .error = rows.text(5),
                             .is_content = !rows.is_null(6)};
    }
  }
  if (auto outcome = impl_->database.outcome(); !outcome) {
    return tl::unexpected(outcome.error());
  }
  return files;
}

// Runs `write` in a transaction of its own, or in a part of the batch that can be taken back alone.
template <typename Write>
Result<void> Store::Impl::change(Write write) {
  database.execute(in_batch ? "SAVEPOINT put" : "BEGIN IMMEDIATE");
  const bool began = !database.has_failed();
  if (began && !writer) {
    writer.emplace(database);
  }
  if (began) {
    write(*writer);
    if (!in_batch) {
      writer->settle();
    }
  }
  database.execute(in_batch ? "RELEASE put" : "COMMIT");
  Result<void> outcome = database.outcome();
  if (!outcome && began) {
    writer.reset();  // what it remembers of the change is void
    database.execute(in_batch ? "ROLLBACK TO put; RELEASE put" : "ROLLBACK");
    static_cast<void>(database.outcome());  // the first failure is the one to report
  }
  return outcome;
}

Result<void> Store::put(const StoredContent& content) {
  return impl_->change([&](StoreWriter& writer) { writer.write(content); });
}

Result<void> Store::put(const StoredDocument& document) {
  return impl_->change([&](StoreWriter& writer) { writer.write(document); });
}

Result<void> Store::put(const StoredCatalogue& catalogue) {
  return impl_->change([&](StoreWriter& writer) { writer.write(catalogue); });
}

Result<void> Store::put_file(const StoredFile& file,
                             const std::string& hash,
                             const std::string& hint) {
  return impl_->change(
      [&](StoreWriter& writer) { writer.write_file(file, writer.content_row(hash, hint), {}); });
}

Result<void> Store::put_other(const StoredFile& file, const std::string& error) {
  return impl_->change([&](StoreWriter& writer) { writer.write_file(file, std::nullopt, error); });
}

Result<void> Store::remove_files(const std::vector<std::string>& names) {
  return impl_->change([&](StoreWriter& writer) {
    for (const std::string& name : names) {
      writer.remove_file(name);
    }
  });
}

bool Store::remove_if_empty(const std::filesystem::path& path) {
  const Database& database = impl_->database;
  database.execute("BEGIN IMMEDIATE");
  std::error_code error;
  const bool removed = !database.has_failed() && !database.is_gone() &&
                       database.integer("SELECT count(*) FROM content") == 0 &&
                       !database.has_failed() && std::filesystem::remove(path, error);
  static_cast<void>(database.outcome());
  database.execute("ROLLBACK");
  static_cast<void>(database.outcome());
  return removed;
}

Result<void> Store::begin_batch() {
  impl_->database.execute("BEGIN IMMEDIATE");
  Result<void> outcome = impl_->database.outcome();
  impl_->in_batch = impl_->in_batch || outcome.has_value();
  return outcome;
}

Result<void> Store::end_batch(Freeze freeze) {
  if (impl_->writer) {
    impl_->writer->settle();
  }
  Result<void> outcome = impl_->database.outcome();
  if (outcome && freeze == Freeze::Yes) {
    outcome = impl_->freeze(*this);
  }
  if (outcome) {
    check_place(impl_->database);
    impl_->database.execute("COMMIT");
    outcome = impl_->database.outcome();
  }
  if (!outcome) {
    impl_->writer.reset();
    impl_->database.execute("ROLLBACK");
    static_cast<void>(impl_->database.outcome());  // the first failure is the one to report
  }
  impl_->in_batch = false;
  return outcome;
}

}  // namespace lineage
