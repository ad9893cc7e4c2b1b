#include "apps/answers/sheet.h"

#include <array>
#include <cstdio>
#include <utility>

#include "analysis/exporters/json_values.h"
#include "apps/answers/phrases.h"

namespace lineage::cli {
namespace {

std::string digits_of(double number) {
  std::array<char, 32> buffer{};
  const int length = std::snprintf(buffer.data(), buffer.size(), "%.10g", number);
  return {buffer.data(), static_cast<std::size_t>(length)};
}

std::string text_of(const Json& value) {
  if (value.is_null()) {
    return "";
  }
  if (value.is_number_float()) {
    return digits_of(value.get<double>());
  }
  return value.is_string() ? value.get<std::string>() : value.dump();
}

Table table_of(const Sheet& sheet) {
  Table table;
  for (const Column& column : sheet.columns) {
    if (!column.heading.empty()) {
      table.header.push_back(column.heading);
    }
  }
  for (const std::vector<Cell>& cells : sheet.rows) {
    std::vector<Span> row;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (!sheet.columns[i].heading.empty()) {
        const std::string& shown = cells[i].shown;
        row.push_back({shown.empty() ? text_of(cells[i].value) : shown, cells[i].style});
      }
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::string csv_of(const Sheet& sheet, Formulas formulas) {
  std::vector<std::string> fields;
  for (const Column& column : sheet.columns) {
    fields.push_back(column.name);
  }
  std::string text = csv_line(fields, formulas);
  for (const std::vector<Cell>& cells : sheet.rows) {
    fields.clear();
    for (const Cell& cell : cells) {
      fields.push_back(text_of(cell.value));
    }
    text += csv_line(fields, formulas);
  }
  return text;
}

std::string ndjson_of(const Sheet& sheet) {
  std::string text;
  for (const Json& row : sheet_rows(sheet)) {
    text += row.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
  }
  return text;
}

}  // namespace

Json sheet_rows(const Sheet& sheet) {
  Json rows = Json::array();
  for (const std::vector<Cell>& cells : sheet.rows) {
    Json row = Json::object();
    for (std::size_t i = 0; i < cells.size(); ++i) {
      row[sheet.columns[i].name] = cells[i].value;
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

void put_sheet(const Sheet& sheet, std::string_view format, Formulas formulas, Answer& answer) {
  if (format == "csv") {
    answer.document = Document{"", csv_of(sheet, formulas)};
  } else if (format == "ndjson") {
    answer.document = Document{"", ndjson_of(sheet)};
  } else if (format == "json") {
    answer.document = Document{"", analysis::printed(answer.json)};
  } else if (!sheet.rows.empty()) {
    answer.blocks.emplace_back(table_of(sheet));
  }
}

Cell score_cell(double score) { return {score, Style::Plain, digits_of(score)}; }

std::vector<Column> work_columns(const std::string& prefix) {
  const std::string heading = prefix.empty() ? "symbol" : prefix.substr(0, prefix.size() - 1);
  return {{prefix + "symbol", ""},
          {prefix + "short", heading},
          {prefix + "date", "date"},
          {prefix + "title", "title"}};
}

std::vector<Cell> work_cells(const Work& work) {
  return {{work.symbol().canonical()},
          {work.symbol().short_form(), Style::Symbol, name_of(work)},
          {analysis::date_or_null(work.date), Style::Date, date_or_dash(work)},
          {work.facts.title ? Json(work.facts.title->value) : Json()}};
}

}  // namespace lineage::cli
