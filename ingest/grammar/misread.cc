#include "ingest/grammar/misread.h"

#include <utility>

#include "graph/ascii.h"
#include "ingest/text/bytes.h"
#include "ingest/text/capitals.h"
#include "ingest/text/normalize.h"

namespace lineage::ingest {
namespace {

// The figure that the letter was, -1 for none.
int figure_of(char c) {
  switch (c) {
    case 'l':
    case 'I':
      return 1;
    case 'O':
    case 'o':
      return 0;
    case 'S':
      return 5;
    default:
      return -1;
  }
}

bool is_one(char c) { return c == 'l' || c == 'I'; }

}  // namespace

std::uint32_t misread_figure(std::string_view text, std::size_t at, std::size_t& length) {
  constexpr std::size_t kLongest = 4;
  std::uint32_t value = 0;
  std::size_t digits = 0;
  std::size_t i = at;
  for (; i < text.size() && i < at + kLongest + 1; ++i) {
    const int figure = is_digit(text[i]) ? text[i] - '0' : figure_of(text[i]);
    if (figure < 0) {
      break;
    }
    digits += is_digit(text[i]) ? 1 : 0;
    value = value * 10 + static_cast<std::uint32_t>(figure);
  }
  const std::size_t size = i - at;
  const bool ends = i >= text.size() || !is_word_byte(text[i]);
  // "5S" is a part of a resolution: more figures than letters must be left.
  length = ends && size >= 3 && size <= kLongest && digits < size && digits + 1 >= size &&
                   figure_of(text[at]) != 0
               ? size
               : 0;
  return length == 0 ? 0 : value;
}

std::string mended_numeral(std::string_view printed) {
  constexpr std::pair<std::string_view, std::string_view> kWide[] = {
      {"П", "II"}, {"Ш", "III"}, {"У", "V"}};
  std::string numeral;
  for (std::size_t at = 0; at < printed.size();) {
    std::size_t length = 0;
    const char latin = latin_capital(printed, at, length);
    if (latin == 'I' || latin == 'V' || latin == 'X' || latin == 'L') {
      numeral.push_back(latin);
      at += length;
      continue;
    }
    if (printed[at] == 'l' || printed[at] == '1' || printed[at] == '!' || printed[at] == 'i') {
      numeral.push_back('I');
      ++at;
      continue;
    }
    if (printed[at] == 'Y') {
      numeral.push_back('V');
      ++at;
      continue;
    }
    bool known = false;
    for (const auto& [wide, letters] : kWide) {
      if (printed.substr(at).starts_with(wide)) {
        numeral.append(letters);
        at += wide.size();
        known = true;
        break;
      }
    }
    if (!known) {
      return {};
    }
  }
  return numeral;
}

std::string mended_symbol(std::string_view printed) {
  std::string symbol(printed);
  for (std::size_t i = 1; i < symbol.size(); ++i) {
    const bool last = i + 1 == symbol.size() || symbol[i + 1] == '/';
    const bool of_supplement = symbol[i - 1] == '.' && last && is_one(symbol[i]);
    const bool of_number =
        symbol[i] == 'l' && symbol[i - 1] == '/' && !last && is_digit(symbol[i + 1]);
    if (of_supplement || of_number) {
      symbol[i] = '1';
    }
  }
  return symbol;
}

}  // namespace lineage::ingest
