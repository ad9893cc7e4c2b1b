// What governs a note by its mark: the verb of the clause, the phrase in front of it, or the work
// that it gives the text of.
#include "ingest/grammar/scanner.h"

namespace lineage::ingest {
namespace {

// "报告所载建议执行情况的报告³", "报告所载建议的方式³": behind what is contained, another noun.
bool names_another_noun(const Token& t, std::string_view behind) {
  const CueRow* cue = t.entry != nullptr ? t.entry->cue : nullptr;
  return cue != nullptr && (cue->relation == Relation::Implements ||
                            (cue->scope == CueScope::Verb && behind.starts_with("的")));
}

}  // namespace

// "in accordance with its resolution 5/7³" of a council: the mark gives the text of that
// resolution. "The recommendations contained in the report³": the phrase ties the report, and so
// its mark. "The report on the implementation of the Programme of Action¹": the mark is the
// report's.
Governing Scanner::governs_mark() {
  if (!out_.mentions.empty() && (chain_live_ || follows_work()) &&
      (published_elsewhere(out_.mentions.back()) ||
       (lexicon_.spaced() && out_.mentions.back().form.form == Form::External))) {
    return out_.mentions.back().governing;
  }
  if (force_.phrase_open && phrase_ties_mark()) {
    phrase_at_ = at_;
    return force_.phrase;
  }
  if (names_series()) {
    return *series_;
  }
  if (after_ && is_after_noun()) {
    return *after_;
  }
  return outer_phrase_.value_or(force_.verb);
}

// "the implementation of the relevant resolutions of the General Assembly⁵": the note lists them.
bool Scanner::names_series() const {
  constexpr std::size_t kNear = 12;  // tokens: "its previous resolutions on the question"
  if (!series_ || !lexicon_.spaced()) {
    return false;
  }
  for (std::size_t back = 1; back <= kNear && back <= at_; ++back) {
    const Token& t = tokens_[at_ - back];
    if (t.entry != nullptr && t.entry->head != nullptr) {
      return true;
    }
    const bool stops = t.kind == TokenKind::Comma && back > 1;  // "of the Assembly,⁵"
    if (stops || t.kind == TokenKind::NoteMark || t.is(Word::And)) {
      return false;
    }
  }
  return false;
}

// "la résolution 4/5 de l'Assemblée relative aux infrastructures durables⁸": still of that work.
bool Scanner::follows_work() const {
  constexpr std::size_t kSubject = 14;  // tokens
  if (last_work_at_ == 0 || at_ > last_work_at_ + kSubject || !lexicon_.spaced()) {
    return false;
  }
  for (std::size_t i = last_work_at_; i < at_; ++i) {
    const TokenKind kind = tokens_[i].kind;
    if (kind == TokenKind::Comma || kind == TokenKind::NoteMark || tokens_[i].is(Word::And)) {
      return false;
    }
  }
  return true;
}

// "1992年2月13日决定所载的任务规定，³": the decision has no number, and the note gives its text.
bool Scanner::is_after_noun() const {
  constexpr std::size_t kNoun = 10;  // characters: "加强全球粮食安全的措施"
  if (at_ > after_at_ + kNoun) {
    return false;
  }
  for (std::size_t i = after_at_ + 1; i + 1 < at_; ++i) {
    const Token& t = tokens_[i];
    if (names_another_noun(t, text_.substr(t.end)) || t.kind == TokenKind::Comma ||
        t.is(Word::And)) {
      return false;
    }
  }
  return true;
}

bool Scanner::phrase_ties_mark() const {
  const bool pursuant = force_.phrase.relation == Relation::PursuantTo;
  // "表示注意到秘书长依照宣言提交的报告，⁴": the phrase tells of the report in front of it.
  std::size_t noun = at_ > 0 ? at_ - 1 : 0;
  noun -= noun > 0 && tokens_[noun].kind == TokenKind::Comma ? 1 : 0;
  if (!lexicon_.spaced() &&
      ((tokens_[noun].is(Word::Report) && names_report()) || noun_closed_before(at_))) {
    return false;
  }
  // "Takes note of the report prepared on the basis of comments³": the mark is the report's.
  // "Recalls the report of the meeting to consider the implementation of the Programme³": so here.
  // But "submitted pursuant to paragraph 57 of the report³" names another one.
  const bool of_report = report_at_ != 0 && report_at_ < phrase_at_ && !names_other_report();
  if (pursuant && (names_agent() || names_meeting())) {
    return false;
  }
  if (reported_ || of_report || (!pursuant && at_ > phrase_at_ + title_reach())) {
    return false;
  }
  // "The Plan of Implementation³" carries nothing out.
  if ((!pursuant && at_ == phrase_at_ + 1) || (force_.clause && !clause_reaches_mark())) {
    return false;
  }
  // "in accordance with the Charter, and the Declaration³": the Charter itself needs no note.
  return force_.use == PhraseUse::None || (force_.use == PhraseUse::Instrument && joined_);
}

// Whether a report stands between the phrase and the cursor.
bool Scanner::names_other_report() const {
  constexpr std::size_t kNear = 12;  // tokens
  for (std::size_t i = phrase_at_ + 1; i < at_ && i <= phrase_at_ + kNear; ++i) {
    if (tokens_[i].is(Word::Report)) {
      return lexicon_.spaced();
    }
  }
  return false;
}

// Whether the verb in force receives a report, or names one as its object.
bool Scanner::names_report() const {
  const Relation relation = force_.verb.relation;
  return receives(force_.verb) || relation == Relation::Notes || relation == Relation::Considers ||
         relation == Relation::Recalls;
}

// A report that a verb takes note of: marks behind it are its own, whatever it was prepared under.
void Scanner::report() {
  constexpr std::size_t kObject = 8;  // tokens: "with appreciation of the second annual"
  if (!names_report()) {
    return;
  }
  const bool next =
      (reports_at_ > verb_at_ || force_.verb.relation == Relation::Considers) && of_report_list();
  if (next) {
    close_phrase();
  }
  if (next || at_ <= verb_at_ + kObject) {
    report_at_ = at_;
    reports_at_ = at_;
  }
}

// "the report of the Commission,⁵ the second report on its work⁶": the next of a list.
bool Scanner::of_report_list() const {
  constexpr std::size_t kNear = 4;
  for (std::size_t back = 1; back <= kNear && back <= at_; ++back) {
    const Token& t = tokens_[at_ - back];
    if (t.kind == TokenKind::NoteMark) {
      return true;
    }
    if (t.entry != nullptr && t.entry->cue != nullptr) {
      return false;
    }
  }
  return false;
}

// Resolutions of the Assembly, of the Security Council and of the Economic and Social Council are
// cited by their numbers alone; where those of other bodies are printed, a note says.
bool Scanner::published_elsewhere(const ScannedMention& mention) {
  if (mention.kind != ScanKind::Number || mention.form.form != Form::Slash ||
      mention.form.year != 0) {
    return false;
  }
  if (mention.owner == Owner::Named && !mention.generic_organ) {
    return mention.organ != Organ::GeneralAssembly;
  }
  constexpr int kFirstWithSlash = 31;  // the Assembly's first session whose numbers have a stroke
  const int session = mention.form.session.number;
  const int opens = 1945 + session;
  return session < kFirstWithSlash ||
         (mention.date && (mention.date->year() < opens || mention.date->year() > opens + 1));
}

// "the implementation of the Samoa Pathway;²¹": the mark belongs to what stands before the stop.
void Scanner::marks_behind_stop() {
  while (at_ + 1 < tokens_.size() && tokens_[at_ + 1].kind == TokenKind::NoteMark) {
    ++at_;
    out_.marks.push_back({tokens_[at_].value, governs_mark()});
  }
}

}  // namespace lineage::ingest
