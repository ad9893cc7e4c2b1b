// Phrases that tie a work to a noun ("contained in", "pursuant to", "the implementation of"): where
// one begins, and what it is tied to. How far it reaches stands in scan_reach.cc.
#include <algorithm>
#include <iterator>

#include "ingest/grammar/scanner.h"
#include "ingest/grammar/word_lists.h"

namespace lineage::ingest {
namespace {

constexpr std::string_view kBareAnd[] = {"and", "et", "y", "e", "и"};

// Nouns whose preposition may stand at a distance.
constexpr std::string_view kCarryingOut[] = {
    "implementation", "application",        "mise en oeuvre", "mise en œuvre",
    "execution",      "realisation",        "aplicacion",     "implementacion",
    "ejecucion",      "puesta en practica", "cumplimiento"};

// A word within a noun phrase.
bool is_plain(const Token& t) {
  return (t.kind == TokenKind::Word || t.kind == TokenKind::Term || t.kind == TokenKind::Number) &&
         !t.is(Word::And);
}

}  // namespace

bool Scanner::phrase(const Token& t, const CueRow& row) { return phrase_to(t, row, at_); }

// The words of the phrase end with the token `last`.
bool Scanner::phrase_to(const Token& t, const CueRow& row, std::size_t last) {
  // "Decides to endorse the report as contained in document A/79/214": the address of what is
  // endorsed.
  if (row.phrase.ends_with("contained in document") && receives(force_.verb)) {
    break_chain();
    before_ = Before::Phrase;
    return true;
  }
  if (lexicon_.spaced() && reads_as_verb(t)) {
    return true;
  }
  if (last == at_ && is_one_of(std::string_view(t.entry->phrase), kCarryingOut)) {
    last = of_behind();
    if (last == 0) {
      return false;
    }
  }
  const Extent words{t.begin, tokens_[last].end};
  if (in_title(t, row) || is_addressed(t) || ties_nothing(t, row, last) ||
      (row.relation == Relation::Implements && !force_.phrase_open && follows_title())) {
    return false;
  }
  // "the conclusions contained in the report submitted pursuant to resolution 77/37": the first
  // phrase governs the report.
  const bool nested = force_.phrase_open && !force_.clause && force_.use == PhraseUse::None;
  const bool merged = merges(t);
  const bool apart = at_ > phrase_at_ + 1 || row.scope == CueScope::Clause;
  if (nested && apart && !names_agent() && !reported_) {
    outer_phrase_ = force_.phrase;
  }
  break_chain();
  if (row.relation == Relation::Implements) {
    pending_pinpoint_.clear();  // "the Convention and its annex, the application of decisions"
  } else {
    pending_date_.reset();
  }
  force_.phrase = {merged ? Relation::PursuantTo : row.relation,
                   {merged ? force_.phrase.verb.begin : words.begin, words.end},
                   false};
  force_.phrase_open = true;
  force_.use = PhraseUse::None;
  force_.clause = row.scope == CueScope::Clause;
  // "the report on the implementation of the recommendations contained in its report": still what
  // the first report is on.
  reported_ = is_reported(t, row) ||
              (nested && reported_ && row.relation == Relation::PursuantTo && follows_phrase());
  at_ = last;
  phrase_at_ = at_;
  of_subject_ = phrase_in_subject();
  before_ = Before::Phrase;
  return true;
}

// "establecido en cumplimiento de": the preposition belongs to both.
bool Scanner::merges(const Token& t) const {
  constexpr std::string_view kBehindEn[] = {"cumplimiento", "aplicacion", "ejecucion"};
  const std::string_view words = lower_.substr(t.begin, t.end - t.begin);
  return force_.phrase_open && at_ == phrase_at_ + 1 && last_word(force_.phrase.verb) == "en" &&
         is_one_of(first_word(words), kBehindEn);
}

// "the implementation of the recommendations contained in": one noun between two phrases.
bool Scanner::follows_phrase() const {
  constexpr std::size_t kNoun = 12;  // tokens
  if (at_ > phrase_at_ + kNoun) {
    return false;
  }
  for (std::size_t i = phrase_at_ + 1; i < at_; ++i) {
    if (tokens_[i].is(Word::And) || tokens_[i].kind == TokenKind::Comma) {
      return false;
    }
  }
  return true;
}

// "the implementation by all States of the Convention", "l'application pleine et durable du Pacte":
// where the preposition of the noun stands; 0 for nowhere near.
std::size_t Scanner::of_behind() const {
  constexpr std::string_view kOf[] = {"of", "de", "du", "des", "del", "d"};
  constexpr std::size_t kReach = 8;  // tokens
  // "the implementation, in a mutually reinforcing manner, of": between two commas.
  const bool apart = token_is(at_ + 1, TokenKind::Comma);
  const std::size_t first = at_ + (apart ? 2 : 1);
  for (std::size_t i = first; i < tokens_.size() && i <= at_ + kReach; ++i) {
    if (is_one_of(first_word(word_at(i)), kOf) && (!apart || token_is(i - 1, TokenKind::Comma))) {
      return i;
    }
    const Token& t = tokens_[i];
    const bool cue = t.entry != nullptr && t.entry->cue != nullptr;
    const bool closes = apart && t.kind == TokenKind::Comma;
    if (cue || (t.kind != TokenKind::Word && t.kind != TokenKind::Term && !closes)) {
      return 0;
    }
  }
  return 0;
}

// "established by": who did it stands behind, and not a text. "As proposed by the Secretary-General
// in his report", "endorsed by the General Assembly⁵": the text that says so.
bool Scanner::names_agent() const {
  constexpr std::string_view kBy[] = {"by", "par", "por"};
  return is_one_of(last_word(force_.phrase.verb), kBy) && !names_text() && !organ_close();
}

// Whether a text stands between the phrase and the cursor, by the noun that it is called.
bool Scanner::names_text() const {
  constexpr std::string_view kIn[] = {"in", "dans", "en"};
  constexpr std::size_t kNear = 3;  // tokens: "by the Vienna Convention"
  constexpr std::size_t kFar = 30;
  const auto is_text = [&](std::size_t at) {
    const Token& t = tokens_[at];
    return t.is(Word::Report) || t.is(Word::Document) ||
           (t.entry != nullptr && t.entry->head != nullptr) || lexicon_.is(word_at(at), Near::Text);
  };
  std::size_t near = phrase_at_ + kNear;
  for (std::size_t i = phrase_at_ + 1; i < at_ && i <= phrase_at_ + kFar; ++i) {
    near = is_one_of(word_at(i), kIn) ? i + kNear : near;
    if (i <= near && is_text(i)) {
      return true;
    }
  }
  return false;
}

// "expressed in the Sixth Committee": where it was said, and the note tells the records of it.
bool Scanner::names_meeting() const {
  constexpr std::string_view kAt[] = {"in", "dans", "en", "a", "au", "aux"};
  constexpr std::size_t kNear = 3;  // tokens: "in the Sixth Committee"
  if (!is_one_of(last_word(force_.phrase.verb), kAt)) {
    return false;
  }
  for (std::size_t i = phrase_at_ + 1; i <= phrase_at_ + kNear && i < at_; ++i) {
    if (lexicon_.is(first_word(word_at(i)), Near::Gathering)) {
      return true;
    }
    if (tokens_[i].is(Word::Of) && !tokens_[i].is(Word::The)) {
      return false;
    }
  }
  return false;
}

// "The Programme for the Further Implementation of Agenda 21", "Guiding Principles: implementing
// the framework", "Declaration: towards the achievement of the Goals": words of a title govern
// nothing.
bool Scanner::in_title(const Token& t, const CueRow& row) const {
  const bool capital =
      text_.substr(t.begin, t.end - t.begin) != lower_.substr(t.begin, t.end - t.begin);
  const bool starts = before_ == Before::Start || before_ == Before::Comma;
  bool subtitle = false;
  constexpr std::size_t kNear = 3;
  for (std::size_t back = 1; back <= kNear && back <= at_; ++back) {
    subtitle = subtitle || tokens_[at_ - back].kind == TokenKind::Colon;
  }
  return (capital && !starts) || (row.relation == Relation::Implements && subtitle);
}

// "Demande aux États" is a verb and its object, "les rapports demandés au paragraphe 5" a phrase;
// without accents they read alike.
bool Scanner::reads_as_verb(const Token& t) {
  constexpr std::string_view kTo[] = {"a", "au", "aux"};
  const bool to =
      is_one_of(last_word({t.begin, t.end}), kTo) && !names_part(at_ + 1) && !begins_work(at_ + 1);
  if (before_ != Before::Start && !(to && opens_clause(t))) {
    return false;
  }
  Token first = t;
  first.end = static_cast<std::uint32_t>(
      std::min<std::size_t>(lower_.find_first_of(" \n", t.begin), t.end));
  first.entry = lexicon_.longest_at(lower_.substr(0, first.end), t.begin).entry;
  if (first.end == t.end || first.entry == nullptr || first.entry->cue == nullptr ||
      first.entry->cue->scope == CueScope::Phrase) {
    return false;
  }
  return cue(first, *first.entry->cue);
}

// "qu'il a présenté à la Conférence": to whom it was, not where it stands.
bool Scanner::is_addressed(const Token& t) const {
  constexpr std::string_view kTo[] = {"a", "au", "aux"};
  constexpr std::string_view kSaid[] = {"demande", "recommande", "propose", "preconise",
                                        "consacre"};
  const std::string_view words = lower_.substr(t.begin, t.end - t.begin);
  const auto said = [&](std::string_view stem) { return words.starts_with(stem); };
  return is_one_of(last_word({t.begin, t.end}), kTo) &&
         std::any_of(std::begin(kSaid), std::end(kSaid), said) && !names_part(at_ + 1) &&
         !begins_work(at_ + 1);
}

// "adopted in favour of", "implement their own rules": no text can follow.
bool Scanner::ties_nothing(const Token& t, const CueRow& row, std::size_t last) const {
  constexpr std::string_view kIn[] = {"in", "dans", "en", "في", "в"};
  if (last + 1 >= tokens_.size()) {
    return false;
  }
  constexpr std::string_view kBudgets[] = {"budget", "presupuesto"};
  if (is_one_of(last_word({t.begin, t.end}), kIn)) {
    return lexicon_.is(word_at(last + 1), Near::NoText);
  }
  // "stemming from the war, and resolution 46/36": a consequence, unless of a text.
  const bool from = last_word({t.begin, t.end}) == "from";
  if (from) {
    return !begins_work(last + 1) && !names_part(last + 1);
  }
  if (row.relation == Relation::Implements && is_one_of(word_at(last + 1), kBudgets)) {
    return true;
  }
  return lexicon_.spaced() && row.relation == Relation::Implements &&
         tokens_[last + 1].is(Word::Its) && !begins_work(last + 1) && !names_part(last + 1);
}

// Whether the phrase at the cursor is what a report or a review is on.
bool Scanner::is_reported(const Token& phrase, const CueRow& row) const {
  // "доклад об осуществлении": the preposition is the phrase's own.
  // "on the basis of" begins alike and reports nothing.
  const std::string_view words = lower_.substr(phrase.begin, phrase.end - phrase.begin);
  if (row.relation == Relation::Implements && lexicon_.is(first_word(words), Near::ReportOn)) {
    return true;
  }
  // "the review by the Commission of the progress made in"
  constexpr std::size_t kNear = 3;
  constexpr std::size_t kFarReview = 14;
  for (std::size_t back = 1; back <= kNear && back <= at_; ++back) {
    const std::string_view word = word_at(at_ - back);
    const bool behind =
        back == 1 || (back == 2 && report_at_ != 0 && tokens_[at_ - 1].is(Word::The));
    if ((behind && lexicon_.is(word, Near::ReportOn)) || lexicon_.is(word, Near::Review)) {
      return true;
    }
  }
  for (std::size_t back = kNear + 1; row.relation == Relation::Implements && back <= kFarReview &&
                                     back <= at_ && is_plain(tokens_[at_ - back]);
       ++back) {
    if (lexicon_.is(word_at(at_ - back), Near::Review)) {
      return true;
    }
  }
  return (row.relation == Relation::Implements && report_at_ != 0 && reports_on()) ||
         joins_reported();
}

// "the report on progress made in the implementation of and follow-up to": what the report that the
// verb receives is on, at a distance.
bool Scanner::reports_on() const {
  constexpr std::size_t kFar = 16;
  for (std::size_t i = report_at_ + 1; i < at_ && at_ <= report_at_ + kFar; ++i) {
    const TokenKind kind = tokens_[i].kind;
    if (kind == TokenKind::Comma || kind == TokenKind::NoteMark) {
      return false;
    }
    if (lexicon_.is(first_word(word_at(i)), Near::ReportOn)) {
      return true;
    }
  }
  return false;
}

// "on the scope and application of": the joiner ties the phrase to what the report is on.
bool Scanner::joins_reported() const {
  constexpr std::size_t kFar = 5;
  bool joined = false;
  for (std::size_t back = 1; back <= kFar && back <= at_; ++back) {
    const Token& t = tokens_[at_ - back];
    if (t.kind == TokenKind::NoteMark || t.kind == TokenKind::Comma) {
      return false;
    }
    joined = joined || (back <= 2 && t.is(Word::And) && is_one_of(word_at(at_ - back), kBareAnd));
    if (joined && lexicon_.is(word_at(at_ - back), Near::ReportOn)) {
      return true;
    }
  }
  return false;
}

}  // namespace lineage::ingest
