// How far a phrase that ties a work to a noun reaches: past which commas, joiners and brackets.
#include "ingest/grammar/scanner.h"
#include "ingest/grammar/word_lists.h"

namespace lineage::ingest {
namespace {

bool names_works(const Token& t) {
  return t.entry != nullptr && (t.entry->head != nullptr || t.entry->organ != nullptr);
}

}  // namespace

void Scanner::phrase_at_comma() {
  const bool within_name = tokens_[at_].begin < name_end_;
  if (force_.phrase_open && !within_name && !phrase_passes_comma()) {
    close_phrase();
  }
}

// "the implementation of the Declaration,⁶ the Guidelines": the mark stands behind the comma, and
// what follows tells whether the phrase goes on.
void Scanner::phrase_at_mark() {
  std::size_t comma = at_;
  while (comma > 0 && tokens_[comma].kind == TokenKind::NoteMark) {
    --comma;
  }
  const bool last = !token_is(at_ + 1, TokenKind::NoteMark);
  if (lexicon_.spaced() && last && tokens_[comma].kind == TokenKind::Comma) {
    phrase_at_comma();
  }
}

bool Scanner::phrase_passes_comma() const {
  std::size_t next = at_ + 1;
  const std::size_t last = at_ > 0 ? at_ - (tokens_[at_].kind == TokenKind::NoteMark ? 0 : 1) : 0;
  if (next < tokens_.size() && tokens_[next].kind == TokenKind::NoteMark && lexicon_.spaced()) {
    return true;
  }
  if (next >= tokens_.size()) {
    return false;
  }
  // "the implementation of the Programme of Action, adopted by the Conference¹": still of it.
  const bool adopted = tokens_[next].is(Word::AdoptedBy) && force_.use == PhraseUse::None &&
                       lexicon_.spaced() && !reported_;
  if (tokens_[next].is(Word::Including) || adopted) {
    return true;
  }
  if (!lexicon_.spaced()) {
    return list_passes_comma();
  }
  if ((force_.clause && force_.use == PhraseUse::None) || subordinates(next)) {
    return false;
  }
  if (tokens_[next].is(Word::And)) {
    if (repeats_preposition(tokens_[next])) {
      return true;
    }
    next += next + 1 < tokens_.size() ? 1 : 0;
  }
  // "the resolution on follow-up to the report of the panel, and its resolution 76/305": a list of
  // what the verb is about goes on.
  const bool joined = tokens_[at_ + 1].is(Word::And);
  if (joined && force_.use == PhraseUse::None && at_ > phrase_at_ + 1 && verb_has_work_ &&
      begins_work(next)) {
    return false;
  }
  const std::size_t end = tokens_[next].begin;
  const bool capital = end < text_.size() && text_[end] != lower_[end];
  switch (force_.use) {
    case PhraseUse::None:  // "pursuant to, and in the light of": what follows may be its noun
      // "the implementation of the Programme to Prevent, Combat and Eradicate": within a title.
      return (force_.phrase.relation == Relation::PursuantTo && !french_noun(next)) || capital ||
             (!reported_ && repeats_genitive(next)) || names_go_on(next, last) ||
             within_title(next);
    case PhraseUse::Instrument:
      return tokens_[at_ + 1].is(Word::And) || names_works(tokens_[next]);
    case PhraseUse::Work:
      // "submitted pursuant to resolution 77/37, its decision 78/541": a new noun ends the phrase,
      // unless the verb has no other work: "the provisions contained in resolution 60/251, Council
      // resolutions 5/1 and 5/2".
      // "Requests ..., as stated in resolutions 70/299 and 72/305, and its resolution 78/225": a
      // verb that is about no works leaves them to the phrase.
      return names_part(next) ||
             (!verb_has_work_ && !takes_works(force_.verb) && begins_work(next)) ||
             (!tokens_[next].is(Word::Its) && !tokens_[next].is(Word::The) &&
              (!verb_has_work_ || !names_works(tokens_[next])));
  }
  return false;
}

// "в соответствии с правом, чтобы сотрудники руководствовались Кодексом": a clause of its own.
bool Scanner::subordinates(std::size_t at) const {
  const bool joined = tokens_[at].is(Word::And) && at + 1 < tokens_.size();
  return lexicon_.is(first_word(word_at(joined ? at + 1 : at)), Near::Clause);
}

// "the implementation of the 2030 Agenda, the Action Agenda,⁹ the Paris Agreement": names in a
// list.
bool Scanner::names_go_on(std::size_t at, std::size_t last) const {
  constexpr std::string_view kRepeated[] = {"du", "des"};
  const bool named = tokens_[last].kind == TokenKind::NoteMark ||
                     tokens_[last].kind == TokenKind::Number || capitalized(last);
  return !reported_ && !verb_has_work_ && !verb_has_mark_ && named && tokens_[at].is(Word::The) &&
         (capitalized(at + 1) || (token_is(at + 1, TokenKind::Number) && capitalized(at + 2))) &&
         !is_one_of(last_word(force_.phrase.verb), kRepeated);
}

// "the Instrument to Enable States to Identify and Trace, in a Timely and Reliable Manner, Illicit
// Small Arms": a comma of the title.
bool Scanner::within_title(std::size_t at) const {
  return capitalized(at_ - 1) && at + 2 < tokens_.size() && word_at(at) == "in" &&
         word_at(at + 1) == "a" && capitalized(at + 2);
}

// "le règlement annexé à la quatrième Convention, la Convention de Genève⁵": without its
// preposition the next noun is not of the phrase.
bool Scanner::french_noun(std::size_t at) const {
  constexpr std::string_view kRepeated[] = {"a", "au", "aux", "du", "des"};
  constexpr std::string_view kArticles[] = {"la", "le", "les", "l'"};
  return at_ > phrase_at_ + 1 && is_one_of(last_word(force_.phrase.verb), kRepeated) &&
         is_one_of(word_at(at), kArticles) && capitalized(at + 1);
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
  const Token& t = tokens_[at];
  const std::string_view next = lower_.substr(t.begin, t.end - t.begin);
  return is_one_of(last_word(force_.phrase.verb), kOf) &&
         (t.entry == nullptr || t.entry->cue == nullptr) &&
         is_one_of(next.substr(0, next.find_first_of(" \n'")), kOf);
}

// "la aplicación del párrafo 8 de su resolución 51/233, el párrafo 5 de su resolución 52/237".
bool Scanner::names_part(std::size_t at) const {
  const bool small =
      at < tokens_.size() && (tokens_[at].is(Word::The) || tokens_[at].is(Word::Its));
  at += small && at + 1 < tokens_.size() ? 1 : 0;
  return at < tokens_.size() && tokens_[at].entry != nullptr && tokens_[at].entry->part != nullptr;
}

bool Scanner::works_follow(std::size_t at) const {
  return begins_work(at) || names_part(at) ||
         (at < tokens_.size() && tokens_[at].is(Word::Previous));
}

// "its resolution", "the resolution", "resolution", "General Assembly resolution".
bool Scanner::begins_work(std::size_t at) const {
  constexpr std::size_t kSmall = 3;
  for (std::size_t i = at; i < tokens_.size() && i < at + kSmall; ++i) {
    const Token& t = tokens_[i];
    if (t.entry != nullptr && t.entry->head != nullptr) {
      return true;
    }
    const bool small = t.is(Word::Its) || t.is(Word::The) || t.is(Word::Of) ||
                       (t.entry != nullptr && t.entry->organ != nullptr);
    if (!small) {
      return false;
    }
  }
  return false;
}

// "la suite donnée au rapport et la résolution 72/276": French repeats its preposition before each
// noun that it governs, so a bare article behind the joiner begins another object of the verb.
void Scanner::phrase_at_joiner() {
  constexpr std::string_view kRepeated[] = {"du", "des", "au", "aux"};
  const std::string_view last = last_word(force_.phrase.verb);
  const std::string_view joiner = tokens_[at_].entry->phrase;
  const bool bare = joiner == "et" || joiner == "ainsi que";
  if (force_.phrase_open && bare && is_one_of(last, kRepeated) && at_ + 1 < tokens_.size() &&
      tokens_[at_ + 1].entry != nullptr && tokens_[at_ + 1].entry->head == nullptr &&
      begins_work(at_ + 1)) {
    close_phrase();
  }
}

// "by the General Assembly in its resolution", "by the General Conference at its eighteenth
// session, held in November, in its resolution": the work stands behind who adopted.
bool Scanner::behind_agent(std::size_t at) const {
  constexpr std::string_view kIn[] = {"in",  "by", "through", "dans",
                                      "par", "en", "por",     "mediante"};
  constexpr std::size_t kAgent = 4;
  constexpr std::size_t kFar = 26;
  bool organ_alone = true;
  for (std::size_t i = at; i + 1 < tokens_.size() && i < at + kFar; ++i) {
    const Token& t = tokens_[i];
    if (is_one_of(word_at(i), kIn)) {
      const bool near = organ_alone && i < at + kAgent;
      if (near ? begins_work(i + 1) || names_part(i + 1)
               : tokens_[i + 1].is(Word::Its) && begins_work(i + 1)) {
        return true;
      }
    }
    const LexiconEntry* entry = t.entry;
    const bool stops = t.kind == TokenKind::Semicolon || t.kind == TokenKind::Quote ||
                       (entry != nullptr && (entry->cue != nullptr || entry->head != nullptr));
    if (stops) {
      return false;
    }
    organ_alone = organ_alone && (t.is(Word::The) || t.is(Word::Of) ||
                                  (entry != nullptr && entry->organ != nullptr));
  }
  return false;
}

// "the Treaty, adopted by its resolution 50/245", "qu'elle a adopté par sa résolution": the work
// itself stands behind.
bool Scanner::adopted_by_work(const Token& t) {
  constexpr std::string_view kBy[] = {"by", "par", "por", "in", "dans", "en"};
  if (chain_live_) {
    return false;
  }
  const bool by = is_one_of(last_word({t.begin, t.end}), kBy);
  const bool by_next = !by && at_ + 1 < tokens_.size() && is_one_of(word_at(at_ + 1), kBy);
  if (!(by && (begins_work(at_ + 1) || behind_agent(at_ + 1))) &&
      !(by_next && begins_work(at_ + 2))) {
    return false;
  }
  constexpr CueRow kAdopted{"", Relation::PursuantTo, CueScope::Phrase};
  return phrase_to(t, kAdopted, at_ + (by_next ? 1 : 0));
}

// "énoncées dans sa résolution 60/251, dans les résolutions 5/1 et 5/2": the list goes on.
bool Scanner::repeats_phrase() {
  // "established by the Commission in its resolution 1998/72 and the Council in its resolution 4/4"
  constexpr std::string_view kIn[] = {"in", "dans", "en"};
  const bool of_other_organ = before_ == Before::Organ && organ_joined_ &&
                              is_one_of(word_at(at_), kIn) && begins_work(at_ + 1);
  const bool joined = before_ == Before::Comma || before_ == Before::Joiner || of_other_organ;
  if (!joined || !force_.phrase_open || !lexicon_.spaced() ||
      (of_other_organ && force_.use != PhraseUse::Work)) {
    return false;
  }
  if (!of_other_organ && last_word(force_.phrase.verb) != word_at(at_)) {
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
