// Pinpoints: the part of a cited work that a text names, in one English form: "para. 14", "paras.
// 1-3", "section VIII", "annex", "Article 51".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/words/lexer.h"

namespace lineage::ingest {

struct PinpointReading {
  std::size_t tokens = 0;  // 0 for none
  std::string text;
  PartKind part = PartKind::Paragraph;
};

// Reads a pinpoint that begins at token `at`: "paragraph 4 (a)", "para. 14", "section VIII", "第 14
// 段", "paragraph 4 of Article 2". Looks at most forty tokens ahead.
[[nodiscard]] PinpointReading pinpoint_at(const std::vector<Token>& tokens,
                                          std::size_t at,
                                          std::string_view text);

// How wide a part is: an annex holds sections, a section paragraphs. Smaller is wider.
[[nodiscard]] int width_rank(PartKind part);

}  // namespace lineage::ingest
