// Rows and columns of an answer, in the formats that every verb of rows has: table, csv, ndjson and
// json. A value is given once; how it is written is a matter of the format.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "apps/answers/answer.h"
#include "apps/answers/csv.h"
#include "graph/lineage_graph.h"

namespace lineage::cli {

struct Column {
  std::string name;     // in csv and ndjson: stable
  std::string heading;  // in the table; "" for a column that it leaves out
};

struct Cell {
  Json value;  // null, a string or a number
  Style style = Style::Plain;
  std::string shown = {};  // in the table, where it differs from the value; "" as the value
};

struct Sheet {
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;
};

// Fills an answer whose `json` is complete; rows stand in it under their own names (sheet_rows).
// `format` is one of table, csv, ndjson and json.
void put_sheet(const Sheet& sheet, std::string_view format, Formulas formulas, Answer& answer);

// One object a row, by the names of the columns.
[[nodiscard]] Json sheet_rows(const Sheet& sheet);

// Ten digits: enough to tell scores apart, few enough that the last one is no noise.
[[nodiscard]] Cell score_cell(double score);

// The columns by which every sheet names a text, and their cells: symbol, short, date, title. With
// a prefix for a second text of a row: "cited_symbol".
[[nodiscard]] std::vector<Column> work_columns(const std::string& prefix = "");
[[nodiscard]] std::vector<Cell> work_cells(const Work& work);

}  // namespace lineage::cli
