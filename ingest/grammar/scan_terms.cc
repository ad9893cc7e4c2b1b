#include <utility>

#include "ingest/grammar/pinpoints.h"
#include "ingest/grammar/scanner.h"

namespace lineage::ingest {

void Scanner::term(const Token& t) {
  const LexiconEntry& entry = *t.entry;
  if (entry.cue != nullptr && cue(t, *entry.cue)) {
    return;
  }
  if (entry.instrument != nullptr &&
      (entry.instrument->brief == ShortName::No || named_in_brief(t))) {
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
    const ListGoesOn list = list_goes_on(at_ + 1);
    const std::optional<Date> date = pending_date_;
    if (list != ListGoesOn::SameOrgan) {
      owner_reset();
    }
    pending_date_ = list == ListGoesOn::No ? std::nullopt : date;
    before_ = Before::Head;
    return;
  }
  named_head(t, row);
}

// Chinese: "联合国环境大会第5/7号决议、题为“...”的第5/8号决议" names the organ once, and
// "2020年12月21日安全理事会第2558(2020)号决议和大会第75/201号决议" the date.
Scanner::ListGoesOn Scanner::list_goes_on(std::size_t at) const {
  const auto skip_marks = [&] {
    while (at < tokens_.size() && tokens_[at].kind == TokenKind::NoteMark) {
      ++at;
    }
  };
  skip_marks();
  if (at >= tokens_.size() || !tokens_[at].is(Word::And)) {
    return ListGoesOn::No;
  }
  ++at;
  skip_marks();
  if (at >= tokens_.size()) {
    return ListGoesOn::No;
  }
  if (tokens_[at].is(Word::Title) || tokens_[at].is(Word::OrdinalSign)) {
    return ListGoesOn::SameOrgan;
  }
  const bool organ = tokens_[at].entry != nullptr && tokens_[at].entry->organ != nullptr;
  return organ ? ListGoesOn::OtherOrgan : ListGoesOn::No;
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
  // "第1514(XV)号决议和其他有关决议的执行": one list, for what governs from behind.
  chain_live_ = std::exchange(chain_before_series_, false) && !out_.mentions.empty() &&
                out_.mentions.back().kind == ScanKind::Series;
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
  if (series) {
    series_ = mention.governing;
  }
  out_.mentions.push_back(std::move(mention));
  pin_behind();
  at_ += previous_behind ? 1 : 0;
}

void Scanner::organ(const OrganRow& row) {
  organ_ = &row;
  organ_at_ = at_;
  organ_joined_ = in_list();
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
    chain_goes_on_ = in_list();
    end_chain();
  } else if (before_ == Before::Head) {
    name_head(row);
  } else if (!row.generic && names_owner_behind()) {
    give_to(Owner::Own, row);
    break_chain();
  } else if (chain_live_ && (before_ == Before::Work || before_ == Before::Date ||
                             (before_ == Before::Comma && tokens_[at_ - 1].is(Word::Of)))) {
    // "résolution 1860 (2009) du Conseil de sécurité": the organ stands behind the number.
    give_to(Owner::Unnamed, row);
    return;  // a date may still follow
  } else if (in_list() && (at_ < 2 || tokens_[at_ - 2].kind != TokenKind::Comma)) {
    // "in accordance with resolution 77/37 and Security Council resolution 1540 (2004)"
    end_chain();
  } else if (before_ == Before::Comma && force_.phrase_open) {
    // "contained in its resolution 60/251, Human Rights Council resolution 5/1": the comma let the
    // phrase pass.
    end_chain();
  } else {
    break_chain();
  }
  before_ = Before::Organ;
}

// "in its resolution 32/2 of 20 February 1991, the Commission for Social Development decided": an
// organ that stands behind the number of "its" act and does something is the one that "its" means.
bool Scanner::names_owner_behind() const {
  std::size_t behind = at_;
  while (behind > 0 &&
         (tokens_[behind - 1].is(Word::The) || tokens_[behind - 1].kind == TokenKind::Comma ||
          tokens_[behind - 1].kind == TokenKind::NoteMark)) {
    --behind;
  }
  const bool close = !out_.mentions.empty() && (behind == last_work_at_ || behind == date_end_);
  if (!close || chain_begin_ >= out_.mentions.size() ||
      out_.mentions[chain_begin_].owner != Owner::Own || at_ + 1 >= tokens_.size()) {
    return false;
  }
  const Token& next = tokens_[at_ + 1];
  const bool noun = next.entry != nullptr && (next.entry->head != nullptr || next.is(Word::Of) ||
                                              next.is(Word::And) || next.is(Word::Report));
  return !noun && (next.kind == TokenKind::Word || next.kind == TokenKind::Term);
}

// Gives the works of the chain that have such an owner so far to the organ.
void Scanner::give_to(Owner so_far, const OrganRow& row) {
  for (std::size_t i = chain_begin_; i < out_.mentions.size(); ++i) {
    ScannedMention& mention = out_.mentions[i];
    if (mention.owner == so_far && mention.kind == ScanKind::Number) {
      mention.owner = Owner::Named;
      mention.organ = row.organ;
      mention.generic_organ = row.generic;
    }
  }
}

// "Article 51 of the Charter", "《宪章》第七章".
bool Scanner::named_in_brief(const Token& t) const {
  const auto of_charter = [](PartKind part) {
    return part == PartKind::Article || part == PartKind::Chapter;
  };
  const Token* next = at_ + 1 < tokens_.size() ? &tokens_[at_ + 1] : nullptr;
  if (!lexicon_.spaced()) {
    const PinpointReading part = pinpoint_at(tokens_, at_ + 1, text_);
    return part.tokens > 0 && of_charter(part.part);
  }
  const InstrumentRow& row = *t.entry->instrument;
  if (pending_pinpoint_.empty() || !part_close() || !of_charter(last_part_) ||
      !text_.substr(t.begin).starts_with(row.name)) {
    return false;
  }
  if (next == nullptr) {
    return true;
  }
  const bool unknown = next->kind == TokenKind::Word;
  const bool organ = next->entry != nullptr && next->entry->organ != nullptr;
  const std::size_t length = next->end - next->begin;
  const bool lower = text_.substr(next->begin, length) == lower_.substr(next->begin, length);
  return !next->is(Word::Of) && !organ &&
         (!unknown || (row.brief == ShortName::AdjectivesBefore && lower));
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
  force_.use = force_.phrase_open ? PhraseUse::Instrument : force_.use;
  instrument_at_ = at_;
  joined_ = false;
  break_chain();
  // "Declaration on Principles ... in accordance with the Charter": a part of another name.
  if (t.begin >= name_end_) {
    out_.mentions.push_back(std::move(mention));
  }
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
    // "not in accordance with the Charter that creates obstacles": the phrase ends with its clause.
    if (t.is(Word::That) && lexicon_.spaced() && at_ == instrument_at_ + 1) {
      close_phrase();
    }
    previous_ = previous_ || t.is(Word::Previous);
    that_ = that_ || t.is(Word::That);
    chain_before_series_ = !lexicon_.spaced() && (chain_before_series_ || in_list());
    end_chain();
    before_ = Before::Its;
    return;
  }
  if (t.is(Word::Its)) {
    its_ = true;
    its_begin_ = t.begin;
    its_organ_ = organ_close() ? organ_ : nullptr;
    if (!lexicon_.spaced()) {
      if (before_ == Before::Joiner) {
        end_chain();  // "第46/182号决议及其附件所载": of the annex, not of the resolution
      }
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
    joined_ = true;
    clause_at_joiner();
    enumerated_ = text_.substr(t.begin, t.end - t.begin) == "、";
    report_at_ = force_.phrase_open || reports_on() ? report_at_ : 0;
    phrase_at_joiner();
    before_ = Before::Joiner;
    return;
  }
  if (t.is(Word::Including)) {
    // "sa résolution 75/233, notamment le paragraphe 27"
    if (pinnable_ && at_ + 1 < tokens_.size() && names_part(at_ + 1)) {
      before_ = Before::Comma;
      return;
    }
    const bool joined = before_ == Before::Joiner;
    list_at_ = at_;
    other(t);
    // "and in particular recalls"; "resolutions including 1325 (2000)"
    before_ = joined ? Before::Adverb : Before::Phrase;
    return including();
  }
  if (t.is(Word::Adverb)) {
    // Chinese sets none apart: "部长级会议进一步强调" opens no clause, "以及在这方面回顾" does.
    if (lexicon_.spaced() || opens_clause(t) ||
        (before_ == Before::Joiner && text_.substr(t.begin).starts_with("在"))) {
      before_ = Before::Adverb;
    }
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
  if (t.is(Word::Title) && chain_live_ && lexicon_.spaced()) {
    return;  // a title in quotes follows, and perhaps a date
  }
  if (t.is(Word::AdoptedBy)) {
    adopted_at_ = at_;
    if (chain_live_) {
      before_ = Before::Work;  // "resolution 1 (I), adopted by the General Assembly on 24 January"
      return;
    }
    if (adopted_by_work(t)) {
      return;
    }
  }
  if (t.is(Word::Adoption)) {
    adopted_at_ = at_;
  }
  if (t.is(Word::Report)) {
    other(t);
    return report();
  }
  if (t.is(Word::Purpose) && force_.use == PhraseUse::None) {
    close_phrase();
  }
  if (t.is(Word::About)) {
    about_at_ = at_;
    about_ = about_ || pending_date_.has_value();
  }
  if (t.is(Word::OfLast)) {
    joined_by_comma_ = true;
    return;
  }
  if (t.is(Word::Both)) {
    revive_for_all();
  }
  if (t.is(Word::Of) || t.is(Word::The) || t.is(Word::Both) || t.is(Word::Between) ||
      t.is(Word::DateGlue) || t.is(Word::See) || t.is(Word::YearWord)) {
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
