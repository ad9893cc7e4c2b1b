// Notes at the foot of a page or behind the text.
#include <utility>

#include "ingest/segments/plain_marks.h"
#include "ingest/segments/segmenter.h"

namespace lineage::ingest {

void Segmenter::note(Paragraph paragraph, const Marker& marker) {
  paragraph.kind = ParagraphKind::Note;
  paragraph.note = marker.number;
  paragraph.plain_note = is_digit_start(pending_begin_.of(text_));  // "1/ See", and "1/" its mark
  paragraph.place = "fn" + std::to_string(marker.number);
  add(std::move(paragraph));
  page_break_ = true;
}

// "24 Ibid., document S/4429.": a note whose mark is plain digits.
// Behind the vote all that begins with a number is one.
std::uint32_t Segmenter::plain_note_at(const Line& line) const {
  const std::string_view lower = std::string_view(lower_).substr(line.begin, line.end - line.begin);
  if (state_ == State::Header || lower.empty() || lower.front() < '0' || lower.front() > '9' ||
      (!closed_ && !refers_as_note(lower, *lexicon_) && !is_note_of_symbol(line.of(text_)))) {
    return 0;
  }
  return plain_note(line.of(text_), lower, *lexicon_);
}

bool Segmenter::goes_on_with_note(const Marker& marker) const {
  if (!closed_ || marker.kind != MarkerKind::None || work_.paragraphs.empty() ||
      !work_.paragraphs.back().plain_note) {
    return false;
  }
  const Piece& before = work_.paragraphs.back().pieces.front();
  return slashed_note(text_.substr(before.begin, before.end - before.begin)) == 0;
}

void Segmenter::plain(Paragraph paragraph, std::uint32_t number) {
  paragraph.kind = ParagraphKind::Note;
  paragraph.note = number;
  paragraph.plain_note = true;
  paragraph.place = "fn" + std::to_string(number);
  add(std::move(paragraph));
  page_break_ = true;
}

}  // namespace lineage::ingest
