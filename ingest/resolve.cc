#include "ingest/resolve.h"

#include <algorithm>
#include <string>

namespace lineage::ingest {
namespace {

// Commissions and councils whose sessions are numbered like the Assembly's, with the year in which
// their session n met: the Commission on Narcotic Drugs met for the 52nd time in 2009.
struct SessionOrgan {
  Organ organ;
  int first_year;    // year of session 1 if there had been one a year
  int per_year;      // sessions a year
  int last_session;  // no number above this is known
};

constexpr SessionOrgan kSessionOrgans[] = {
    {Organ::HumanRightsCouncil, 2006, 3, 80},
    {Organ::EnvironmentAssembly, 2014, 1, 12},
    {Organ::CommissionOnNarcoticDrugs, 1958, 1, 90},
    {Organ::CommissionOnTheStatusOfWomen, 1957, 1, 90},
    {Organ::CommissionOnCrimePrevention, 1992, 1, 50},
};

// The Assembly has held thirty-two special sessions, the last in 2021.
constexpr unsigned kLastSpecialSession = 32;

bool is_commission(Organ organ) {
  return organ >= Organ::CommissionOnHumanRights && organ <= Organ::CommissionOnTheStatusOfWomen;
}

// Whether a session of the organ can have met in the year, two years allowed for.
bool met(const SessionOrgan& row, unsigned session, int year) {
  if (row.organ == Organ::EnvironmentAssembly) {
    // Sessions of 2014, 2016, 2017, 2019, 2021 and 2024: every second year or so.
    const int expected = 2012 + 2 * static_cast<int>(session);
    return session >= 1 && std::abs(expected - year) <= 1;
  }
  const int expected = row.first_year + (static_cast<int>(session) - 1) / row.per_year;
  return std::abs(expected - year) <= 1;
}

std::string letters_of(const ScannedMention& scanned) {
  return scanned.letter.letter == 0 ? std::string() : std::string(1, scanned.letter.letter);
}

bool is_session_organ(Organ organ) {
  return organ == Organ::GeneralAssembly ||
         std::any_of(std::begin(kSessionOrgans), std::end(kSessionOrgans),
                     [&](const auto& row) { return row.organ == organ; });
}

class Resolver {
 public:
  Resolver(const ScannedMention& scanned, std::string_view text, const ResolveContext& context)
      : scanned_(scanned), text_(text), context_(context) {
    mention_.kind = scanned.head;
    mention_.relation = scanned.governing.relation;
    mention_.date = scanned.date;
    mention_.pinpoint = scanned.pinpoint;
    mention_.flags = scanned.flags;
  }

  Mention run() {
    switch (scanned_.kind) {
      case ScanKind::Number:
        number();
        break;
      case ScanKind::Series:
        mention_.by = FoundBy::Series;
        mention_.status = MentionStatus::Unresolved;
        break;
      case ScanKind::BackReference:
        back_reference(context_.recent);
        break;
      case ScanKind::Ibid:
        mention_.kind = WorkKind::Document;
        back_reference(context_.previous_note);
        break;
      case ScanKind::Instrument:
        mention_.by = FoundBy::Name;
        settle(Symbol::named("treaty", scanned_.instrument));
        break;
    }
    if (mention_.target) {
      check_dates();
    }
    return std::move(mention_);
  }

 private:
  void settle(Symbol symbol) {
    mention_.kind = symbol.kind();
    mention_.target = std::move(symbol);
    mention_.status = MentionStatus::Resolved;
  }

  void unresolved() { mention_.status = MentionStatus::Unresolved; }

  void ambiguous(std::vector<Symbol> candidates) {
    mention_.status = candidates.empty() ? MentionStatus::Unresolved : MentionStatus::Ambiguous;
    mention_.candidates = std::move(candidates);
  }

  // "that resolution" after a list of two is ambiguous, with both listed.
  void back_reference(const std::vector<Symbol>& works) {
    mention_.by = FoundBy::BackReference;
    if (scanned_.kind == ScanKind::Ibid && !works.empty()) {
      return settle(works.front());
    }
    std::vector<Symbol> distinct;
    for (const Symbol& work : works) {
      const bool fits = scanned_.kind == ScanKind::Ibid || work.kind() == scanned_.head;
      if (fits && std::find(distinct.begin(), distinct.end(), work) == distinct.end()) {
        distinct.push_back(work);
      }
    }
    if (scanned_.kind == ScanKind::Ibid && !distinct.empty()) {
      return settle(distinct.front());
    }
    distinct.size() == 1 ? settle(distinct.front()) : ambiguous(std::move(distinct));
  }

  void number() {
    switch (scanned_.form.form) {
      case Form::Document:
        return document();
      case Form::Slash:
        return scanned_.form.year != 0 ? year_slash() : slash();
      case Form::SpecialSlash:
        return special();
      case Form::Roman:
        return roman();
      case Form::Year:
        return settle(Symbol::council(scanned_.form.number, scanned_.form.year));
      case Form::Number:
        return unresolved();  // the year is not printed
    }
  }

  void document() {
    const Extent& at = scanned_.symbol;
    const std::string_view printed = scanned_.document.empty()
                                         ? text_.substr(at.begin, at.end - at.begin)
                                         : std::string_view(scanned_.document);
    auto symbol = Symbol::parse(printed);
    if (!symbol) {
      symbol = Symbol::document(printed);
    }
    if (!symbol) {
      mention_.kind = WorkKind::Document;
      return unresolved();
    }
    if (scanned_.headed && symbol->kind() == WorkKind::Report && scanned_.owner != Owner::Unnamed) {
      mention_.flags.set(MentionFlag::SymbolBeatsWord);
    }
    settle(std::move(*symbol));
  }

  // The organ that the text named last before this place.
  [[nodiscard]] std::optional<Organ> named_last() const {
    return scanned_.named_before ? scanned_.named_before : context_.named_last(false);
  }

  // "the Council", "the Commission": the one named last, in this paragraph or before.
  [[nodiscard]] std::optional<Organ> generic_organ() const {
    const bool commission = is_commission(scanned_.organ);
    if (scanned_.named_before && is_commission(*scanned_.named_before) == commission) {
      return scanned_.named_before;
    }
    return context_.named_last(commission);
  }

  // The organ of the head noun; nothing when the text does not name one.
  [[nodiscard]] std::optional<Organ> organ() const {
    if (scanned_.owner == Owner::Named) {
      return scanned_.generic_organ ? generic_organ() : std::optional(scanned_.organ);
    }
    if (scanned_.owner == Owner::Own) {
      return context_.organ;
    }
    return std::nullopt;
  }

  [[nodiscard]] Symbol in_session(Organ organ) const {
    return Symbol::slash(organ, mention_.kind, scanned_.form.session, scanned_.form.number,
                         letters_of(scanned_));
  }

  // "53/70", "20/8": session and number.
  void slash() {
    const unsigned session = scanned_.form.session.number;
    if (const Symbol* known = settled_before()) {
      return settle(*known);
    }
    const auto named = organ();
    // 大会关于设立人权理事会的2006年3月15日第60/251号决议: the council is named, the Assembly
    // meant.
    if (named == Organ::HumanRightsCouncil && session >= 31 && !met_by(*named, session) &&
        (!scanned_.date || assembly_may(session))) {
      mention_.flags.set(MentionFlag::ImpliedOrgan);
      return settle(in_session(Organ::GeneralAssembly));
    }
    const bool own_misfit = scanned_.owner == Owner::Own && !assembly_may(session);
    if (named && is_session_organ(*named) && !own_misfit) {
      if (*named == Organ::GeneralAssembly && session < 31) {
        return before_strokes(session);
      }
      return settle(in_session(*named));
    }
    if (session >= 31 && assembly_may(session)) {
      return settle(in_session(Organ::GeneralAssembly));
    }
    if (context_.organ && *context_.organ != Organ::GeneralAssembly &&
        is_session_organ(*context_.organ) && met_by(*context_.organ, session)) {
      mention_.flags.set(MentionFlag::ImpliedOrgan);
      return settle(in_session(*context_.organ));
    }
    // "Human Rights Council decision 18/120 ... and resolutions 24/14 ..., 43/15 of 22 June 2020".
    if (const auto council = named_last() ? named_last() : std::optional(Organ::HumanRightsCouncil);
        council && scanned_.date && *council != Organ::GeneralAssembly &&
        met_by(*council, session)) {
      mention_.flags.set(MentionFlag::ImpliedOrgan);
      return settle(in_session(*council));
    }
    if (session >= 31) {
      return settle(
          in_session(Organ::GeneralAssembly));  // a wrong date is a finding, not another organ
    }
    other_organs(session);
  }

  // "resolutions 34/24 and 40/20" without a word on whose they are, where the text has said so
  // before.
  [[nodiscard]] const Symbol* settled_before() const {
    if (scanned_.owner != Owner::Unnamed || scanned_.date) {
      return nullptr;
    }
    for (const Symbol& work : context_.settled) {
      if (work.organ() != Organ::GeneralAssembly && work == in_session(work.organ())) {
        return &work;
      }
    }
    return nullptr;
  }

  // The Assembly numbered with Roman sessions to its thirtieth: "resolution 2/24" is another
  // organ's.
  void before_strokes(unsigned session) { other_organs(session); }

  void other_organs(unsigned session) {
    std::vector<Symbol> candidates;
    for (const SessionOrgan& row : kSessionOrgans) {
      const bool possible = session <= static_cast<unsigned>(row.last_session) &&
                            (!scanned_.date || met(row, session, scanned_.date->year()));
      const bool likely = row.organ == Organ::HumanRightsCouncil || scanned_.date.has_value();
      if (possible && likely) {
        candidates.push_back(in_session(row.organ));
      }
    }
    // The council that the text has just named is the one meant, where date and number allow it.
    for (const Symbol& candidate : candidates) {
      if (named_last() == candidate.organ()) {
        mention_.flags.set(MentionFlag::ImpliedOrgan);
        return settle(candidate);
      }
    }
    ambiguous(std::move(candidates));
  }

  // Whether session and date allow the Assembly; without a date they do.
  [[nodiscard]] bool assembly_may(unsigned session) const {
    if (!scanned_.date) {
      return !(context_.organ == Organ::HumanRightsCouncil && session <= 60 &&
               scanned_.owner == Owner::Own);
    }
    const int opens = 1945 + static_cast<int>(session);
    return scanned_.date->year() == opens || scanned_.date->year() == opens + 1;
  }

  [[nodiscard]] bool met_by(Organ organ, unsigned session) const {
    for (const SessionOrgan& row : kSessionOrgans) {
      if (row.organ == organ && scanned_.date) {
        return met(row, session, scanned_.date->year());
      }
      if (row.organ == organ) {
        // A session that was still to come when the text was adopted is another organ's.
        const int expected = row.first_year + (static_cast<int>(session) - 1) / row.per_year;
        return !context_.date || expected <= context_.date->year();
      }
    }
    return false;
  }

  // "1996/31": year and number, of the Economic and Social Council or the Commission on Human
  // Rights.
  void year_slash() {
    auto named = organ();
    if (!named ||
        (*named != Organ::EconomicAndSocialCouncil && *named != Organ::CommissionOnHumanRights)) {
      mention_.flags.set(MentionFlag::ImpliedOrgan);
      named = Organ::EconomicAndSocialCouncil;
    }
    settle(in_session(*named));
  }

  void special() {
    const auto named = organ();
    if (named == Organ::HumanRightsCouncil ||
        (named == Organ::GeneralAssembly && scanned_.owner == Owner::Named)) {
      return settle(in_session(*named));
    }
    if (scanned_.form.session.kind == SessionKind::EmergencySpecial) {
      return settle(in_session(Organ::GeneralAssembly));
    }
    const bool beyond = scanned_.form.session.number > kLastSpecialSession;
    if (beyond ||
        (scanned_.date && scanned_.date->year() >= 2006 && !assembly_special(*scanned_.date))) {
      mention_.flags.set(MentionFlag::ImpliedOrgan);
      return settle(in_session(Organ::HumanRightsCouncil));
    }
    settle(in_session(Organ::GeneralAssembly));
  }

  // Whether the Assembly's special session of this number met in the date's year.
  [[nodiscard]] bool assembly_special(Date date) const {
    const auto span = in_session(Organ::GeneralAssembly).possible_dates();
    return span && span->first <= date && date <= span->last;
  }

  // "217 A (III)", "1235 (XLII)".
  void roman() {
    const FormReading& form = scanned_.form;
    auto named = organ();
    if (named && *named != Organ::GeneralAssembly && *named != Organ::EconomicAndSocialCouncil &&
        *named != Organ::TrusteeshipCouncil && *named != Organ::CommissionOnHumanRights &&
        *named != Organ::CommissionOnNarcoticDrugs) {
      named.reset();
    }
    if (!named && form.session.kind == SessionKind::Regular && form.session.number > 30) {
      mention_.flags.set(MentionFlag::ImpliedOrgan);
      named =
          Organ::EconomicAndSocialCouncil;  // the Assembly's Roman sessions end with the thirtieth
    }
    settle(Symbol::roman(named.value_or(Organ::GeneralAssembly), mention_.kind, form.session,
                         form.number, letters_of(scanned_)));
  }

  void check_dates() {
    const auto span = mention_.target->possible_dates();
    if (mention_.date && span && (*mention_.date < span->first || *mention_.date > span->last)) {
      mention_.flags.set(MentionFlag::Misdated);
      mention_.suggestion = same_day_within(*span);
    }
    if (context_.date) {
      const bool later = (mention_.date && *mention_.date > *context_.date) ||
                         (span && span->first > *context_.date);
      if (later) {
        mention_.flags.set(MentionFlag::ForwardInTime);
      }
    }
  }

  // The same day and month in the one year of the span that has it: "24 December 2107" is 2017.
  [[nodiscard]] std::optional<Date> same_day_within(const DateSpan& span) const {
    std::optional<Date> only;
    for (int year = span.first.year(); year <= span.last.year(); ++year) {
      const auto day = Date::of(year, mention_.date->month(), mention_.date->day());
      if (day && *day >= span.first && *day <= span.last) {
        if (only) {
          return std::nullopt;
        }
        only = day;
      }
    }
    return only;
  }

  const ScannedMention& scanned_;
  std::string_view text_;
  const ResolveContext& context_;
  Mention mention_;
};

}  // namespace

Mention resolve(const ScannedMention& scanned,
                std::string_view text,
                const ResolveContext& context) {
  return Resolver(scanned, text, context).run();
}

}  // namespace lineage::ingest
