#include <algorithm>
#include <utility>

#include "ingest/grammar/scanner.h"

namespace lineage::ingest {

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
  const Extent extent{t.begin, reading.end};
  at_ += reading.tokens;
  if (const auto day = reading.date()) {
    whole_date(*day, extent, reading.repaired);
    last_date_ = day;
  } else if (reading.year == 0) {
    partial_date(reading, extent);
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
    } else if (joins_dates(tokens_[i])) {
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
  undated_.clear();
  at_ = stop;
  before_ = Before::Date;
  return true;
}

bool Scanner::joins_dates(const Token& t) {
  return t.kind == TokenKind::Comma || t.is(Word::And) || t.is(Word::Of) || t.is(Word::The) ||
         t.is(Word::DateGlue) || t.is(Word::Adverb);
}

void Scanner::whole_date(Date day, Extent extent, bool repaired) {
  for (const auto& [index, month, dom] : std::exchange(partial_, {})) {
    if (const auto earlier = Date::of(day.year(), month, dom)) {
      out_.mentions[index].date = earlier;
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
  std::vector<std::size_t> takers;
  for (const std::size_t index : undated_) {
    if (fits(out_.mentions[index], day)) {
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
    return std::abs(2006 + (form.session.number - 1) / 3 - day.year()) <= 1;
  }
  const bool by_session = mention.organ == Organ::GeneralAssembly || mention.owner != Owner::Named;
  if ((form.form == Form::Slash || form.form == Form::Roman) && by_session &&
      form.session.kind == SessionKind::Regular) {
    const int opens = 1945 + form.session.number;
    return day.year() >= opens && day.year() <= opens + 1;
  }
  return true;
}

void Scanner::widen(Extent& quote, Extent by) {
  quote.begin = std::min(quote.begin, by.begin);
  quote.end = std::max(quote.end, by.end);
}

}  // namespace lineage::ingest
