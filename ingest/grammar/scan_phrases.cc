// Phrases that tie a work to a noun ("contained in", "pursuant to", "the implementation of"): where
// one stands, and how far it reaches.
#include <algorithm>
#include <iterator>

#include "ingest/grammar/scanner.h"

namespace lineage::ingest {
namespace {

bool names_works(const Token& t) {
  return t.entry != nullptr && (t.entry->head != nullptr || t.entry->organ != nullptr);
}

}  // namespace

bool Scanner::phrase(const Token& t, const CueRow& row) {
  // "Decides to endorse the report as contained in document A/79/214": the address of what is
  // endorsed.
  if (row.phrase.ends_with("contained in document") && receives(force_.verb)) {
    break_chain();
    before_ = Before::Phrase;
    return true;
  }
  if (in_title(t, row) ||
      (row.relation == Relation::Implements && !force_.phrase_open && follows_title())) {
    return false;
  }
  // "the conclusions contained in the report submitted pursuant to resolution 77/37": the first
  // phrase governs the report.
  if (force_.phrase_open && force_.use == PhraseUse::None && at_ > phrase_at_ + 1) {
    outer_phrase_ = force_.phrase;
  }
  break_chain();
  if (row.relation != Relation::Implements) {
    pending_date_.reset();
  }
  force_.phrase = {row.relation, {t.begin, t.end}, false};
  force_.phrase_open = true;
  force_.use = PhraseUse::None;
  phrase_at_ = at_;
  of_subject_ = phrase_in_subject();
  reported_ = is_reported(t);
  before_ = Before::Phrase;
  return true;
}

// "The Programme for the Further Implementation of Agenda 21", "Guiding Principles: implementing
// the framework": words of a title govern nothing.
bool Scanner::in_title(const Token& t, const CueRow& row) const {
  const bool capital =
      text_.substr(t.begin, t.end - t.begin) != lower_.substr(t.begin, t.end - t.begin);
  const bool starts = before_ == Before::Start || before_ == Before::Comma;
  const bool subtitle =
      row.relation == Relation::Implements && at_ > 0 && tokens_[at_ - 1].kind == TokenKind::Colon;
  return (capital && !starts) || subtitle;
}

// Whether the phrase at the cursor is what a report or a review is on.
bool Scanner::is_reported(const Token& phrase) const {
  constexpr std::string_view kOn[] = {"on", "sur", "sobre", "о", "об", "عن", "بشأن"};
  constexpr std::string_view kReview[] = {"review", "appraisal", "examen", "evaluacion",
                                          "обзор",  "обзора",    "обзору", "استعراض"};
  const auto stands_in = [](std::string_view word, const auto& list) {
    return std::find(std::begin(list), std::end(list), word) != std::end(list);
  };
  // "доклад об осуществлении": the preposition is the phrase's own.
  // "on the basis of" begins alike and reports nothing.
  const std::string_view words = lower_.substr(phrase.begin, phrase.end - phrase.begin);
  if (phrase.entry->cue->relation == Relation::Implements &&
      stands_in(words.substr(0, words.find_first_of(" \n")), kOn)) {
    return true;
  }
  constexpr std::size_t kNear = 3;  // "the review of progress made in"
  for (std::size_t back = 1; back <= kNear && back <= at_; ++back) {
    const Token& t = tokens_[at_ - back];
    const std::string_view word = lower_.substr(t.begin, t.end - t.begin);
    if ((back == 1 && stands_in(word, kOn)) || stands_in(word, kReview)) {
      return true;
    }
  }
  return false;
}

void Scanner::phrase_at_comma() {
  if (force_.phrase_open && !phrase_passes_comma()) {
    close_phrase();
  }
}

bool Scanner::phrase_passes_comma() const {
  std::size_t next = at_ + 1;
  if (next < tokens_.size() && tokens_[next].kind == TokenKind::NoteMark && lexicon_.spaced()) {
    return true;
  }
  if (next >= tokens_.size()) {
    return false;
  }
  if (tokens_[next].is(Word::Including)) {
    return true;
  }
  if (!lexicon_.spaced()) {
    return list_passes_comma();
  }
  if (tokens_[next].is(Word::And)) {
    if (repeats_preposition(tokens_[next])) {
      return true;
    }
    next += next + 1 < tokens_.size() ? 1 : 0;
  }
  const std::size_t end = tokens_[next].begin;
  const bool capital = end < text_.size() && text_[end] != lower_[end];
  switch (force_.use) {
    case PhraseUse::None:  // "pursuant to, and in the light of": what follows may be its noun
      // "the implementation of the Programme to Prevent, Combat and Eradicate": within a title.
      return force_.phrase.relation == Relation::PursuantTo || capital || repeats_genitive(next);
    case PhraseUse::Instrument:
      return tokens_[at_ + 1].is(Word::And) || names_works(tokens_[next]);
    case PhraseUse::Work:
      // "submitted pursuant to resolution 77/37, its decision 78/541": a new noun ends the phrase,
      // unless the verb has no other work: "the provisions contained in resolution 60/251, Council
      // resolutions 5/1 and 5/2".
      return names_part(next) || (!tokens_[next].is(Word::Its) && !tokens_[next].is(Word::The) &&
                                  (!verb_has_work_ || !names_works(tokens_[next])));
  }
  return false;
}

// Of several words the last, else nothing. A line may end between them.
std::string_view Scanner::last_word(Extent words) const {
  const std::string_view all = lower_.substr(words.begin, words.end - words.begin);
  const std::size_t space = all.find_last_of(" \n");
  return space == std::string_view::npos ? std::string_view() : all.substr(space + 1);
}

// "la mise en œuvre du Programme 2030, de l'Accord de Paris": another thing that is carried out.
bool Scanner::repeats_genitive(std::size_t at) const {
  constexpr std::string_view kOf[] = {"de", "du", "des", "del", "d"};
  const auto genitive = [&](std::string_view word) {
    return std::find(std::begin(kOf), std::end(kOf), word) != std::end(kOf);
  };
  const Token& t = tokens_[at];
  const std::string_view next = lower_.substr(t.begin, t.end - t.begin);
  return genitive(last_word(force_.phrase.verb)) &&
         (t.entry == nullptr || t.entry->cue == nullptr) &&
         genitive(next.substr(0, next.find_first_of(" \n'")));
}

// "la aplicación del párrafo 8 de su resolución 51/233, el párrafo 5 de su resolución 52/237".
bool Scanner::names_part(std::size_t at) const {
  const bool small = tokens_[at].is(Word::The) || tokens_[at].is(Word::Its);
  at += small && at + 1 < tokens_.size() ? 1 : 0;
  return tokens_[at].entry != nullptr && tokens_[at].entry->part != nullptr;
}

// "énoncées dans sa résolution 60/251, dans les résolutions 5/1 et 5/2": the list goes on.
bool Scanner::repeats_phrase(const Token& t) {
  const bool joined = before_ == Before::Comma || before_ == Before::Joiner;
  if (!joined || !force_.phrase_open || force_.use != PhraseUse::Work || !lexicon_.spaced()) {
    return false;
  }
  if (last_word(force_.phrase.verb) != lower_.substr(t.begin, t.end - t.begin)) {
    return false;
  }
  end_chain();
  force_.use = PhraseUse::None;
  phrase_at_ = at_;
  before_ = Before::Phrase;
  return true;
}

// "in accordance with its resolution 73/71, as well as with its decision 74/549".
bool Scanner::repeats_preposition(const Token& joiner) const {
  const std::string_view of_phrase = last_word(force_.phrase.verb);
  return !of_phrase.empty() &&
         last_word({joiner.begin, joiner.end}).starts_with(of_phrase);  // "с", "со"
}

// A phrase inside brackets ends with them.
void Scanner::phrase_at_close() {
  if (force_.phrase_open && phrase_at_ > bracket_at_ && bracket_at_ != 0) {
    close_phrase();
  }
}

}  // namespace lineage::ingest
