// Finds the structure of a text: which works it holds, and of each the header, title, preambular
// and operative paragraphs, sections, annexes and notes, every paragraph with its place.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/date.h"
#include "graph/language.h"
#include "graph/symbol.h"
#include "ingest/text/normalize.h"

namespace lineage::ingest {

enum class ParagraphKind : std::uint8_t {
  Header,  // before the body: session, agenda item, adoption date, committee report
  Title,
  Opening,  // "The General Assembly,"
  Preambular,
  Operative,  // and its sub-paragraphs
  Heading,    // of a section or an annex
  Annex,      // a paragraph of an annex
  Note,
  Body,     // a paragraph of a text that is no resolution
  Closing,  // meeting and date at the end
};

// Bytes [begin, end) of the folded text.
struct Piece {
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct Paragraph {
  ParagraphKind kind = ParagraphKind::Body;
  std::string place;        // "pp1", "op3(a)", "fn1", "annexC/8", "XV/op1"
  std::uint32_t note = 0;   // Note: its number
  bool plain_note = false;  // printed as plain digits, and so perhaps its mark
  bool inherits =
      false;  // a sub-paragraph: the verb of the paragraph above governs until it has its own
  std::vector<Piece> pieces;  // more than one where a page's notes break the paragraph
  bool joined_by_space = true;
};

struct WorkText {
  std::optional<Symbol> symbol;
  std::optional<Organ> organ;  // that adopted it: "its resolutions" are this organ's
  Language language = Language::English;
  std::optional<Date> date;  // of adoption, where the header says
  std::string title;
  std::vector<Paragraph> paragraphs;  // in text order
};

// `name` is the file's name: its stem may be the symbol where the text does not say. Cost: linear.
[[nodiscard]] std::vector<WorkText> segment(std::string_view name, const NormalizedText& text);

// The paragraph's text in one string; the pieces joined by a space or, in Chinese, by nothing.
[[nodiscard]] std::string text_of(const Paragraph& paragraph, std::string_view folded);

// Where byte `at` of text_of() lies in the folded text.
[[nodiscard]] std::size_t folded_place(const Paragraph& paragraph, std::size_t at);

}  // namespace lineage::ingest
