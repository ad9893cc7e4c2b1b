// Acts of bodies outside the United Nations, told by the shape of their symbols: IMO's A.1002(25),
// the OAU's CM/Res.5 (III), the European Union's 2010/413/CFSP. One row a shape.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/words/lexer.h"

namespace lineage::ingest {

struct ExternalRow {
  // '#' stands for digits, 'R' for a Roman numeral, a space for any number of spaces or none; all
  // else for itself.
  std::string_view pattern;
  std::string_view body;
  // What the name ends with where the language writes it otherwise: "CFSP". Behind "CP." follows
  // the last number.
  std::string_view tail;
  std::string_view example;
  // Where two bodies write alike: what stands near when this one is meant.
  std::string_view near = {};
};

[[nodiscard]] std::span<const ExternalRow> external_table();

struct ExternalReading {
  std::size_t tokens = 0;  // 0 for none
  std::uint32_t end = 0;   // bytes of the paragraph
  std::string name;        // "IMO/A.1002(25)"
};

// Reads the symbol that begins at token `at`. Looks at a bounded number of bytes ahead.
[[nodiscard]] ExternalReading external_at(const std::vector<Token>& tokens,
                                          std::size_t at,
                                          std::string_view text);

}  // namespace lineage::ingest
