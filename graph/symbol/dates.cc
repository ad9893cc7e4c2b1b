// What the number of a work says about when it can have been adopted.
#include <array>

#include "graph/symbol.h"

namespace lineage {
namespace {

struct Years {
  int first = 0;
  int last = 0;
};

// The special sessions S-1 to S-32, and the emergency special sessions ES-1 to ES-11; the tenth and
// the eleventh of these are adjourned and resumed to this day.
constexpr std::array<int, 32> kSpecialSessions{
    1947, 1948, 1961, 1963, 1967, 1974, 1975, 1978, 1978, 1978, 1980, 1982, 1986, 1986, 1988, 1989,
    1990, 1990, 1997, 1998, 1999, 1999, 2000, 2000, 2001, 2001, 2002, 2005, 2014, 2016, 2020, 2021};
constexpr int kOpenEnd = 9999;
constexpr std::array<Years, 11> kEmergencySessions{{{1956, 1956},
                                                    {1956, 1956},
                                                    {1958, 1958},
                                                    {1960, 1960},
                                                    {1967, 1967},
                                                    {1980, 1980},
                                                    {1980, 1982},
                                                    {1981, 1981},
                                                    {1982, 1982},
                                                    {1997, kOpenEnd},
                                                    {2022, kOpenEnd}}};

std::optional<DateSpan> span_of(const std::optional<Date>& first, const std::optional<Date>& last) {
  if (!first || !last) {
    return std::nullopt;
  }
  return DateSpan{*first, *last};
}

std::optional<DateSpan> span_of(Years years) {
  return span_of(Date::of(years.first, 1, 1), Date::of(years.last, 12, 31));
}

std::optional<DateSpan> assembly_session(Session session) {
  const int n = session.number;
  switch (session.kind) {
    case SessionKind::None:
      return std::nullopt;
    case SessionKind::Regular:
      if (n == 1) {  // in two parts: London from 10 January 1946, then New York
        return span_of(Date::of(1946, 1, 10), Date::of(1946, 12, 31));
      }
      return span_of(Date::of(1945 + n, 9, 1), Date::of(1946 + n, 9, 30));
    case SessionKind::Special: {
      const auto at = static_cast<std::size_t>(n - 1);
      if (n < 1 || at >= kSpecialSessions.size()) {
        return std::nullopt;
      }
      return span_of(Years{kSpecialSessions[at], kSpecialSessions[at]});
    }
    case SessionKind::EmergencySpecial: {
      const auto at = static_cast<std::size_t>(n - 1);
      if (n < 1 || at >= kEmergencySessions.size()) {
        return std::nullopt;
      }
      return span_of(kEmergencySessions[at]);
    }
  }
  return std::nullopt;
}

// The one year in which a body with regular sessions holds session n; 0 where the number does not
// say.
int year_of_session(Organ organ, int n) {
  switch (organ) {
    case Organ::HumanRightsCouncil:  // three sessions a year since June 2006: 20 in 2012, 52 in
                                     // 2023
      return n <= 3 ? 2006 : 2006 + (n - 1) / 3;
    case Organ::CommissionOnNarcoticDrugs:  // one a year: 52 in 2009
      return n >= 40 ? 1957 + n : 0;
    case Organ::CommissionOnTheStatusOfWomen:  // one a year: 49 in 2005
      return n >= 32 ? 1956 + n : 0;
    case Organ::CommissionOnCrimePrevention:  // one a year since 1992
      return 1991 + n;
    default:
      return 0;
  }
}

// The Economic and Social Council counts in years, and since 2014 the session of a year begins in
// the last week of July of the year before (General Assembly resolution 68/1): 2017/206 is of 5
// October 2016. Its end is left at the end of the year, up to which sessions have been resumed.
std::optional<DateSpan> council_session(int year) {
  constexpr int kFirstFromJuly = 2015;
  constexpr int kEarliestOpening = 23;
  return span_of(
      year < kFirstFromJuly ? Date::of(year, 1, 1) : Date::of(year - 1, 7, kEarliestOpening),
      Date::of(year, 12, 31));
}

std::optional<DateSpan> dates_of_act(Organ organ, Session session) {
  if (organ == Organ::GeneralAssembly) {
    return assembly_session(session);
  }
  if (session.kind == SessionKind::None) {
    return organ == Organ::EconomicAndSocialCouncil
               ? council_session(session.number)
               : span_of(Years{session.number, session.number});
  }
  if (session.kind != SessionKind::Regular) {
    return std::nullopt;
  }
  const int year = year_of_session(organ, session.number);
  return span_of(Years{year, year});
}

}  // namespace

std::optional<DateSpan> Symbol::possible_dates() const {
  if (session_.number == 0) {
    return std::nullopt;
  }
  const bool year = session_.kind == SessionKind::None;
  switch (kind_) {
    case WorkKind::Resolution:
    case WorkKind::Decision:
      // The sessions of ECOSOC in Roman numerals were two or more a year, at uneven times.
      return roman_ && !year && organ_ != Organ::GeneralAssembly ? std::nullopt
                                                                 : dates_of_act(organ_, session_);
    case WorkKind::Statement:
      return year ? span_of(Years{session_.number, session_.number}) : std::nullopt;
    case WorkKind::Report:
    case WorkKind::Draft:
    case WorkKind::Meeting:
    case WorkKind::Document:
      break;
    default:
      return std::nullopt;
  }
  if (organ_ == Organ::SecurityCouncil && year) {
    return span_of(Years{session_.number, session_.number});
  }
  // Documents are issued months before the session that they are meant for opens.
  if (organ_ == Organ::GeneralAssembly && session_.kind == SessionKind::Regular) {
    return span_of(Years{1945 + session_.number, 1946 + session_.number});
  }
  return std::nullopt;
}

std::optional<int> Symbol::year() const {
  if (session_.kind == SessionKind::None && session_.number != 0) {
    return session_.number;
  }
  const auto span = possible_dates();
  return span ? std::optional<int>(span->first.year()) : std::nullopt;
}

}  // namespace lineage
