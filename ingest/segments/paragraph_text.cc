#include "ingest/segments/paragraph_text.h"

#include <string_view>

#include "ingest/text/detect_language.h"

namespace lineage::ingest {
namespace {

constexpr std::size_t kLongEnough = 200;  // bytes of a paragraph whose language can be told

std::string joined(const Paragraph& paragraph, std::string_view folded) {
  return paragraph.pieces.size() == 1 ? std::string() : text_of(paragraph, folded);
}

std::string_view view(const Paragraph& paragraph, std::string_view folded, const std::string& own) {
  if (paragraph.pieces.size() != 1) {
    return own;
  }
  const auto [begin, end] = paragraph.pieces.front();
  return folded.substr(begin, end - begin);
}

Language language_of(std::string_view lower, Language work) {
  return lower.size() > kLongEnough ? detect_language(lower, kEnoughForParagraph).value_or(work)
                                    : work;
}

}  // namespace

ParagraphText::ParagraphText(const Paragraph& paragraph, const NormalizedText& text, Language work)
    : own_text_(joined(paragraph, text.text)),
      own_lower_(joined(paragraph, text.lower)),
      input_(view(paragraph, text.text, own_text_), view(paragraph, text.lower, own_lower_)),
      language_(language_of(input_.lower, work)) {}

}  // namespace lineage::ingest
