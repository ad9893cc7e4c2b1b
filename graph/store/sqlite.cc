#include "graph/store/sqlite.h"

#include <array>
#include <cerrno>
#include <sqlite3.h>
#include <utility>

namespace lineage::sqlite {

struct Connection {
  std::string path;
  sqlite3* handle = nullptr;
  std::optional<Error> error;

  Connection() = default;
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection() { sqlite3_close_v2(handle); }

  void note(int code);
  [[nodiscard]] bool is_gone() const;
};

namespace {

constexpr int kBusyMilliseconds = 3000;

Error error_of(int code, std::string_view detail, const std::string& path) {
  const std::string store = "store '" + path + "'";
  switch (code & 0xff) {
    case SQLITE_NOTADB:
      return Error{ErrorCode::Malformed, store + " is not a store; give the path of another file"};
    case SQLITE_CORRUPT:
      return Error{ErrorCode::Malformed, store + " is damaged; ingest the texts into a new one"};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return Error{ErrorCode::Io,
                   store + " is locked by another program; wait until that has ended"};
    case SQLITE_FULL:
      return Error{ErrorCode::Io, store + " cannot grow; make room on its disk"};
    case SQLITE_READONLY:
      return Error{ErrorCode::Io, store + " cannot be written; check who may write to it"};
    case SQLITE_CANTOPEN:
      return Error{ErrorCode::Io,
                   store + " cannot be opened; check that its folder exists and is yours"};
    default:
      return Error{ErrorCode::Io, store + ": " + std::string(detail)};
  }
}

// The file as an URI, in which three characters have another meaning.
std::string uri_of(const std::string& path, std::string_view query) {
  std::string uri = "file:";
  if (path.starts_with("//")) {  // two strokes would begin the name of a host
    uri += "/.";
  }
  for (const char c : path) {
    constexpr std::string_view kHex = "0123456789ABCDEF";
    if (c == '%' || c == '?' || c == '#') {
      uri += '%';
      uri += kHex[static_cast<unsigned char>(c) >> 4];
      uri += kHex[static_cast<unsigned char>(c) & 0xf];
    } else {
      uri += c;
    }
  }
  return uri.append(query);
}

}  // namespace

void Connection::note(int code) {
  if (error) {
    return;
  }
  // A full disk is an error of input and output where a file is mapped or laid out.
  const int system = sqlite3_system_errno(handle);
  const bool is_full =
      (code & 0xff) == SQLITE_IOERR && (system == ENOSPC || system == EDQUOT || system == EFBIG);
  error = error_of(is_full ? SQLITE_FULL : code, sqlite3_errmsg(handle), path);
  // Where the file has been taken away, that is what to say of whatever failed for it.
  if (is_gone()) {
    error = Error{ErrorCode::Io, "store '" + path + "' " + std::string(kGone)};
  }
}

bool Connection::is_gone() const {
  int moved = 0;
  sqlite3_file_control(handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved);
  return moved != 0;
}

Statement::Statement(Connection* connection, sqlite3_stmt* statement)
    : connection_(connection), statement_(statement) {}

void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

void Statement::reset() {
  sqlite3_reset(statement_.get());
  if (statement_) {
    sqlite3_clear_bindings(statement_.get());
  }
}

void Statement::bind(int index, std::nullptr_t) { sqlite3_bind_null(statement_.get(), index); }

void Statement::bind(int index, std::int64_t value) {
  sqlite3_bind_int64(statement_.get(), index, value);
}

void Statement::bind(int index, std::string_view value) {
  const int code =
      sqlite3_bind_text64(statement_.get(), index, value.data() != nullptr ? value.data() : "",
                          value.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  if (code != SQLITE_OK) {  // longer than SQLite takes
    connection_->note(code);
  }
}

void Statement::bind(int index, Blob value) {
  const int code =
      sqlite3_bind_blob64(statement_.get(), index, value.bytes.data() ? value.bytes.data() : "",
                          value.bytes.size(), SQLITE_TRANSIENT);
  if (code != SQLITE_OK) {
    connection_->note(code);
  }
}

bool Statement::next() {
  if (connection_->error || !statement_) {
    return false;
  }
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) {
    return true;
  }
  if (code != SQLITE_DONE) {
    connection_->note(code);
  }
  sqlite3_reset(statement_.get());  // gives up the lock on the file
  return false;
}

bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

std::string_view Statement::blob(int column) const {
  const void* bytes = sqlite3_column_blob(statement_.get(), column);
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
  return bytes == nullptr ? std::string_view{}
                          : std::string_view(static_cast<const char*>(bytes), size);
}

std::string Statement::text(int column) const {
  const void* bytes = sqlite3_column_type(statement_.get(), column) == SQLITE_BLOB
                          ? sqlite3_column_blob(statement_.get(), column)
                          : sqlite3_column_text(statement_.get(), column);
  if (bytes == nullptr) {
    return {};
  }
  const int size = sqlite3_column_bytes(statement_.get(), column);
  return std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

Database::Database(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

Result<Database> Database::open(const std::string& path, Access access) {
  int flags = SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  flags |=
      access == Access::Write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
  const std::string uri = uri_of(path, access == Access::ReadImmutable ? "?immutable=1" : "");
  auto connection = std::make_unique<Connection>();
  connection->path = path;
  const int code = sqlite3_open_v2(uri.c_str(), &connection->handle, flags, nullptr);
  if (code != SQLITE_OK) {
    return tl::unexpected(error_of(code, sqlite3_errstr(code), path));
  }
  Database database(std::move(connection));
  database.set_timeout(kBusyMilliseconds);
  return database;
}

void Database::set_timeout(int milliseconds) const {
  sqlite3_busy_timeout(connection_->handle, milliseconds);
}

bool Database::is_gone() const { return connection_->is_gone(); }

Statement Database::prepare(std::string_view sql) const {
  sqlite3_stmt* statement = nullptr;
  if (!connection_->error) {
    const int code = sqlite3_prepare_v2(connection_->handle, sql.data(),
                                        static_cast<int>(sql.size()), &statement, nullptr);
    if (code != SQLITE_OK) {
      connection_->note(code);
    }
  }
  return Statement(connection_.get(), statement);
}

void Database::execute(const char* sql) const {
  if (connection_->error) {
    return;
  }
  const int code = sqlite3_exec(connection_->handle, sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) {
    connection_->note(code);
  }
}

std::int64_t Database::integer(std::string_view sql) const {
  Statement statement = prepare(sql);
  statement.start();
  return statement.next() ? statement.integer(0) : 0;
}

Block Database::read_blob(const char* table, const char* column, std::int64_t row) const {
  if (connection_->error) {
    return {};
  }
  sqlite3_blob* blob = nullptr;
  int code = sqlite3_blob_open(connection_->handle, "main", table, column, row, 0, &blob);
  Block block;
  if (code == SQLITE_OK) {
    const int size = sqlite3_blob_bytes(blob);
    block = Block::of_size(static_cast<std::size_t>(size));
    code = sqlite3_blob_read(blob, block.data.get(), size, 0);
  }
  if (code != SQLITE_OK) {
    connection_->note(code);
    block = {};
  }
  sqlite3_blob_close(blob);
  return block;
}

std::int64_t Database::last_row() const { return sqlite3_last_insert_rowid(connection_->handle); }

void Database::fail(ErrorCode code, const std::string& what) const {
  if (!connection_->error) {
    connection_->error = Error{code, "store '" + connection_->path + "' " + what};
  }
}

bool Database::has_failed() const { return connection_->error.has_value(); }

Result<void> Database::outcome() const {
  if (auto error = std::exchange(connection_->error, std::nullopt)) {
    return tl::unexpected(std::move(*error));
  }
  return {};
}

}  // namespace lineage::sqlite
