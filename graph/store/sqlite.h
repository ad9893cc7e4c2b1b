// A thin hold on SQLite: a database and prepared statements that close themselves. The first
// failure stays with the database, everything after it does nothing, and outcome() hands it over: a
// transaction is written as a list of steps and asked once how it went. Private to graph/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "graph/block.h"
#include "graph/date.h"
#include "graph/result.h"
#include "graph/symbol.h"

struct sqlite3;
struct sqlite3_stmt;

namespace lineage::sqlite {

// Bytes that are no text.
struct Blob {
  std::string_view bytes;
};

struct Connection;  // the open file and its first failure

// One prepared statement. It must not outlive its Database.
class Statement {
 public:
  // Binds the values to ?1, ?2 ... and runs the statement to its end.
  template <typename... Values>
  void run(const Values&... values) {
    start(values...);
    while (next()) {
    }
  }

  // For statements with rows: binds the values; rows are then read with `while (next())`.
  template <typename... Values>
  void start(const Values&... values) {
    reset();
    int index = 0;
    (bind(++index, values), ...);
  }
  [[nodiscard]] bool next();

  // The columns of the row that next() stands on, from 0.
  [[nodiscard]] bool is_null(int column) const;
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] std::string text(int column) const;
  // The bytes of a blob, until the row is left.
  [[nodiscard]] std::string_view blob(int column) const;

 private:
  friend class Database;
  Statement(Connection* connection, sqlite3_stmt* statement);

  void reset();
  void bind(int index, std::nullptr_t);
  void bind(int index, std::int64_t value);
  void bind(int index, std::string_view value);  // copied; may hold any bytes
  void bind(int index, Blob value);
  void bind(int index, bool value) { bind(index, std::int64_t{value ? 1 : 0}); }
  void bind(int index, int value) { bind(index, std::int64_t{value}); }
  void bind(int index, std::uint32_t value) { bind(index, std::int64_t{value}); }
  void bind(int index, std::size_t value) { bind(index, static_cast<std::int64_t>(value)); }
  void bind(int index, const std::string& value) { bind(index, std::string_view(value)); }
  void bind(int index, const char* value) { bind(index, std::string_view(value)); }
  void bind(int index, const Date& value) { bind(index, std::string_view(value.iso())); }
  void bind(int index, const Symbol& value) { bind(index, std::string_view(value.canonical())); }
  template <typename T>
  void bind(int index, const std::optional<T>& value) {
    value ? bind(index, *value) : bind(index, nullptr);
  }

  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  Connection* connection_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;  // null when it could not be prepared
};

// What to say of a store whose file somebody has taken away.
inline constexpr std::string_view kGone =
    "was removed or replaced while it was written; start again";

class Database {
 public:
  enum class Access : std::uint8_t { Read, ReadImmutable, Write };
  // Immutable means that no other process writes: the only way to read where the folder is not
  // writable and the file was left in write-ahead mode.
  [[nodiscard]] static Result<Database> open(const std::string& path, Access access);

  Database(Database&&) noexcept;
  Database& operator=(Database&&) noexcept;
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database();

  [[nodiscard]] Statement prepare(std::string_view sql) const;
  // Runs one or more statements that have no rows of interest.
  void execute(const char* sql) const;
  [[nodiscard]] std::int64_t integer(std::string_view sql) const;  // 0 when there is no row
  [[nodiscard]] std::int64_t last_row() const;
  // The bytes of a blob, which come from the file without a copy in between; none after a failure.
  [[nodiscard]] Block read_blob(const char* table, const char* column, std::int64_t row) const;
  void set_timeout(int milliseconds) const;
  // Whether the file is no longer the one that was opened: removed, renamed or replaced.
  [[nodiscard]] bool is_gone() const;

  // Notes a failure that is not SQLite's own, such as a value that no program writes.
  void fail(ErrorCode code, const std::string& what) const;
  // Whether everything went well since the last call; makes the database ready to go on.
  [[nodiscard]] Result<void> outcome() const;
  [[nodiscard]] bool has_failed() const;

 private:
  explicit Database(std::unique_ptr<Connection> connection);
  std::unique_ptr<Connection> connection_;  // statements point to it
};

}  // namespace lineage::sqlite
