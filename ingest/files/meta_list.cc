#include "ingest/files/meta_list.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace lineage::ingest {
namespace {

std::string in_quotes(std::string_view field) {
  if (field.find_first_of(",\"\r\n") == std::string_view::npos) {
    return std::string(field);
  }
  std::string text = "\"";
  for (const char c : field) {
    text.append(c == '"' ? "\"\"" : std::string(1, c));
  }
  return text + "\"";
}

class CsvReader {
 public:
  explicit CsvReader(std::string_view text) : rest_(text) {
    if (rest_.starts_with("\xEF\xBB\xBF")) {
      rest_.remove_prefix(3);
    }
  }

  [[nodiscard]] bool at_end() const { return rest_.empty(); }
  [[nodiscard]] std::size_t line() const { return line_; }

  // The fields of the next row; nothing where a quote does not end.
  std::optional<std::vector<std::string>> row() {
    ++line_;
    std::vector<std::string> fields(1);
    while (!rest_.empty()) {
      const char c = take();
      if (c == '\n') {
        break;
      }
      if (c == ',') {
        fields.emplace_back();
      } else if (c == '"' && fields.back().empty()) {
        if (!quoted(fields.back())) {
          return std::nullopt;
        }
      } else if (c != '\r') {
        fields.back().push_back(c);
      }
    }
    return fields;
  }

 private:
  char take() {
    const char c = rest_.front();
    rest_.remove_prefix(1);
    return c;
  }

  bool quoted(std::string& field) {
    while (!rest_.empty()) {
      const char c = take();
      line_ += c == '\n' ? 1 : 0;
      if (c == '"') {
        if (!rest_.starts_with('"')) {
          return true;
        }
        take();
      }
      field.push_back(c);
    }
    return false;
  }

  std::string_view rest_;
  std::size_t line_ = 0;
};

struct Columns {
  std::optional<std::size_t> file, symbol, date, title;
};

Columns columns_of(const std::vector<std::string>& header) {
  Columns columns;
  const auto find = [&](std::string_view name) {
    const auto found = std::find(header.begin(), header.end(), name);
    return found == header.end() ? std::nullopt
                                 : std::optional(static_cast<std::size_t>(found - header.begin()));
  };
  columns.file = find("file");
  columns.symbol = find("symbol");
  columns.date = find("date");
  columns.title = find("title");
  return columns;
}

std::string field(const std::vector<std::string>& row, std::optional<std::size_t> column) {
  return column && *column < row.size() ? row[*column] : std::string{};
}

Result<StatedFacts> facts_of(const std::vector<std::string>& row, const Columns& columns) {
  StatedFacts facts;
  if (const std::string text = field(row, columns.symbol); !text.empty()) {
    const auto symbol = Symbol::parse(text);
    if (!symbol) {
      return failure(ErrorCode::Malformed, "'" + text + "' is no symbol");
    }
    facts.symbol = *symbol;
  }
  if (const std::string text = field(row, columns.date); !text.empty()) {
    facts.date = Date::from_iso(text);
    if (!facts.date) {
      return failure(ErrorCode::Malformed, "'" + text + "' is no date: write it as 2023-12-04");
    }
  }
  facts.title = field(row, columns.title);
  return facts;
}

}  // namespace

Result<MetaList> read_meta_list(std::string_view csv) {
  CsvReader reader(csv);
  const auto header = reader.row();
  const Columns columns = header ? columns_of(*header) : Columns{};
  if (!columns.file) {
    return failure(ErrorCode::Malformed,
                   "its first line has no column 'file': it should be " + std::string(kMetaHeader));
  }
  MetaList list;
  while (!reader.at_end()) {
    const auto row = reader.row();
    const std::string place = "line " + std::to_string(reader.line()) + ": ";
    if (!row) {
      return failure(ErrorCode::Malformed, place + "a quote does not end");
    }
    const std::string file = field(*row, columns.file);
    if (file.empty()) {
      continue;
    }
    auto facts = facts_of(*row, columns);
    if (!facts) {
      return failure(facts.error().code, place + facts.error().message);
    }
    list[file] = std::move(*facts);
  }
  return list;
}

std::string meta_line(std::string_view file,
                      std::string_view symbol,
                      std::string_view date,
                      std::string_view title) {
  return in_quotes(file) + "," + in_quotes(symbol) + "," + in_quotes(date) + "," + in_quotes(title);
}

}  // namespace lineage::ingest
