#include <algorithm>
#include <filesystem>
#include <utility>

#include "graph/ascii.h"
#include "ingest/grammar/dates.h"
#include "ingest/segments/segmenter.h"

namespace lineage::ingest {
void Segmenter::opening(Paragraph paragraph) {
  const OpeningRow* row = opening_at(pending_begin_);
  if (state_ != State::Header && !part_letter_.empty()) {
    begin_part();
  } else if (state_ != State::Header && seen_title_ == false) {
    finish_work();
  }
  work_.organ = row->organ;
  work_letter_ = std::exchange(part_letter_, {});
  paragraph.kind = ParagraphKind::Opening;
  paragraph.place = "opening";
  add(std::move(paragraph));
  state_ = State::Preamble;
  seen_title_ = false;
  restart_numbers();
}

void Segmenter::header(Paragraph paragraph, std::string_view words, const Marker& marker) {
  if (!own_symbol_ && !is_digit_start(words) && words.find('/') != std::string_view::npos) {
    if (const auto symbol = Symbol::parse(words)) {
      work_.symbol = *symbol;
      own_symbol_ = true;
    }
  }
  if (!work_.date) {
    adoption_date(paragraph, words);
  }
  const bool numbered = marker.kind == MarkerKind::Number && marker.number <= 2;
  if (numbered || (seen_title_ && ends_paragraph(words) && opens_with_verb(pending_begin_))) {
    // A body without its opening line: an excerpt, a decision, or a report.
    state_ = State::Preamble;
    return body(std::move(paragraph), words, marker);
  }
  if (const std::string letter = part_heading(words); seen_title_ && !letter.empty()) {
    part_letter_ = letter;
    paragraph.kind = ParagraphKind::Heading;
    paragraph.place = "header";
    return add(std::move(paragraph));
  }
  paragraph.kind = ParagraphKind::Header;
  paragraph.place = "header";
  add(std::move(paragraph));
}

void Segmenter::adoption_date(const Paragraph& paragraph, std::string_view words) {
  // "Resolution adopted by the General Assembly on 4 December 2023"; a bare date is the
  // distribution's.
  const Piece& piece = paragraph.pieces.front();
  if (piece.end - piece.begin > 300 || !may_hold_date(words, *lexicon_)) {
    return;
  }
  std::vector<Token> tokens;
  lex(input(words), *lexicon_, tokens);
  const auto date = last_date_in(tokens, words);
  if (!date) {
    return;
  }
  const bool bare =
      words.size() < 24 || words.find_first_not_of("0123456789 ") == std::string_view::npos;
  const Lexicon::Match first = lexicon_->longest_at(lower_, piece.begin);
  // "of 25 September 1991" goes on with the title; a bare date is the day of distribution.
  const bool of_title = seen_title_ && first.entry != nullptr && first.entry->is(Word::Of);
  if (!bare || of_title || language_ == Language::Chinese) {
    if (of_title || mentions_adoption(tokens)) {
      work_.date = date;
    }
  }
}

// A header line speaks of adoption when it names an organ beside its date.
bool Segmenter::mentions_adoption(const std::vector<Token>& tokens) {
  return std::any_of(tokens.begin(), tokens.end(), [](const Token& token) {
    return token.entry != nullptr &&
           (token.entry->organ != nullptr || token.entry->opening != nullptr);
  });
}

void Segmenter::finish_work() {
  if (work_.paragraphs.empty()) {
    return;
  }
  settle_symbol();
  number_lone_operatives();
  works_.push_back(std::exchange(work_, {}));
  state_ = State::Header;
  own_symbol_ = false;
  title_symbol_.reset();
  seen_title_ = false;
  section_.clear();
  annex_.clear();
  part_letter_.clear();
  work_letter_.clear();
  closed_ = false;
  body_index_ = kNone;
  page_break_ = false;
  restart_numbers();
}

void Segmenter::settle_symbol() {
  work_.language = language_;
  if (!work_.symbol && title_symbol_) {
    work_.symbol = adopted_by(*title_symbol_);
  }
  if (!work_.symbol && works_.empty()) {
    const std::string stem = std::filesystem::path(name_).stem().string();
    if (auto symbol = Symbol::parse(stem);
        symbol && symbol->canonical().find('/') != std::string::npos) {
      work_.symbol = *symbol;
    }
  }
  settle_part();
  if (!work_.organ && work_.symbol) {
    work_.organ = work_.symbol->organ();
  }
}

// The number of the title belongs to the organ of the opening line: "40/15." under "The Human
// Rights Council," is A/HRC/RES/40/15.
Symbol Segmenter::adopted_by(const Symbol& number) const {
  if (!work_.organ || *work_.organ == number.organ() || number.kind() != WorkKind::Resolution ||
      *work_.organ == Organ::SecurityCouncil) {
    return number;
  }
  const bool roman = number.canonical().find('(') != std::string::npos;
  return roman ? Symbol::roman(*work_.organ, number.kind(), number.session(), number.number())
               : Symbol::slash(*work_.organ, number.kind(), number.session(), number.number());
}

// Where no paragraph is numbered, those that end a sentence are operative: "Decides ..." of early
// texts.
void Segmenter::number_lone_operatives() {
  for (const Paragraph& paragraph : work_.paragraphs) {
    if (paragraph.kind == ParagraphKind::Operative) {
      return;
    }
  }
  int number = 0;
  for (Paragraph& paragraph : work_.paragraphs) {
    if (paragraph.kind != ParagraphKind::Preambular) {
      continue;
    }
    if (paragraph.inherits) {
      go_on_with_operative(paragraph, number);
      continue;
    }
    const Piece& last = paragraph.pieces.back();
    const std::string_view words =
        std::string_view(text_).substr(last.begin, last.end - last.begin);
    const bool leads = words.ends_with(':') && closes_with_stop(paragraph);
    if (number > 0 || words.ends_with('.') || words.ends_with(';') || leads) {
      paragraph.kind = ParagraphKind::Operative;
      paragraph.place = "op" + std::to_string(++number);
    }
  }
}

// "Decides:", "(a) To renew the mandate;", "(b) To report.": the last of the list ends the
// sentence.
bool Segmenter::closes_with_stop(const Paragraph& lead) const {
  const Paragraph* last = nullptr;
  for (std::size_t i = static_cast<std::size_t>(&lead - work_.paragraphs.data()) + 1;
       i < work_.paragraphs.size() && work_.paragraphs[i].kind == ParagraphKind::Preambular &&
       work_.paragraphs[i].inherits;
       ++i) {
    last = &work_.paragraphs[i];
  }
  return last != nullptr && text_[last->pieces.back().end - 1] == '.';
}

// "pp7(a)" of the fourth paragraph that is operative after all: "op4(a)".
void Segmenter::go_on_with_operative(Paragraph& paragraph, int number) {
  if (number == 0) {
    return;
  }
  const std::size_t label = paragraph.place.find('(');
  paragraph.kind = ParagraphKind::Operative;
  paragraph.place = "op" + std::to_string(number) +
                    (label == std::string::npos ? "" : paragraph.place.substr(label));
}

}  // namespace lineage::ingest
