// One paragraph made ready for the grammar: its folded words in one piece, and the language that
// they are in.
#pragma once

#include <string>

#include "ingest/segments/segment.h"
#include "ingest/text/normalize.h"
#include "ingest/words/lexer.h"
#include "ingest/words/lexicon.h"

namespace lineage::ingest {

// Views of the folded text; where a page breaks the paragraph, strings of its own.
class ParagraphText {
 public:
  // `text` must outlive it. A long paragraph says itself what language it is in; notes full of
  // abbreviations are too short to tell by, and take the work's.
  ParagraphText(const Paragraph& paragraph, const NormalizedText& text, Language work);

  [[nodiscard]] const LexerInput& input() const { return input_; }
  [[nodiscard]] Language language() const { return language_; }
  [[nodiscard]] const Lexicon& lexicon() const { return Lexicon::of(language_); }

 private:
  std::string own_text_;
  std::string own_lower_;
  LexerInput input_;
  Language language_;
};

}  // namespace lineage::ingest
