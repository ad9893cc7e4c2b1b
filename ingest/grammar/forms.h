// The written forms of a work's number, read from tokens: one row a form, the same for all
// languages.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/symbol.h"
#include "ingest/words/lexer.h"

namespace lineage::ingest {

enum class Form : std::uint8_t {
  Document,      // A/C.1/78/L.60/Rev.1
  Slash,         // 53/70, 43/78 H, 1996/31
  SpecialSlash,  // S-10/2, ES-11/1
  Roman,         // 217 A (III), 3362 (S-VII), 1514 (د-15)
  Year,          // 1325 (2000)
  Number,        // "resolution 418": the Council's numbers are unique
  Numeral,       // "resolutions I and II": of a conference
  External,      // A.1002(25), WHA73.1, 2010/413/CFSP
};

// One part letter and where it stands; a letter inside "A to D" stands for the whole range.
struct PartLetter {
  char letter = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool derived = false;  // not printed: B and C of "A to D"
  bool doubled = false;  // "AA", behind "Z"
};

struct FormReading {
  std::size_t tokens = 0;  // how many it takes; 0 for no form
  Form form = Form::Slash;
  Session session{};  // of Slash (regular) and the special forms
  std::uint32_t number = 0;
  std::uint16_t year = 0;  // of Year; of Slash when its first half is a year: 1996/31
  std::vector<PartLetter> letters{};
  std::uint32_t begin = 0;  // bytes of the paragraph
  std::uint32_t end = 0;
  bool repaired = false;
  bool abbreviated = false;  // "44/156-9": what the second half stands for is not certain
  // of External: "IMO/A.1002(25)"; of Document: the symbol where the text spells it otherwise
  std::string external{};
};

// The organ whose report to its parent the symbol is, so that "chap. II, resolution 27/12" behind
// it is that organ's: A/69/53 of the Human Rights Council, E/2015/27-E/CN.6/2015/10 of the
// Commission on the Status of Women. Nothing for another document.
[[nodiscard]] std::optional<Organ> organ_of_report(std::string_view symbol);

struct FormRow {
  Form form;
  std::string_view name;
  std::string_view example;  // from a real document
  FormReading (*read)(const std::vector<Token>& tokens, std::size_t at, std::string_view text);
  std::uint32_t begins;  // a bit for each kind of token that it may begin with
};

// The forms in the order in which they are tried; the first that reads something wins.
[[nodiscard]] std::span<const FormRow> form_table();

// Reads the form that begins at token `at`. Looks at a bounded number of tokens ahead.
[[nodiscard]] FormReading form_at(const std::vector<Token>& tokens,
                                  std::size_t at,
                                  std::string_view text);

}  // namespace lineage::ingest
