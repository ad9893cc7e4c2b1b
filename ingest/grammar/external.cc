#include "ingest/grammar/external.h"

#include <algorithm>

#include "graph/ascii.h"
#include "ingest/text/normalize.h"

namespace lineage::ingest {
namespace {

constexpr ExternalRow kRows[] = {
    {"A.#(#)", "IMO", "", "A.1002(25)"},
    {"MSC.#(#)", "IMO", "", "MSC.255(84)"},
    {"MEPC.#(#)", "IMO", "", "MEPC.304(72)"},
    {"A#-#", "ICAO", "", "A39-2"},
    {"GC(#)/RES/#", "IAEA", "", "GC(62)/RES/6"},
    {"GC(R)/RES/#", "IAEA", "", "GC(XXXVI)/RES/577"},
    {"GC(#)/DEC/#", "IAEA", "", "GC(62)/DEC/12"},
    {"WHA#.#", "WHO", "", "WHA73.1"},
    {"EB#.R#", "WHO", "", "EB146.R10"},
    {"EC-M-#/DEC.#", "OPCW", "", "EC-M-33/DEC.1"},
    {"EC-#/DEC.#", "OPCW", "", "EC-94/DEC.2"},
    {"C-#/DEC.#", "OPCW", "", "C-26/DEC.5"},
    {"ECM/Res.# (R)", "OAU", "", "ECM/Res.5 (III)"},
    {"CM/Res.# (R)", "OAU", "", "CM/Res.31 (II)"},
    {"AHG/Res.# (R)", "OAU", "", "AHG/Res.16 (I)"},
    {"Assembly/AU/Dec. # (R)", "AU", "", "Assembly/AU/Dec.1 (XI)"},
    {"Ext/Assembly/AU/Dec. # (R)", "AU", "", "Ext/Assembly/AU/Dec.1(XI)"},
    {"Assembly/AU/Decl. # (R)", "AU", "", "Assembly/AU/Decl.2 (XIII)"},
    {"Assembly/AU/Res. # (R)", "AU", "", "Assembly/AU/Res.1 (XIX)"},
    {"EX.CL/Dec. # (R)", "AU", "", "EX.CL/Dec.263 (VIII)"},
    {"AG/RES. # (R-O/#)", "OAS", "", "AG/RES. 1957 (XXXV-O/05)"},
    {"CP/RES. # (#/#)", "OAS", "", "CP/RES.594 (923/92)"},
    {"CP/DEC. # (#/#)", "OAS", "", "CP/DEC.8 (927/93)"},
    {"MRE/RES. #/#", "OAS", "", "MRE/RES.1/91"},
    {"GC.#/Res.#", "UNIDO", "", "GC.18/Res.3"},
    {"GC.#/Dec.#", "UNIDO", "", "GC.18/Dec.10"},
    {"#/CP.#", "UNFCCC", "", "1/CP.21"},
    {"#/CMA.#", "UNFCCC", "", "2/CMA.4"},
    {"#/CMP.#", "UNFCCC", "", "1/CMP.8"},
    {"#/COP.#", "UNCCD", "", "3/COP.12"},
    {"#/COP #", "UNCCD", "COP.", "22/COP 15"},
    // Arabic, as it stands folded. The parties to the convention on desertification write alike.
    {"#/م ا -#", "UNCCD", "COP.", "26/م ا-15", "التصحر"},
    {"#/م ا -#", "UNCCD", "COP.", "26/م ا-15", "ICCD"},
    {"#/م ا -#", "UNFCCC", "CP.", "1/م ا-21"},
    {"#/م ا ت -#", "UNFCCC", "CMA.", "2/م ا ت-4"},
    {"#/#/CFSP", "EU", "CFSP", "2010/413/CFSP"},
    {"#/#/PESC", "EU", "CFSP", "2010/413/PESC"},
    {"#/#/ОВПБ", "EU", "CFSP", "2010/413/ОВПБ"},
};

// Whether `word` stands in the bytes around `at`.
bool stands_near(std::string_view text, std::size_t at, std::string_view word) {
  constexpr std::size_t kNear = 600;
  const std::size_t begin = at - std::min(at, kNear);
  return word.empty() || text.substr(begin, 2 * kNear).find(word) != std::string_view::npos;
}

bool is_numeral(char c) { return c == 'I' || c == 'V' || c == 'X' || c == 'L'; }

// Bytes of `text` from `at` that fit the pattern; 0 when it does not fit.
std::size_t fit(std::string_view pattern, std::string_view text, std::size_t at) {
  constexpr std::size_t kMost = 8;  // of digits, letters of a numeral, spaces
  std::size_t i = at;
  const auto run = [&](auto belongs) {
    const std::size_t begin = i;
    while (i < text.size() && i - begin < kMost && belongs(text[i])) {
      ++i;
    }
    return i - begin;
  };
  for (const char c : pattern) {
    if (c == ' ') {
      run(is_folded_space);
    } else if (c == '#' || c == 'R') {
      // "RES" holds a letter R of its own: a numeral stands in brackets.
      const bool letter = c == 'R' && (i == 0 || text[i - 1] != '(');
      if (letter ? i >= text.size() || text[i++] != 'R'
                 : run(c == '#' ? is_digit : is_numeral) == 0) {
        return 0;
      }
    } else if (i >= text.size() || text[i++] != c) {
      return 0;
    }
  }
  // Han characters follow without a space: "GC(67)/RES/9号决议".
  constexpr unsigned char kHan = 0xE2;
  const bool goes_on =
      i < text.size() && is_word_byte(text[i]) && static_cast<unsigned char>(text[i]) < kHan;
  return goes_on ? 0 : i - at;
}

// The name without spaces, with the tail that English gives it; one that ends in a full stop takes
// the number that is printed last.
std::string name_of(const ExternalRow& row, std::string_view printed) {
  std::string name(row.body);
  name.push_back('/');
  std::string_view number;
  if (row.tail.ends_with('.')) {
    number = printed.substr(printed.find_last_not_of("0123456789") + 1);
  }
  if (!row.tail.empty()) {
    printed = printed.substr(0, printed.rfind('/') + 1);
  }
  std::copy_if(printed.begin(), printed.end(), std::back_inserter(name),
               [](char c) { return !is_folded_space(c); });
  return name.append(row.tail).append(number);
}

// "Decision (CFSP) 2015/1333": the body stands before the number, in brackets.
bool behind_bracket(const std::vector<Token>& tokens, std::size_t at, std::string_view text) {
  if (at < 3 || tokens[at - 1].kind != TokenKind::Close || tokens[at - 3].kind != TokenKind::Open) {
    return false;
  }
  const Token& inner = tokens[at - 2];
  const std::string_view word = text.substr(inner.begin, inner.end - inner.begin);
  return word == "CFSP" || word == "PESC" || word == "ОВПБ";
}

}  // namespace

std::span<const ExternalRow> external_table() { return kRows; }

ExternalReading external_at(const std::vector<Token>& tokens,
                            std::size_t at,
                            std::string_view text) {
  const Token& first = tokens[at];
  const bool number = first.kind == TokenKind::Number;
  const auto slash = [&](std::size_t i) {
    return i < tokens.size() && tokens[i].kind == TokenKind::Slash;
  };
  if (number && slash(at + 1) && at + 2 < tokens.size() && behind_bracket(tokens, at, text)) {
    const std::uint32_t end = tokens[at + 2].end;
    return {3, end, "EU/(CFSP)" + std::string(text.substr(first.begin, end - first.begin))};
  }
  // "2010/413/CFSP", "1/CP.21", "1/م أ-21"
  const auto letters = [&](std::size_t i) {
    return i < tokens.size() && (text[tokens[i].begin] == 'C' || text[tokens[i].begin] == '\xD9');
  };
  if (number ? !slash(at + 1) || (!slash(at + 3) && !letters(at + 2))
             : text[first.begin] < 'A' || text[first.begin] > 'W') {
    return {};
  }
  for (const ExternalRow& row : kRows) {
    if (row.pattern.front() != (number ? '#' : text[first.begin])) {
      continue;
    }
    const std::size_t length = fit(row.pattern, text, first.begin);
    if (length > 0 && stands_near(text, first.begin, row.near)) {
      const auto end = static_cast<std::uint32_t>(first.begin + length);
      std::size_t stop = at;
      while (stop < tokens.size() && tokens[stop].begin < end) {
        ++stop;
      }
      return {stop - at, end, name_of(row, text.substr(first.begin, length))};
    }
  }
  return {};
}

}  // namespace lineage::ingest
