#include "ingest/grammar/scan.h"

#include <algorithm>
#include <utility>

#include "graph/numbering.h"
#include "ingest/grammar/scanner.h"
#include "ingest/segments/lines.h"

namespace lineage::ingest {

Scanner::Scanner(const LexerInput& input,
                 const Lexicon& lexicon,
                 ParagraphKind kind,
                 Governing inherited,
                 std::size_t reach,
                 std::span<const FoundName> names)
    : text_(input.text),
      lower_(input.lower),
      lexicon_(lexicon),
      kind_(kind),
      reach_(reach),
      names_(names) {
  force_.verb = inherited;
  if (kind == ParagraphKind::Note && inherited.relation != Relation::Cites) {
    of_mark_ = inherited;
  }
  lexed_ =
      reach_ < text_.size() && text_.size() - reach_ > kBehind ? reach_ + kBehind : text_.size();
  lex(input, lexicon, tokens_, lexed_);
}

// False when the tokens ended before it was sure that no later one matters.
bool Scanner::run() {
  const Marker marker = marker_of(text_);
  while (at_ < tokens_.size() && tokens_[at_].begin < marker.length) {
    ++at_;
  }
  while (at_ < tokens_.size()) {
    if (tokens_[at_].begin >= reach_ && settled()) {
      out_.whole = false;
      return true;
    }
    const Token& t = tokens_[at_];
    if (next_name_ < names_.size() && names_[next_name_].begin < t.end) {
      name(names_[next_name_++]);
      continue;
    }
    if (!(may_begin_date(t) && date()) && !(may_add(t) && addendum()) &&
        !(may_begin_work(t) && work()) && !(may_begin_pinpoint(t) && pinpoint())) {
      token(t);
      ++at_;
    }
  }
  out_.lead = force_.verb;
  return lexed_ == text_.size();
}

void Scanner::token(const Token& t) {
  switch (t.kind) {
    case TokenKind::NoteMark:
      out_.marks.push_back({t.value, governs_mark()});
      // "the report on education,³ which reviews the study⁴": only the first is the report's.
      verb_has_mark_ =
          verb_has_mark_ || out_.marks.back().governing.verb.begin == force_.verb.verb.begin;
      report_at_ = token_is(at_ + 1, TokenKind::NoteMark) ? report_at_ : 0;
      return phrase_at_mark();
    case TokenKind::Comma:
      return comma();
    case TokenKind::Semicolon:
    case TokenKind::Period:
    case TokenKind::Colon:
      return stop(t.kind);
    case TokenKind::Open:
      before_ = Before::Open;
      bracket_at_ = at_;
      bracket_mentions_ = out_.mentions.size();
      outside_bracket_ = pinnable_ && !out_.mentions.empty()
                             ? std::optional(out_.mentions.size() - 1)
                             : std::nullopt;
      return;
    case TokenKind::Quote:
      return in_title_marks_ ? other(t) : quote();
    case TokenKind::OpenTitle:
    case TokenKind::CloseTitle:
      return title_mark(t);
    case TokenKind::Close:
      phrase_at_close();
      undated_within_bracket();
      // "A/70/174 (see also A/68/98), para. 3": the paragraph of the work outside.
      if (outside_bracket_) {
        pin_target_ = std::exchange(outside_bracket_, std::nullopt);
        pinnable_ = true;
      }
      return;
    case TokenKind::Hyphen:
      return;
    case TokenKind::Term:
      return term(t);
    case TokenKind::Letter:
      if (t.entry != nullptr) {
        return term(t);
      }
      return other(t);
    default:
      return other(t);
  }
}

// A title in quotes has verbs and head nouns of its own ("intitulée « Application des décisions
// ... », 76/205 du ..."): behind it, what was in force before holds again.
void Scanner::quote() {
  if (quoted_) {
    leave_quote();
  } else {
    outside_ = {force_,    outer_phrase_, before_,       chain_live_,
                pinnable_, undated_,      pending_date_, out_.mentions.size()};
    pending_date_.reset();
  }
  quoted_ = !quoted_;
}

// “在《21世纪议程》基础上”: title marks within quotes open and close nothing.
void Scanner::title_mark(const Token& t) {
  const bool opens = t.kind == TokenKind::OpenTitle && !quoted_;
  const bool closes = t.kind == TokenKind::CloseTitle && in_title_marks_;
  if (!opens && !closes) {
    return other(t);
  }
  in_title_marks_ = opens;
  quote();
}

void Scanner::leave_quote() {
  force_ = outside_.force;
  outer_phrase_ = outside_.outer_phrase;
  pending_date_ = outside_.pending_date;
  if (out_.mentions.size() == outside_.mentions) {
    chain_live_ = outside_.chain_live;
    pinnable_ = outside_.pinnable;
    undated_ = std::move(outside_.undated);
    before_ = outside_.before;
  }
}

void Scanner::comma() {
  glued_mark();
  if (!lexicon_.spaced()) {
    marks_behind_stop();  // Chinese sets its marks behind the comma
  }
  before_ = Before::Comma;
  phrase_at_comma();
  if (!lexicon_.spaced()) {
    end_chain();
    // "2021年4月27日安全理事会关于...，包括...的第2573(2021)号决议": a comma within the subject.
    if (!quoted_ && !in_subject()) {
      owner_reset();
    }
  }
}

// "of 23 August 2011,1 S-18/1": a note mark that lost its raised place, behind a comma.
void Scanner::glued_mark() {
  const std::size_t next = at_ + 1;
  if (before_ != Before::Date || next + 1 >= tokens_.size() ||
      tokens_[next].kind != TokenKind::Number || tokens_[next].space_before ||
      tokens_[next].value == 0 || tokens_[next].value > 999 || !tokens_[next + 1].space_before) {
    return;
  }
  out_.marks.push_back({tokens_[next].value, force_.verb});
  flag_chain(MentionFlag::NoteMarkSplit);
  ++at_;
}

// "the Guiding Principles on Business and Human Rights: Implementing the Framework": within a
// title.
bool Scanner::in_long_title() const {
  return lexicon_.spaced() && at_ > 0 && force_.phrase_open && force_.use == PhraseUse::None &&
         capitalized(at_ - 1) && capitalized(at_ + 1) && tokens_[at_ + 1].space_before &&
         text_[tokens_[at_ + 1].begin - 1] == ' ';
}

void Scanner::stop(TokenKind kind) {
  if (kind == TokenKind::Colon && in_long_title()) {
    before_ = Before::Word;
    return;
  }
  // "No. 5", "Res. 3": a full stop in the middle of a sentence ends no head.
  const bool sentence =
      kind == TokenKind::Period && at_ + 1 < tokens_.size() && tokens_[at_ + 1].space_before;
  if (kind == TokenKind::Period && list_goes_on_behind()) {
    before_ = Before::Comma;
    return;
  }
  marks_behind_stop();
  before_ = kind == TokenKind::Period && !sentence ? before_ : Before::Comma;
  end_chain();
  close_phrase();
  if (quoted_) {
    return;  // "题为“变革我们的世界：2030年可持续发展议程”的第70/1号决议"
  }
  if (sentence || !lexicon_.spaced()) {
    report_organ_.reset();
    force_.headed = false;
    owner_reset();
  }
}

// "276 (1970) of 30 January. 282 (1970) of 23 July": a comma that was read as a full stop.
bool Scanner::list_goes_on_behind() const {
  if (!chain_live_ || !lexicon_.spaced() || at_ + 1 >= tokens_.size() ||
      tokens_[at_ + 1].kind != TokenKind::Number) {
    return false;
  }
  const FormReading form = form_at(tokens_, at_ + 1, text_);
  return form.form == Form::Year && form.tokens > 0 && council_year(form.number) == form.year;
}

void Scanner::other(const Token& t) {
  if (repeats_phrase()) {
    return;
  }
  // "of", "к", "من": what may stand between a part and the work that it belongs to
  const bool wide = static_cast<unsigned char>(text_[t.begin]) >= 0x80;
  const bool small = t.end - t.begin <= (wide ? 4U : 3U) && lexicon_.spaced();
  if (!small) {
    pending_pinpoint_.clear();
  }
  stopped_ = false;
  // "implementing paragraphs 1 of resolution 64/72, paragraphs 2 of resolution 66/68": the small
  // word stands between a part and its work.
  const bool part = !pending_pinpoint_.empty();
  const bool open = force_.phrase_open;
  break_chain();
  before_ = Before::Word;
  force_.phrase_open = part ? open : force_.phrase_open;
  if (at_ > phrase_at_ + phrase_reach()) {
    close_phrase();
  }
}

void Scanner::break_chain() {
  end_chain();
  chain_goes_on_ = false;
  chain_before_series_ = false;
  pinnable_ = false;
  its_ = false;
  previous_ = false;
  that_ = false;
  if (force_.use == PhraseUse::Work) {
    force_.phrase_open = false;
    // "the group established pursuant to resolution 59/300, and the reports³": another noun.
    if (before_ == Before::Joiner || before_ == Before::Comma) {
      outer_phrase_.reset();
    }
  }
  // "2022年3月2日通过的题为“...”的第5/7号决议": a date that has met no work yet waits for it.
  if (pending_date_ && !pending_users_.empty()) {
    pending_date_.reset();
  }
}

// "the statement of 22 January (S/22133) and 7 May (S/23886)": the second date is of the second
// statement.
void Scanner::undated_within_bracket() {
  const std::size_t next = at_ + 1;
  const bool joined = next + 1 < tokens_.size() &&
                      (tokens_[next].is(Word::And) ||
                       (tokens_[next].kind == TokenKind::Comma && !tokens_[next + 1].is(Word::Of)));
  if (joined && bracket_at_ != 0 && lexicon_.spaced()) {
    undated_.erase(std::lower_bound(undated_.begin(), undated_.end(), bracket_mentions_),
                   undated_.end());
  }
}

void Scanner::end_chain() {
  chain_live_ = false;
  undated_.clear();
}

void Scanner::owner_reset() {
  if (!lexicon_.spaced()) {
    force_.owner = Owner::Unnamed;
    force_.generic = false;
    pending_date_.reset();
    about_ = false;
    about_at_.reset();
  }
}

ParagraphScan scan(const LexerInput& input,
                   const Lexicon& lexicon,
                   ParagraphKind kind,
                   const Governing& inherited,
                   std::size_t reach,
                   std::span<const FoundName> names) {
  Scanner scanner(input, lexicon, kind, inherited, reach, names);
  if (scanner.run()) {
    return scanner.take();
  }
  Scanner whole(input, lexicon, kind, inherited, kWhole, names);
  whole.run();
  return whole.take();
}

}  // namespace lineage::ingest
