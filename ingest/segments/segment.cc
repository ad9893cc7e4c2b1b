#include "ingest/segments/segment.h"

#include <algorithm>
#include <utility>

#include "graph/ascii.h"
#include "ingest/grammar/dates.h"
#include "ingest/segments/plain_marks.h"
#include "ingest/segments/segmenter.h"

namespace lineage::ingest {
std::vector<WorkText> Segmenter::run() {
  const std::vector<Line> lines = lines_of(text_);
  breaks_ = LineBreaks(lines, text_);
  for (const Line& line : lines) {
    take(line);
  }
  flush();
  finish_work();
  share_notes();
  return std::move(works_);
}

void Segmenter::take(const Line& line) {
  const std::string_view words = line.of(text_);
  if (state_ != State::Header && (is_page_furniture(words) || is_running_header(words))) {
    furniture_ = true;
    return;
  }
  if (pending_.pieces.empty() || starts_paragraph(line)) {
    flush();
    pending_begin_ = line;
    pending_.pieces.push_back({line.begin, line.end});
  } else {
    extend(line);
  }
  last_line_ = line;
}

// A line that goes on with the paragraph. Its break reads as a space; where the script has none, a
// word may stand on both lines, and they are pieces to be joined.
void Segmenter::extend(const Line& line) {
  constexpr std::size_t kMostPieces = 1024;  // a paragraph of more lines is none
  if (lexicon_->spaced() || pending_.pieces.size() >= kMostPieces) {
    pending_.pieces.back().end = line.end;
  } else {
    pending_.pieces.push_back({line.begin, line.end});
    pending_.joined_by_space = false;
  }
}

bool Segmenter::starts_paragraph(const Line& line) const {
  if (line.blank_before) {
    return true;
  }
  const std::string_view words = line.of(text_);
  const std::string_view before = last_line_.of(text_);
  if (state_ != State::Header && awaits_number(before) && is_number_of_work(words)) {
    return false;
  }
  if (breaks_.is_full(before, words)) {
    return starts_behind_full_line(line);
  }
  if (marker_of(words).kind != MarkerKind::None || plain_note_at(line) != 0) {
    return true;
  }
  if (opening_at(line) != nullptr || opening_at(last_line_) != nullptr ||
      title_symbol(words, words.size())) {
    return true;
  }
  if (ends_paragraph(before)) {
    // A hard-wrapped line may end in a comma too; a new paragraph opens with a verb, and a text
    // with one paragraph a line has long lines.
    const bool behind_note =
        marker_of(pending_begin_.of(text_)).kind == MarkerKind::Note && before.ends_with('.');
    return opens_with_verb(line) || before.size() > 140 || behind_note || state_ == State::Header;
  }
  return state_ == State::Header && !hard_wrapped(before);
}

// "598 (1987).", "77/37 of 7 December 2022": not the "1." of a paragraph.
bool Segmenter::is_number_of_work(std::string_view words) {
  std::size_t digits = 0;
  while (digits < words.size() && words[digits] >= '0' && words[digits] <= '9') {
    ++digits;
  }
  const std::string_view tail = words.substr(digits);
  return digits > 0 && digits < 5 &&
         (tail.starts_with('/') || tail.starts_with(" (") || tail.starts_with('('));
}

// "the measures taken to implement resolution" and, on the next line, "598 (1987)."; "2015 (2011),"
// and "2020 (2011), 2077 (2012)".
bool Segmenter::awaits_number(std::string_view before) const {
  if (before.ends_with(')')) {
    return false;
  }
  if (before.ends_with("),")) {
    return true;
  }
  const std::size_t space = before.rfind(' ');
  if (space == std::string_view::npos) {
    return false;
  }
  const auto at = static_cast<std::size_t>(before.data() - text_.data()) + space + 1;
  const Lexicon::Match last =
      lexicon_->longest_at(lower_.substr(0, at + before.size() - space - 1), at);
  return last.entry != nullptr && at + last.length == at + before.size() - space - 1 &&
         (last.entry->head != nullptr || last.entry->is(Word::And));
}

// A full line goes on, be it with "recalling", "53/70" or "(a)" at the start of the next one,
// unless it happens to end its paragraph in a text that sets no blank lines.
bool Segmenter::starts_behind_full_line(const Line& line) const {
  const std::string_view words = line.of(text_);
  if (breaks_.blank_between() || !ends_paragraph(last_line_.of(text_))) {
    return false;
  }
  return marker_of(words).kind != MarkerKind::None || plain_note_at(line) != 0 ||
         opening_at(line) != nullptr || title_symbol(words, words.size()) || opens_with_verb(line);
}

const OpeningRow* Segmenter::opening_at(const Line& line) const {
  // "the Security Council," at the start of a printed line is the middle of a sentence.
  if (text_[line.begin] >= 'a' && text_[line.begin] <= 'z') {
    return nullptr;
  }
  const Lexicon::Match match = lexicon_->longest_at(lower_, line.begin);
  if (match.entry == nullptr || match.entry->opening == nullptr) {
    return nullptr;
  }
  const std::size_t end = line.begin + match.length;
  // "The General Assembly," and nothing else but a note mark; without the comma it is the
  // header's line.
  const bool alone =
      line.end > end && line.end <= end + 6 &&
      (text_[end] == ',' || text_[end] == ':' || (text_[end] == '.' && line.end == end + 1));
  // Budgets print none: "A Budget appropriations", "The General Assembly", "Resolves that:".
  // Behind the title of a resolution of one sentence there may be no comma either.
  const bool bare = line.end == end && line.begin != 0 && text_[line.begin - 1] == '\n' &&
                    (!part_letter_.empty() || (state_ == State::Header && seen_title_));
  return alone || bare ? match.entry->opening : nullptr;
}

// Russian paragraphs begin in lower case, those of Latin letters with a capital.
bool Segmenter::opens_with_verb(const Line& line) const {
  std::size_t at = line.begin;
  if (at < line.end && text_[at] >= 'a' && text_[at] <= 'z') {
    return false;
  }
  for (int words = 0; words < 3 && at < line.end; ++words) {
    const Lexicon::Match match = lexicon_->longest_at(lower_, at);
    if (match.entry == nullptr) {
      return false;
    }
    if (match.entry->cue != nullptr && match.entry->cue->scope == CueScope::Verb) {
      return true;
    }
    at += match.length;
    while (at < line.end && text_[at] == ' ') {
      ++at;
    }
  }
  return false;
}

void Segmenter::flush() {
  if (pending_.pieces.empty()) {
    return;
  }
  pending_pieces_ = pending_.pieces;
  Paragraph paragraph = std::exchange(pending_, {});
  const std::string_view words = text_.substr(
      paragraph.pieces.front().begin, paragraph.pieces.back().end - paragraph.pieces.front().begin);
  classify(std::move(paragraph), words);
  page_break_ = page_break_ || std::exchange(furniture_, false);
}

// The text's own number at the top of a page.
bool Segmenter::is_running_header(std::string_view words) const {
  constexpr std::size_t kLongest = 30;
  const std::optional<Symbol>& own = work_.symbol ? work_.symbol : title_symbol_;
  if (!own || words.size() > kLongest || words.find('/') == std::string_view::npos ||
      !is_upper(words.front())) {
    return false;
  }
  const auto symbol = Symbol::parse(words);
  return symbol && *symbol == *own;
}

void Segmenter::classify(Paragraph paragraph, std::string_view words) {
  const Marker marker = marker_of(words);
  if (marker.kind == MarkerKind::Note) {
    return note(std::move(paragraph), marker);
  }
  if (opening_at(pending_begin_) != nullptr) {
    return opening(std::move(paragraph));
  }
  if (const auto symbol = title_symbol(words, words.size()); symbol && takes_title(words)) {
    return title(std::move(paragraph), *symbol, words);
  }
  if (joins_broken(words, marker)) {
    return;
  }
  if (state_ == State::Header) {
    return header(std::move(paragraph), words, marker);
  }
  if (annex_heading(words) || section_heading(words)) {
    paragraph.kind = ParagraphKind::Heading;
    paragraph.place = prefix();
    return add(std::move(paragraph));
  }
  if (const std::uint32_t number = plain_note_at(pending_begin_); number != 0) {
    return plain(std::move(paragraph), number);
  }
  if (goes_on_with_note(marker)) {
    return plain(std::move(paragraph), work_.paragraphs.back().note);
  }
  const bool may_close = state_ == State::Operative || preambular_ > 0;
  if ((may_close && closing(words)) || adopted(words)) {
    closed_ = true;
    paragraph.kind = ParagraphKind::Closing;
    paragraph.place = "closing";
    return add(std::move(paragraph));
  }
  body(std::move(paragraph), words, marker);
}

// "Adopted unanimously at the 891st meeting."
bool Segmenter::adopted(std::string_view words) const {
  constexpr std::size_t kLongest = 240;
  const Lexicon::Match first = lexicon_->longest_at(lower_, pending_begin_.begin);
  return state_ != State::Annex && words.size() < kLongest && first.entry != nullptr &&
         first.entry->is(Word::Meeting);
}

// `words` is a part of the text.
LexerInput Segmenter::input(std::string_view words) const {
  const auto at = static_cast<std::size_t>(words.data() - text_.data());
  return {words, lower_.substr(at, words.size())};
}

// A paragraph that a page's notes broke in two goes on: it did not end, and what comes has no
// marker and no opening verb.
bool Segmenter::joins_broken(std::string_view words, const Marker& marker) {
  if (state_ == State::Header || body_index_ == kNone || marker.kind != MarkerKind::None ||
      !page_break_) {
    return false;
  }
  Paragraph& broken = work_.paragraphs[body_index_];
  const Piece& last = broken.pieces.back();
  if (ends_paragraph(text_.substr(last.begin, last.end - last.begin)) ||
      opens_with_verb(pending_begin_) || annex_word(words) || !section_number(words).empty() ||
      closing(words)) {
    return false;
  }
  broken.pieces.insert(broken.pieces.end(), pending_pieces_.begin(), pending_pieces_.end());
  broken.joined_by_space = lexicon_->spaced();
  return true;
}

// The line of meeting and date that closes a resolution.
bool Segmenter::closing(std::string_view words) const {
  constexpr std::size_t kLongest = 161;
  if (!is_shorter(words, kLongest)) {
    return false;
  }
  // Most paragraphs end here: only a date closes a text behind a full stop, and a date has digits.
  const bool may_be_dated = may_hold_date(words, *lexicon_);
  if (!may_be_dated && ends_paragraph(words)) {
    return false;
  }
  std::vector<Token> tokens;
  lex(input(words), *lexicon_, tokens);
  if (tokens.size() > 24) {
    return false;
  }
  const bool meeting = std::any_of(tokens.begin(), tokens.end(),
                                   [](const Token& token) { return token.is(Word::Meeting); });
  if (!meeting && !may_be_dated) {
    return false;
  }
  const auto date = last_date_in(tokens, words);
  // "Hundred and second plenary meeting, 31 October 1947."
  const bool dated = date && words.size() < 80;
  return (meeting && (dated || !ends_paragraph(words))) ||
         (date && words.size() < 40 && state_ == State::Operative);
}

std::vector<WorkText> segment(std::string_view name, const NormalizedText& text) {
  return Segmenter(name, text).run();
}

std::string text_of(const Paragraph& paragraph, std::string_view folded) {
  if (paragraph.pieces.size() == 1) {
    const Piece& piece = paragraph.pieces.front();
    return std::string(folded.substr(piece.begin, piece.end - piece.begin));
  }
  std::string text;
  for (const Piece& piece : paragraph.pieces) {
    if (!text.empty() && paragraph.joined_by_space) {
      text.push_back(' ');
    }
    text.append(folded.substr(piece.begin, piece.end - piece.begin));
  }
  return text;
}

std::size_t folded_place(const Paragraph& paragraph, std::size_t at) {
  for (const Piece& piece : paragraph.pieces) {
    const std::size_t size = piece.end - piece.begin;
    if (at < size || (at == size && paragraph.joined_by_space)) {
      return piece.begin + at;
    }
    at -= size + (paragraph.joined_by_space ? 1 : 0);
  }
  return paragraph.pieces.back().end;
}

}  // namespace lineage::ingest
