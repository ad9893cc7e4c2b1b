// Roman numerals, in which sessions were counted up to 1977.
#include <array>
#include <cstddef>

#include "graph/symbol.h"

namespace lineage {

std::string roman_numeral(unsigned number) {
  struct Row {
    unsigned value;
    std::string_view numeral;
  };
  constexpr std::array<Row, 13> kRows{{{1000, "M"},
                                       {900, "CM"},
                                       {500, "D"},
                                       {400, "CD"},
                                       {100, "C"},
                                       {90, "XC"},
                                       {50, "L"},
                                       {40, "XL"},
                                       {10, "X"},
                                       {9, "IX"},
                                       {5, "V"},
                                       {4, "IV"},
                                       {1, "I"}}};
  if (number == 0 || number > 3999) {
    return std::to_string(number);
  }
  std::string numeral;
  for (const Row& row : kRows) {
    for (; number >= row.value; number -= row.value) {
      numeral += row.numeral;
    }
  }
  return numeral;
}

std::optional<unsigned> from_roman(std::string_view text) {
  constexpr std::size_t kLongest = 15;  // MMMDCCCLXXXVIII
  if (text.empty() || text.size() > kLongest) {
    return std::nullopt;
  }
  const auto value = [](char c) -> unsigned {
    constexpr std::string_view kDigits = "IVXLCDM";
    constexpr std::array<unsigned, 7> kValues{1, 5, 10, 50, 100, 500, 1000};
    const std::size_t at = kDigits.find(c);
    return at == std::string_view::npos ? 0 : kValues[at];
  };
  unsigned sum = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const unsigned here = value(text[i]);
    const unsigned next = i + 1 < text.size() ? value(text[i + 1]) : 0;
    sum = here < next ? sum - here : sum + here;
  }
  // Printing it again refuses the forms that are not well formed: IIII, VX, IM.
  if (sum == 0 || sum > 3999 || roman_numeral(sum) != text) {
    return std::nullopt;
  }
  return sum;
}

}  // namespace lineage
