#include "apps/answers/csv.h"

#include <string_view>

namespace lineage::cli {
namespace {

bool is_formula(const std::string& value) {
  return !value.empty() && std::string_view("=+-@\t\r").find(value.front()) != std::string::npos;
}

std::string field(const std::string& value) {
  if (value.find_first_of(",\"\n\r") == std::string::npos) {
    return value;
  }
  std::string quoted = "\"";
  for (const char c : value) {
    quoted += c == '"' ? "\"\"" : std::string(1, c);
  }
  return quoted + "\"";
}

}  // namespace

std::string csv_line(const std::vector<std::string>& fields, Formulas formulas) {
  std::string line;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const bool guarded = formulas == Formulas::Guarded && is_formula(fields[i]);
    line += (i == 0 ? "" : ",") + field(guarded ? "'" + fields[i] : fields[i]);
  }
  return line + "\n";
}

}  // namespace lineage::cli
