#include <utility>

#include "ingest/grammar/scanner.h"

namespace lineage::ingest {

void Scanner::term(const Token& t) {
  const LexiconEntry& entry = *t.entry;
  if (entry.cue != nullptr && cue(t, *entry.cue)) {
    return;
  }
  if (entry.instrument != nullptr) {
    return instrument(t, *entry.instrument);
  }
  if (entry.head != nullptr) {
    return head(t, *entry.head);
  }
  if (entry.organ != nullptr) {
    return organ(*entry.organ);
  }
  word(t);
}

namespace {

// Whether the verb is one that receives a report.
bool receives(const Governing& verb) {
  return !verb.inherited &&
         (verb.relation == Relation::Endorses || verb.relation == Relation::TakesNote ||
          verb.relation == Relation::Welcomes || verb.relation == Relation::Approves ||
          verb.relation == Relation::Adopts);
}

}  // namespace

bool Scanner::cue(const Token& t, const CueRow& row) {
  if (row.relation == Relation::AdoptedOnReport && kind_ != ParagraphKind::Header) {
    return false;
  }
  // "Decides to endorse the report as contained in document A/79/214": the address of what is
  // endorsed.
  if (row.phrase.ends_with("contained in document") && receives(force_.verb)) {
    break_chain();
    before_ = Before::Phrase;
    return true;
  }
  switch (row.scope) {
    case CueScope::Verb:
      return verb(t, row);
    case CueScope::Phrase:
      force_.phrase = {row.relation, {t.begin, t.end}, false};
      force_.phrase_open = true;
      force_.phrase_used = false;
      phrase_at_ = at_;
      reported_ = is_reported();
      break_chain();
      pending_date_.reset();
      force_.phrase_open = true;
      before_ = Before::Phrase;
      return true;
    case CueScope::After:
      return after(t, row);
  }
  return false;
}

bool Scanner::verb(const Token& t, const CueRow& row) {
  const bool proclitic = lexicon_.spaced() && t.end - t.begin > t.entry->phrase.size() &&
                         static_cast<unsigned char>(text_[t.begin]) == 0xD9;
  // In Chinese a joiner ties nouns: "评估和建议" is "assessments and recommendations".
  // Behind a comma it ties clauses: "，并注意到" is ", and notes".
  const bool clause = at_ >= 2 && tokens_[at_ - 2].kind == TokenKind::Comma;
  const bool joined = before_ == Before::Joiner && (lexicon_.spaced() || clause);
  const bool opens = before_ == Before::Start || before_ == Before::Comma || joined ||
                     before_ == Before::Adverb || proclitic;
  // 决定 is "decision" behind a number and "decides" in front of a clause.
  if (!opens || (t.entry->head != nullptr && (chain_live_ || unheaded()))) {
    return false;
  }
  force_.verb = {row.relation, {t.begin, t.end}, false};
  for (std::size_t i = at_; i > 0 && tokens_[i - 1].is(Word::Adverb); --i) {
    force_.verb.verb.begin = tokens_[i - 1].begin;
  }
  for (std::size_t i = at_ + 1; i < tokens_.size() && tokens_[i].is(Word::Adverb); ++i) {
    force_.verb.verb.end = tokens_[i].end;
  }
  break_chain();
  owner_reset();
  force_.phrase_open = false;
  force_.phrase_used = false;
  before_ = Before::Verb;
  return true;
}

// 中规定的 behind the works that it governs.
bool Scanner::after(const Token& t, const CueRow& row) {
  if (!chain_live_ || chain_begin_ >= out_.mentions.size()) {
    other(t);
    return true;
  }
  for (std::size_t i = chain_begin_; i < out_.mentions.size(); ++i) {
    if (out_.mentions[i].governing.verb.begin == force_.verb.verb.begin) {
      out_.mentions[i].governing = {row.relation, {t.begin, t.end}, false};
    }
  }
  break_chain();
  before_ = Before::Word;
  return true;
}

void Scanner::head(const Token& t, const HeadRow& row) {
  // "all decision-making" names no decision.
  if (lexicon_.spaced() && at_ + 1 < tokens_.size() && tokens_[at_ + 1].kind == TokenKind::Hyphen &&
      !tokens_[at_ + 1].space_before) {
    return other(t);
  }
  if (!lexicon_.spaced() && unheaded()) {
    for (std::size_t i = out_.mentions.size(); i > 0 && !out_.mentions[i - 1].headed; --i) {
      out_.mentions[i - 1].headed = true;
      // "A/55/25, annex I, decision SS.VI/1" has the head further on.
      out_.mentions[i - 1].behind_head =
          i == out_.mentions.size() && t.begin <= out_.mentions[i - 1].quote.end + 1;
      out_.mentions[i - 1].head = row.kind;
    }
    owner_reset();
    before_ = Before::Head;
    return;
  }
  named_head(t, row);
}

void Scanner::named_head(const Token& t, const HeadRow& row) {
  if (lexicon_.spaced()) {
    force_.headed = true;
    force_.kind = row.kind;
    force_.owner = Owner::Unnamed;
    force_.generic = false;
    if (before_ == Before::Organ && organ_ != nullptr) {
      name_head(*organ_);
    } else if (its_ && its_organ_ != nullptr) {
      name_head(*its_organ_);
    } else if (its_ || (t.is(Word::Its) && !organ_close())) {
      force_.owner = Owner::Own;
    } else if (t.is(Word::Its)) {
      name_head(*organ_);
    } else if (report_organ_) {
      force_.owner = Owner::Named;
      force_.organ = *report_organ_;
    }
  } else {
    force_.headed = next_is_number(at_ + 1);
    force_.kind = row.kind;
  }
  reference(t, row);
  end_chain();
  stopped_ = false;
  its_ = false;
  previous_ = false;
  that_ = false;
  before_ = Before::Head;
}

void Scanner::name_head(const OrganRow& row) {
  force_.owner = Owner::Named;
  force_.organ = row.organ;
  force_.generic = row.generic;
}

bool Scanner::next_is_number(std::size_t at) const {
  for (std::size_t i = at; i < tokens_.size() && i < at + 8; ++i) {
    const Token& t = tokens_[i];
    if (form_at(tokens_, i, text_).tokens > 0 || date_at(tokens_, i, text_).tokens > 0) {
      return true;
    }
    const bool small = t.is(Word::Of) || t.is(Word::The) || t.is(Word::NumberSign) ||
                       t.is(Word::OrdinalSign) || t.is(Word::Previous) || t.is(Word::Both) ||
                       t.kind == TokenKind::Open || t.kind == TokenKind::Colon ||
                       (t.entry != nullptr && t.entry->organ != nullptr);
    if (!small) {
      return false;
    }
  }
  return false;
}

// "its previous resolutions" and "that resolution" name works without a number.
void Scanner::reference(const Token& t, const HeadRow& row) {
  const bool previous_behind = at_ + 1 < tokens_.size() && tokens_[at_ + 1].is(Word::Previous);
  const bool many = row.plural || !lexicon_.spaced();  // Chinese nouns have no plural
  const bool series = many && (previous_ || previous_behind);
  const bool back = that_ && !row.plural;
  if ((!series && !back) || next_is_number(at_ + 1)) {
    return;
  }
  ScannedMention mention;
  mention.kind = series ? ScanKind::Series : ScanKind::BackReference;
  mention.head = row.kind;
  mention.headed = true;
  mention.governing = govern();
  mention.owner = force_.owner;
  mention.organ = force_.organ;
  mention.generic_organ = force_.generic;
  mention.pinpoint = std::exchange(pending_pinpoint_, {});
  mention.symbol = {reference_begin_, previous_behind ? tokens_[at_ + 1].end : t.end};
  if (!previous_ && !that_) {
    mention.symbol.begin = its_ ? its_begin_ : t.begin;
  }
  mention.quote = mention.symbol;
  out_.mentions.push_back(std::move(mention));
  pin_behind();
  at_ += previous_behind ? 1 : 0;
}

void Scanner::organ(const OrganRow& row) {
  organ_ = &row;
  organ_at_ = at_;
  if (!row.generic) {
    out_.councils.push_back(row.organ);
    named_before_ = row.organ;
    (is_commission(row.organ) ? commission_ : council_) = row.organ;
  }
  if (!lexicon_.spaced()) {
    // 大会第 77/37 号决议: the organ stands before the number.
    force_.owner = Owner::Named;
    force_.organ = row.organ;
    force_.generic = row.generic;
    force_.headed = false;
    end_chain();
  } else if (before_ == Before::Head) {
    name_head(row);
  } else if (chain_live_ && (before_ == Before::Work || before_ == Before::Date)) {
    // "résolution 1860 (2009) du Conseil de sécurité": the organ stands behind the number.
    for (std::size_t i = chain_begin_; i < out_.mentions.size(); ++i) {
      ScannedMention& mention = out_.mentions[i];
      if (mention.owner == Owner::Unnamed && mention.kind == ScanKind::Number) {
        mention.owner = Owner::Named;
        mention.organ = row.organ;
        mention.generic_organ = row.generic;
      }
    }
    return;  // a date may still follow
  } else if (in_list() && (at_ < 2 || tokens_[at_ - 2].kind != TokenKind::Comma)) {
    // "in accordance with resolution 77/37 and Security Council resolution 1540 (2004)"
    end_chain();
  } else {
    break_chain();
  }
  before_ = Before::Organ;
}

void Scanner::instrument(const Token& t, const InstrumentRow& row) {
  ScannedMention mention;
  mention.kind = ScanKind::Instrument;
  mention.instrument = row.id;
  mention.head = WorkKind::Treaty;
  mention.headed = true;
  mention.governing = govern();
  mention.pinpoint = std::exchange(pending_pinpoint_, {});
  mention.symbol = {t.begin, t.end};
  mention.quote = mention.symbol;
  break_chain();
  out_.mentions.push_back(std::move(mention));
  chain_begin_ = out_.mentions.size();
  pin_behind();
  before_ = Before::Word;
}

// 该决议第3段, 《联合国宪章》第二条: Chinese names the part behind the work.
void Scanner::pin_behind() {
  if (!lexicon_.spaced()) {
    pinnable_ = true;
    pin_target_.reset();
  }
}

void Scanner::word(const Token& t) {
  if (t.is(Word::Previous) || t.is(Word::That)) {
    // "that previous resolutions have not been complied with": the series has no "that".
    if ((!previous_ && !that_) || (that_ && !previous_ && t.is(Word::Previous))) {
      reference_begin_ = its_ ? its_begin_ : t.begin;
    }
    previous_ = previous_ || t.is(Word::Previous);
    that_ = that_ || t.is(Word::That);
    end_chain();
    before_ = Before::Its;
    return;
  }
  if (t.is(Word::Its)) {
    its_ = true;
    its_begin_ = t.begin;
    its_organ_ = organ_close() ? organ_ : nullptr;
    if (!lexicon_.spaced()) {
      force_.owner = Owner::Own;
      force_.headed = false;
    }
    before_ = Before::Its;
    return;
  }
  if (t.is(Word::SameDate)) {
    same_date();
    return;
  }
  if (t.is(Word::MostRecent)) {
    open_series_ = true;
    return;
  }
  if (t.is(Word::Ibid)) {
    ibid(t);
    return;
  }
  if (t.is(Word::To)) {
    // French "a décidé" and "à" read alike: no verb opens a clause behind it.
    before_ = Before::Range;
    return;
  }
  if (t.is(Word::And)) {
    before_ = Before::Joiner;
    return;
  }
  if (t.is(Word::Adverb)) {
    before_ = Before::Adverb;
    return;
  }
  if (t.is(Word::Document) && !pending_pinpoint_.empty()) {
    return;  // "the annex to document A/79/214"
  }
  if (t.is(Word::OrdinalSign) || t.is(Word::NumberSign)) {
    if (t.is(Word::OrdinalSign)) {
      sign_begin_ = t.begin;
      before_ = Before::Sign;
    }
    return;
  }
  if (t.is(Word::Stop)) {
    other(t);
    stopped_ = true;
    before_ = Before::Stop;
    return;
  }
  if (t.is(Word::Of) || t.is(Word::The) || t.is(Word::Both) || t.is(Word::DateGlue) ||
      t.is(Word::See) || t.is(Word::YearWord)) {
    if (t.is(Word::See)) {
      before_ = Before::Joiner;
    }
    return;
  }
  other(t);
}

void Scanner::same_date() {
  for (const std::size_t index : std::exchange(undated_, {})) {
    out_.mentions[index].same_date = true;
    out_.mentions[index].date = last_date_;
  }
  if (!lexicon_.spaced() && last_date_) {  // 同日第55/26号: the date stands before
    pending_date_ = last_date_;
    pending_extent_ = {tokens_[at_].begin, tokens_[at_].end};
    pending_users_.clear();
  }
  before_ = Before::Date;
}

void Scanner::ibid(const Token& t) {
  const SeriesNamed series = series_named(at_ + 1);
  if (series == SeriesNamed::WithSymbol) {
    before_ = Before::Joiner;  // the words that it stands for name no work
    return;
  }
  ScannedMention mention;
  mention.kind = ScanKind::Ibid;
  mention.governing = govern();
  mention.symbol = {t.begin, t.end};
  mention.quote = mention.symbol;
  mention.of_series = series == SeriesNamed::Alone;
  out_.mentions.push_back(std::move(mention));
  chain_begin_ = out_.mentions.size() - 1;
  chain_live_ = true;
  pinnable_ = true;
  pin_target_.reset();
  before_ = Before::Work;
}

Scanner::SeriesNamed Scanner::series_named(std::size_t at) const {
  constexpr std::size_t kFar = 16;
  SeriesNamed found = SeriesNamed::No;
  for (std::size_t i = at; i < tokens_.size() && i < at + kFar; ++i) {
    const Token& t = tokens_[i];
    if (t.kind == TokenKind::Semicolon || t.is(Word::See)) {
      break;
    }
    if (t.kind == TokenKind::Symbol) {
      return SeriesNamed::WithSymbol;
    }
    if (t.is(Word::SessionWord) || t.is(Word::Stop)) {
      found = SeriesNamed::Alone;
    }
  }
  return found;
}

}  // namespace lineage::ingest
