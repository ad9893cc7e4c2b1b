// Which words govern a work: the verb of the clause, or a phrase that ties the work to a noun
// ("contained in", "pursuant to", "the implementation of": scan_phrases.cc).
#include "ingest/grammar/scanner.h"
#include "ingest/grammar/word_lists.h"

namespace lineage::ingest {
// Whether the verb is one that receives a report.
bool Scanner::receives(const Governing& verb) {
  return !verb.inherited &&
         (verb.relation == Relation::Endorses || verb.relation == Relation::TakesNote ||
          verb.relation == Relation::Welcomes || verb.relation == Relation::Approves ||
          verb.relation == Relation::Adopts);
}

// Whether works are what the verb is about: a number that joins the list behind "recalling" is
// recalled, behind "requests" it is still of the phrase.
bool Scanner::takes_works(const Governing& verb) {
  switch (verb.relation) {
    case Relation::Requests:
    case Relation::CallsUpon:
    case Relation::Encourages:
    case Relation::Invites:
    case Relation::Urges:
    case Relation::Decides:
    case Relation::Condemns:
    case Relation::Expresses:
    case Relation::Cites:
      return false;
    default:
      return true;
  }
}

bool Scanner::cue(const Token& t, const CueRow& row) {
  if (row.relation == Relation::AdoptedOnReport && kind_ != ParagraphKind::Header) {
    return false;
  }
  switch (row.scope) {
    case CueScope::Verb:
      // "鼓励秘书长铭记第1502(2003)号决议"
      return verb(t, row) || (borne_in_mind(row) && phrase(t, row));
    case CueScope::Phrase:
    case CueScope::Clause:
      return phrase(t, row);
    case CueScope::Next:
      return works_follow(at_ + 1) && phrase(t, row);
    case CueScope::After:
      return after(t, row);
    case CueScope::Opening:
      return before_ == Before::Start && verb(t, row);
  }
  return false;
}

// "鼓励秘书长铭记第1502(2003)号决议": in the middle of a clause.
bool Scanner::borne_in_mind(const CueRow& row) const {
  return !lexicon_.spaced() && !chain_live_ &&
         (row.phrase.ends_with("铭记") || row.phrase.ends_with("考虑到"));
}

bool Scanner::verb(const Token& t, const CueRow& row) {
  // 决定 is "decision" behind a number and "decides" in front of a clause.
  if (!opens_clause(t) || in_subject() ||
      (t.entry->head != nullptr && (chain_live_ || unheaded()))) {
    return false;
  }
  // "the Review and Extension Conference": a capital in the middle of a clause is one of a name.
  if (before_ == Before::Joiner && capitalized(at_)) {
    return false;
  }
  if (is_gerund(t)) {
    return false;
  }
  force_.verb = {row.relation, {t.begin, t.end}, false};
  for (std::size_t i = at_; i > 0 && tokens_[i - 1].is(Word::Adverb); --i) {
    force_.verb.verb.begin = tokens_[i - 1].begin;
  }
  for (std::size_t i = at_ + 1;
       lexicon_.spaced() && i < tokens_.size() && tokens_[i].is(Word::Adverb); ++i) {
    force_.verb.verb.end = tokens_[i].end;
  }
  break_chain();
  owner_reset();
  close_phrase();
  series_.reset();
  verb_has_work_ = false;
  verb_has_mark_ = false;
  verb_at_ = at_;
  report_at_ = 0;
  before_ = Before::Verb;
  return true;
}

// "consensus on retaining the structure and on reaffirming that": behind a preposition the form is
// a noun.
bool Scanner::is_gerund(const Token& t) const {
  constexpr std::string_view kBefore[] = {"on", "of", "by", "in", "for"};
  if (at_ == 0 || !t.entry->phrase.ends_with("ing")) {
    return false;
  }
  const std::string_view word = word_at(at_ - 1);
  const std::string_view last = word.substr(word.find_last_of(" \n") + 1);
  return is_one_of(last, kBefore);
}

bool Scanner::opens_clause(const Token& t) const {
  const bool proclitic = lexicon_.spaced() && t.end - t.begin > t.entry->phrase.size() &&
                         static_cast<unsigned char>(text_[t.begin]) == 0xD9;
  return proclitic || before_ == Before::Start || before_ == Before::Comma ||
         before_ == Before::Adverb ||
         (before_ == Before::Joiner && (lexicon_.spaced() || joins_clause()));
}

// "2011年7月28日关于预防犯罪，反对使用暴力的第2011/33号决议": the subject between date and number.
bool Scanner::in_subject() const { return about_ && pending_date_ && pending_users_.empty(); }

// In Chinese a joiner ties nouns: "评估和建议" is "assessments and recommendations". Behind a comma
// it ties clauses: "，并注意到" is ", and notes".
bool Scanner::joins_clause() const {
  std::size_t i = at_ - 1;  // the joiner
  while (i > 0 && tokens_[i - 1].kind == TokenKind::NoteMark) {
    --i;
  }
  return i > 0 && tokens_[i - 1].kind == TokenKind::Comma;
}

// "pursuant to the relevant resolutions on this matter, including its resolution 69/313": what
// governs the series governs its members.
void Scanner::including() {
  if (!series_) {
    return;
  }
  const bool tied = series_->verb.begin != force_.verb.verb.begin;
  force_.phrase_open = tied;
  if (tied) {
    force_.phrase = *series_;
    force_.use = PhraseUse::None;
    phrase_at_ = at_;
  }
  series_.reset();
}

Governing Scanner::govern() {
  if (of_mark_) {
    return *of_mark_;
  }
  if (force_.phrase_open && of_subject_ && subject_closed_before(at_)) {
    close_phrase();
  }
  if (force_.phrase_open) {
    force_.use = PhraseUse::Work;
    return force_.phrase;
  }
  verb_has_work_ = true;
  return force_.verb;
}

}  // namespace lineage::ingest
