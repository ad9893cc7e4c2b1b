// What reading the rows of a store shares: columns as the types of the vocabulary, and the steps
// that give rows to a graph's builder. Private to graph/.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "graph/graph_builder.h"
#include "graph/store/sqlite.h"

namespace lineage {

// Reads columns as the types of the vocabulary. A value that no program writes, as after an edit by
// hand, fails the database.
class RowReader {
 public:
  explicit RowReader(const sqlite::Database& database) : database_(database) {}

  std::optional<Symbol> symbol(const sqlite::Statement& row, int column) {
    if (row.is_null(column)) {
      return std::nullopt;
    }
    const std::string text = row.text(column);
    if (const auto known = symbols_.find(text); known != symbols_.end()) {
      return known->second;
    }
    const auto parsed = Symbol::parse(text);
    if (!parsed) {
      refuse("a symbol", text);
      return std::nullopt;
    }
    return symbols_.emplace(text, *parsed).first->second;
  }

  std::optional<Date> date(const sqlite::Statement& row, int column) {
    if (row.is_null(column)) {
      return std::nullopt;
    }
    const std::optional<Date> date = Date::from_iso(row.text(column));
    if (!date) {
      refuse("a date", row.text(column));
    }
    return date;
  }

  std::optional<std::string> text(const sqlite::Statement& row, int column) {
    return row.is_null(column) ? std::nullopt : std::optional(row.text(column));
  }

  // `named` turns a name into the value, as relation_named does.
  template <typename Named>
  auto name(const sqlite::Statement& row, int column, std::string_view what, Named named) {
    const auto value = named(row.text(column));
    if (!value) {
      refuse(what, row.text(column));
    }
    return value.value_or(typename decltype(named(std::string_view{}))::value_type{});
  }

 private:
  void refuse(std::string_view what, const std::string& text) {
    database_.fail(ErrorCode::Malformed, "holds '" + text + "' where " + std::string(what) +
                                             " should be; ingest the texts into a new one");
  }

  const sqlite::Database& database_;
  std::unordered_map<std::string, Symbol> symbols_;
};

// The facts of the catalogues: `entry` and its lists.
void add_catalogues(const sqlite::Database& database, RowReader& reader, GraphBuilder& builder);
// The works of which there is a text.
void add_held_works(const sqlite::Database& database, RowReader& reader, GraphBuilder& builder);
// The mentions, with the paragraphs around them.
void add_mentions(const sqlite::Database& database, RowReader& reader, GraphBuilder& builder);

}  // namespace lineage
