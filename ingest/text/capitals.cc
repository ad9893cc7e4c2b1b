#include "ingest/text/capitals.h"

#include <array>
#include <string>

#include "graph/ascii.h"
#include "graph/symbol.h"

namespace lineage::ingest {
namespace {

struct LookAlike {
  std::string_view cyrillic;
  char latin;
};

constexpr std::array<LookAlike, 12> kLookAlikes{{{"А", 'A'},
                                                 {"В", 'B'},
                                                 {"С", 'C'},
                                                 {"Е", 'E'},
                                                 {"Н", 'H'},
                                                 {"К", 'K'},
                                                 {"М", 'M'},
                                                 {"О", 'O'},
                                                 {"Р", 'P'},
                                                 {"Т", 'T'},
                                                 {"Х", 'X'},
                                                 {"І", 'I'}}};

}  // namespace

char latin_capital(std::string_view text, std::size_t at, std::size_t& length) {
  if (is_upper(text[at])) {
    length = 1;
    return text[at];
  }
  if (text[at] != '\xD0') {
    return 0;  // all look-alikes begin with this byte
  }
  for (const LookAlike& row : kLookAlikes) {
    if (text.substr(at, row.cyrillic.size()) == row.cyrillic) {
      length = row.cyrillic.size();
      return row.latin;
    }
  }
  return 0;
}

unsigned session_numeral(std::string_view text) {
  std::string latin;
  for (std::size_t i = 0; i < text.size() && latin.size() <= 8;) {
    std::size_t length = 0;
    const char c = latin_capital(text, i, length);
    if (c != 'I' && c != 'V' && c != 'X' && c != 'L') {
      return 0;
    }
    latin.push_back(c);
    i += length;
  }
  const auto value = from_roman(latin);
  return value && *value <= 60 ? *value : 0;
}

}  // namespace lineage::ingest
