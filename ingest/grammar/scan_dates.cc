#include <algorithm>
#include <utility>

#include "ingest/grammar/scanner.h"

namespace lineage::ingest {
namespace {

// The Human Rights Council holds three sessions a year since 2006.
int year_of_council(const FormReading& form) { return 2006 + (form.session.number - 1) / 3; }

}  // namespace

bool Scanner::date() {
  const Token& t = tokens_[at_];
  const DateReading reading = date_at(tokens_, at_, text_);
  const bool several = chain_live_ && lexicon_.spaced() && undated_.size() > 1;
  if (several && at_ >= no_dates_until_ && (reading.tokens > 0 || is_day_of_list(at_)) &&
      dates_in_order()) {
    return true;
  }
  if (reading.tokens == 0) {
    return false;
  }
  revive_behind_title();
  const Extent extent{t.begin, reading.end};
  at_ += reading.tokens;
  if (const auto day = reading.date()) {
    whole_date(*day, extent, reading.repaired);
    last_date_ = day;
    date_end_ = at_;
  } else if (reading.year == 0) {
    partial_date(reading, extent);
  }
  if (reading.inner_mark != 0) {
    out_.marks.push_back({reading.inner_mark, governs_mark()});
  }
  if (reading.note_mark != 0) {
    out_.marks.push_back({reading.note_mark, force_.verb});
    flag_chain(MentionFlag::NoteMarkSplit);
  }
  before_ = Before::Date;
  return true;
}

// "résolutions 2235 (2015) et 2319 (2016) ..., en date des 7 août 2015 et 17 novembre 2016": as
// many dates as works, in the same order. Takes them all, or nothing.
bool Scanner::dates_in_order() {
  std::vector<DateReading> run;
  std::size_t i = at_;
  std::size_t stop = at_;
  while (run.size() <= undated_.size() && i < tokens_.size()) {
    const DateReading reading = date_at(tokens_, i, text_);
    if (reading.tokens > 0) {
      run.push_back(reading);
      i += reading.tokens;
      stop = i;
    } else if (is_day_of_list(i)) {
      run.push_back({.tokens = 1, .day = static_cast<int>(tokens_[i].value)});
      ++i;
    } else if (joins_dates(tokens_[i]) || tokens_[i].kind == TokenKind::NoteMark) {
      ++i;
    } else {
      break;
    }
  }
  if (run.size() != undated_.size() || run.back().year == 0) {
    no_dates_until_ = i;  // no second look: a million numbers are read once
    return false;
  }
  int year = 0;
  int month = 0;
  for (std::size_t k = run.size(); k > 0; --k) {
    year = run[k - 1].year != 0 ? run[k - 1].year : year;
    month = run[k - 1].month != 0 ? run[k - 1].month : month;
    ScannedMention& mention = out_.mentions[undated_[k - 1]];
    mention.date = Date::of(year, month, run[k - 1].day);
  }
  last_date_ = out_.mentions[undated_.back()].date;
  marks_among_dates(stop);
  undated_.clear();
  at_ = stop;
  before_ = Before::Date;
  return true;
}

// "du 24 mars 2017²⁶, du 22 mars 2019²⁷ et du 23 mars 2021²⁸": the marks are those of the works.
void Scanner::marks_among_dates(std::size_t stop) {
  std::size_t work = 0;
  for (std::size_t i = at_; i < stop; ++i) {
    if (tokens_[i].kind == TokenKind::NoteMark && work < undated_.size()) {
      const ScannedMention& mention = out_.mentions[undated_[work++]];
      out_.marks.push_back(
          {tokens_[i].value, published_elsewhere(mention) ? mention.governing : force_.verb});
    }
  }
}

bool Scanner::joins_dates(const Token& t) {
  return t.kind == TokenKind::Comma || t.is(Word::And) || t.is(Word::Of) || t.is(Word::OfLast) ||
         t.is(Word::The) || t.is(Word::DateGlue) || t.is(Word::Adverb);
}

void Scanner::whole_date(Date day, Extent extent, bool repaired) {
  for (const auto& [index, month, dom] : std::exchange(partial_, {})) {
    const auto earlier = Date::of(day.year(), month, dom);
    ScannedMention& mention = out_.mentions[index];
    const bool last = index + 1 == out_.mentions.size();
    if (earlier && (last || fits_closely(mention, *earlier) || meets_in_year(mention, *earlier))) {
      mention.date = earlier;
    }
  }
  if (chain_live_ && !undated_.empty() && (lexicon_.spaced() || before_ == Before::Open)) {
    give_date(day, extent, repaired);
    return;
  }
  if (!lexicon_.spaced()) {
    pending_date_ = day;
    pending_extent_ = extent;
    pending_users_.clear();
  } else {
    adoption_date_ = AdoptionDate{day, extent, at_};
  }
}

// "la adopción, el 21 de diciembre de 2007, de la resolución 62/214": the date of an adoption that
// stands shortly before a number which can have been given then.
void Scanner::take_adoption_date(ScannedMention& mention) {
  constexpr std::size_t kNear = 20;  // tokens
  if (adoption_date_ && at_ <= adoption_date_->at + kNear && adopted_at_ != 0 &&
      at_ <= adopted_at_ + kNear && fits_closely(mention, adoption_date_->date)) {
    mention.date = adoption_date_->date;
    widen(mention.quote, adoption_date_->extent);
  }
}

// "resolution 5/2, on the code of conduct, of 18 June 2007": a date set off by commas belongs to
// the last work, when that can have been adopted then.
void Scanner::revive_behind_title() {
  constexpr std::size_t kTitle = 40;  // tokens
  const bool set_off = lexicon_.spaced() && at_ >= 2 &&
                       (tokens_[at_ - 1].is(Word::Of) || tokens_[at_ - 1].is(Word::OfLast)) &&
                       tokens_[at_ - 2].kind == TokenKind::Comma;
  if (chain_live_ || !set_off || out_.mentions.empty() || at_ > last_work_at_ + kTitle) {
    return;
  }
  const DateReading reading = date_at(tokens_, at_, text_);
  const ScannedMention& last = out_.mentions.back();
  if (reading.date() && !last.date && fits_closely(last, *reading.date())) {
    undated_.assign(1, out_.mentions.size() - 1);
    chain_live_ = true;
  }
}

// "5/1, on institution-building, and 5/2, on the code of conduct, both of 18 June 2007": the date
// serves the works that have none, back to the last that has one.
void Scanner::revive_for_all() {
  joined_by_comma_ = false;
  if (chain_live_) {
    return;
  }
  undated_.clear();
  for (std::size_t i = out_.mentions.size(); i > 0; --i) {
    const ScannedMention& mention = out_.mentions[i - 1];
    if (mention.kind != ScanKind::Number || mention.date || mention.form.form == Form::Document) {
      break;
    }
    undated_.insert(undated_.begin(), i - 1);
  }
  chain_live_ = undated_.size() > 1;
  if (!chain_live_) {
    undated_.clear();
  }
}

// "of 29 November and 12 December 1979": the year comes with a later date.
void Scanner::partial_date(const DateReading& reading, Extent extent) {
  if (!chain_live_) {
    return;
  }
  for (const std::size_t index : std::exchange(undated_, {})) {
    partial_.push_back({index, reading.month, reading.day});
    widen(out_.mentions[index].quote, extent);
  }
}

// Gives the date to every work of the chain that waits for one and that it can belong to.
void Scanner::give_date(Date day, Extent extent, bool repaired) {
  // "446 (1979), 452 (1979) of 20 July 1979 and 465 (1980)": behind a comma, the date is the last
  // work's alone.
  if (joined_by_comma_) {
    undated_.erase(undated_.begin(),
                   std::lower_bound(undated_.begin(), undated_.end(), last_printed_));
  }
  std::vector<std::size_t> takers;
  for (const std::size_t index : undated_) {
    const ScannedMention& mention = out_.mentions[index];
    if (undated_.size() == 1 ? fits(mention, day) : may_share(mention, day)) {
      takers.push_back(index);
    }
  }
  if (takers.empty()) {
    takers = undated_;  // another organ's numbers, or a wrong date: the resolver's to find
  }
  for (const std::size_t index : takers) {
    ScannedMention& mention = out_.mentions[index];
    mention.date = day;
    if (takers.size() > 1) {
      mention.flags.set(MentionFlag::SharedDate);
    }
    if (repaired) {
      mention.flags.set(MentionFlag::OcrRepaired);
    }
    if (index == takers.back()) {
      widen(mention.quote, extent);
    }
  }
  undated_.clear();
}

// Whether the number can have been given in the date's year, a year more or less allowed for: a
// wrong date is the resolver's to find, a date of the neighbour's is kept out here.
bool Scanner::fits(const ScannedMention& mention, Date day) {
  const FormReading& form = mention.form;
  if (mention.kind != ScanKind::Number) {
    return false;
  }
  if (form.year != 0) {
    return form.year == day.year();
  }
  if (form.form == Form::Slash && mention.owner == Owner::Named &&
      mention.organ == Organ::HumanRightsCouncil) {
    return std::abs(year_of_council(form) - day.year()) <= 1;
  }
  const bool by_session = mention.organ == Organ::GeneralAssembly || mention.owner != Owner::Named;
  if ((form.form == Form::Slash || form.form == Form::Roman) && by_session &&
      form.session.kind == SessionKind::Regular) {
    const int opens = 1945 + form.session.number;
    return day.year() >= opens && day.year() <= opens + 1;
  }
  return true;
}

// Whether the number is one that the Human Rights Council can have given in that year.
bool Scanner::meets_in_year(const ScannedMention& mention, Date day) {
  const FormReading& form = mention.form;
  return form.form == Form::Slash && form.year == 0 && year_of_council(form) == day.year();
}

// A date that several works could share is not that of a session in another year.
bool Scanner::meets_in_other_year(const ScannedMention& mention, Date day) {
  const FormReading& form = mention.form;
  return form.form == Form::Slash && form.year == 0 && mention.owner == Owner::Named &&
         mention.organ == Organ::HumanRightsCouncil && year_of_council(form) != day.year();
}

// Whether the number cannot have been given then, by the organ that seems to own it or by the
// Assembly: in front of a number, an organ may be what the work is about.
bool Scanner::contradicts(const ScannedMention& mention, Date day) {
  if (fits(mention, day) && !meets_in_other_year(mention, day)) {
    return false;
  }
  const FormReading& form = mention.form;
  const int opens = 1945 + form.session.number;
  const bool assembly = form.form == Form::Slash && form.year == 0 &&
                        form.session.kind == SessionKind::Regular && day.year() >= opens &&
                        day.year() <= opens + 1;
  return !assembly;
}

// Whether a date that several works could share can be this one's: sessions of the Assembly open in
// September.
bool Scanner::may_share(const ScannedMention& mention, Date day) {
  if (contradicts(mention, day)) {
    return false;
  }
  const FormReading& form = mention.form;
  const bool assembly = form.form == Form::Slash && form.year == 0 &&
                        form.session.kind == SessionKind::Regular &&
                        (mention.owner != Owner::Named || mention.organ == Organ::GeneralAssembly);
  return !assembly || fits_closely(mention, day) || meets_in_year(mention, day);
}

// Whether number and date bear each other out: the year is printed, or the session tells it.
bool Scanner::fits_closely(const ScannedMention& mention, Date day) {
  const FormReading& form = mention.form;
  if (mention.kind != ScanKind::Number || form.form == Form::Document) {
    return false;
  }
  if (form.year != 0) {
    return form.year == day.year();
  }
  if (form.form != Form::Slash || form.session.kind != SessionKind::Regular) {
    return false;
  }
  if (mention.owner == Owner::Named && mention.organ == Organ::HumanRightsCouncil) {
    return !meets_in_other_year(mention, day);
  }
  const int opens = 1945 + form.session.number;
  const bool assembly = mention.owner != Owner::Named || mention.organ == Organ::GeneralAssembly;
  return assembly && ((day.year() == opens && day.month() >= 9) ||
                      (day.year() == opens + 1 && day.month() <= 9));
}

void Scanner::widen(Extent& quote, Extent by) {
  quote.begin = std::min(quote.begin, by.begin);
  quote.end = std::max(quote.end, by.end);
}

}  // namespace lineage::ingest
