#include "ingest/resolver/date_checks.h"

#include "graph/numbering.h"

namespace lineage::ingest {
namespace {

// "67/199 of 14 February 2013": adopted in December, printed and dated in the new year.
bool is_distribution_date(const Symbol& target, Date date) {
  if (target.organ() != Organ::GeneralAssembly || target.kind() != WorkKind::Resolution ||
      target.session().kind != SessionKind::Regular || !target.letters().empty()) {
    return false;
  }
  const unsigned session = target.session().number;
  return date.year() == static_cast<int>(1946 + session) && date.month() <= 2 &&
         in_main_part(session, target.number()).value_or(false);
}

bool lies_within(Date date, const DateSpan& span) {
  return span.first <= date && date <= span.last;
}

// The same day and month in the one year of the span that has it: "24 December 2107" is 2017.
std::optional<Date> same_day_within(Date date, const DateSpan& span) {
  std::optional<Date> only;
  for (int year = span.first.year(); year <= span.last.year(); ++year) {
    const auto day = Date::of(year, date.month(), date.day());
    if (day && lies_within(*day, span)) {
      if (only) {
        return std::nullopt;
      }
      only = day;
    }
  }
  return only;
}

}  // namespace

void check_dates(Mention& mention, const std::optional<Date>& citing) {
  const auto span = mention.target->possible_dates();
  if (mention.date && span && !lies_within(*mention.date, *span)) {
    mention.flags.set(MentionFlag::Misdated);
    mention.suggestion = same_day_within(*mention.date, *span);
  }
  if (mention.date && is_distribution_date(*mention.target, *mention.date)) {
    mention.flags.set(MentionFlag::DistributionDate);
  }
  if (!citing) {
    return;
  }
  // A wrong date says nothing about which of the two is younger.
  const bool dated = mention.date && !mention.flags.has(MentionFlag::Misdated);
  if ((dated && *mention.date > *citing) || (span && span->first > *citing)) {
    mention.flags.set(MentionFlag::ForwardInTime);
  }
}

}  // namespace lineage::ingest
