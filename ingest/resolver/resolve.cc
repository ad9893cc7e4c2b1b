#include "ingest/resolver/resolve.h"

#include <algorithm>
#include <string>

#include "graph/numbering.h"
#include "ingest/grammar/misread.h"
#include "ingest/resolver/date_checks.h"
#include "ingest/resolver/session_organs.h"

namespace lineage::ingest {
namespace {

// The Assembly has held thirty-two special sessions, the last in 2021.
constexpr unsigned kLastSpecialSession = 32;

std::string letters_of(const ScannedMention& scanned) {
  return scanned.letter.letter == 0
             ? std::string()
             : std::string(scanned.letter.doubled ? 2 : 1, scanned.letter.letter);
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
      case ScanKind::Name:
        named();
        break;
    }
    if (mention_.target) {
      check_dates(mention_, context_.date);
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

  // "the report of the Group of Governmental Experts" without its year fits four.
  void named() {
    mention_.by = FoundBy::Name;
    mention_.kind = scanned_.named.front().kind();
    scanned_.named.size() == 1 ? settle(scanned_.named.front())
                               : ambiguous({scanned_.named.begin(), scanned_.named.end()});
  }

  // "that resolution" after a list of two is ambiguous, with both listed.
  void back_reference(const std::vector<Symbol>& works) {
    mention_.by = FoundBy::BackReference;
    if (scanned_.of_series) {
      return unresolved();
    }
    if (scanned_.kind == ScanKind::Ibid && !works.empty()) {
      return settle(works.front());
    }
    std::vector<Symbol> distinct;
    for (const Symbol& work : works) {
      if (work.kind() == scanned_.head &&
          std::find(distinct.begin(), distinct.end(), work) == distinct.end()) {
        distinct.push_back(work);
      }
    }
    distinct.size() == 1 ? settle(distinct.front()) : ambiguous(std::move(distinct));
  }

  void number() {
    if (scanned_.form.abbreviated) {
      return unresolved();
    }
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
        return council();
      case Form::Number:
        return council_number();
      case Form::Numeral:
        return unresolved();  // of which conference, the text may not say at all
      case Form::External:
        mention_.flags.set(MentionFlag::ExternalBody);
        return settle(Symbol::named("external", scanned_.form.external));
    }
  }

  void document() {
    const Extent& at = scanned_.symbol;
    const std::string_view printed = scanned_.document.empty()
                                         ? text_.substr(at.begin, at.end - at.begin)
                                         : std::string_view(scanned_.document);
    // "8/24600" with the S of the Council's documents read as an eight: in its own texts alone.
    if (scanned_.form.repaired && printed.starts_with("S/") &&
        context_.organ != Organ::SecurityCouncil) {
      return unresolved();
    }
    const std::string mended = mended_symbol(printed);
    if (mended != printed) {
      mention_.flags.set(MentionFlag::OcrRepaired);
    }
    auto symbol = Symbol::parse(mended);
    if (!symbol) {
      symbol = Symbol::document(mended);
    }
    if (!symbol) {
      mention_.kind = WorkKind::Document;
      return unresolved();
    }
    if (scanned_.behind_head && symbol->kind() == WorkKind::Report) {
      mention_.flags.set(MentionFlag::SymbolBeatsWord);
    }
    if (is_double(printed, symbol->canonical())) {
      mention_.flags.set(MentionFlag::AliasSymbol);
    }
    settle(std::move(*symbol));
  }

  // "A/42/227-E/1987/65" is known by its first half.
  static bool is_double(std::string_view printed, std::string_view canonical) {
    return printed.size() > canonical.size() + 1 &&
           printed.substr(0, canonical.size()) == canonical && printed[canonical.size()] == '-';
  }

  [[nodiscard]] bool by_council() const {
    return scanned_.owner == Owner::Named ? scanned_.organ == Organ::SecurityCouncil
                                          : context_.organ == Organ::SecurityCouncil;
  }

  // "1325 (2000)". Number and year may disagree: the number wins unless the date bears the year
  // out.
  void council() {
    const FormReading& form = scanned_.form;
    const auto year = council_year(form.number);
    if (!year || *year == form.year) {
      return settle(Symbol::council(form.number, form.year));
    }
    mention_.flags.set(MentionFlag::SessionConflict);
    if (scanned_.date && scanned_.date->year() == form.year) {
      return settle(Symbol::council(form.number, form.year));
    }
    const bool dated = scanned_.date && scanned_.date->year() == *year;
    dated || by_council() ? settle(Symbol::council(form.number, static_cast<std::uint16_t>(*year)))
                          : unresolved();
  }

  // "Security Council resolution 418": the number alone is unique.
  void council_number() {
    const auto year = council_year(scanned_.form.number);
    if (!year || !by_council()) {
      return unresolved();
    }
    mention_.flags.set(MentionFlag::ImpliedYear);
    settle(Symbol::council(scanned_.form.number, static_cast<std::uint16_t>(*year)));
  }

  // The organ that the text named last before this place.
  [[nodiscard]] std::optional<Organ> named_last() const {
    return scanned_.named_before ? scanned_.named_before : context_.named_last(false);
  }

  // "the Council", "the Commission": the one named last, in this paragraph or before, else the one
  // whose text this is. The Assembly is neither.
  [[nodiscard]] std::optional<Organ> generic_organ() const {
    const bool commission = is_commission(scanned_.organ);
    const auto alike = [&](const std::optional<Organ>& organ) {
      return organ && *organ != Organ::GeneralAssembly && *organ != Organ::Other &&
             is_commission(*organ) == commission;
    };
    if (alike(scanned_.named_before)) {
      return scanned_.named_before;
    }
    const std::optional<Organ> last = context_.named_last(commission);
    return !last && alike(context_.organ) ? context_.organ : last;
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
    if (context_.right_to_left && (!named || *named == Organ::GeneralAssembly) && reversed()) {
      return;
    }
    // "Governing Council decision 27/2": a body whose acts have no symbol here.
    if (named == Organ::Other && scanned_.owner == Owner::Named) {
      return unresolved();
    }
    if (council_with_sessions(named, session)) {
      return;
    }
    const bool own_misfit =
        scanned_.owner == Owner::Own && named &&
        (*named == Organ::GeneralAssembly ? !assembly_may(session) : !met_by(*named, session));
    if (named && numbers_by_session(*named) && !own_misfit) {
      if (*named == Organ::GeneralAssembly && session < 31) {
        return before_strokes(session);
      }
      return settle(in_session(*named));
    }
    if (session >= 31 && assembly_may(session)) {
      return settle(in_session(Organ::GeneralAssembly));
    }
    if (context_.organ && *context_.organ != Organ::GeneralAssembly &&
        numbers_by_session(*context_.organ) && met_by(*context_.organ, session)) {
      mention_.flags.set(MentionFlag::ImpliedOrgan);
      return settle(in_session(*context_.organ));
    }
    // "Human Rights Council decision 18/120 ... and resolutions 24/14 ..., 43/15 of 22 June 2020":
    // a date that no session of the Assembly with this number has, and that one of another organ
    // has.
    const auto implied = [&](std::optional<Organ> other) {
      if (!other || *other == Organ::GeneralAssembly || !met_by(*other, session)) {
        return false;
      }
      mention_.flags.set(MentionFlag::ImpliedOrgan);
      settle(in_session(*other));
      return true;
    };
    if (scanned_.date && (implied(named_last()) || implied(context_.named_last(false)) ||
                          implied(Organ::HumanRightsCouncil))) {
      return;
    }
    if (session >= 31) {
      return settle(
          in_session(Organ::GeneralAssembly));  // a wrong date is a finding, not another organ
    }
    other_organs(session);
  }

  // "Council resolution 25/2" where the text has named the Economic and Social Council last: of the
  // councils one alone numbers by session.
  bool council_with_sessions(std::optional<Organ> named, unsigned session) {
    const bool at_home = context_.organ == Organ::GeneralAssembly || !context_.organ;
    if (!scanned_.generic_organ || is_commission(scanned_.organ) ||
        scanned_.owner != Owner::Named || !at_home || (named && numbers_by_session(*named)) ||
        mention_.kind != WorkKind::Resolution || !met_by(Organ::HumanRightsCouncil, session)) {
      return false;
    }
    mention_.flags.set(MentionFlag::ImpliedOrgan);
    settle(in_session(Organ::HumanRightsCouncil));
    return true;
  }

  // "70/36" for "36/70", from a layer of text that runs the wrong way: the date decides; without
  // one turned brackets leave both readings.
  bool reversed() {
    const std::uint32_t session = scanned_.form.session.number;
    const std::uint32_t number = scanned_.form.number;
    if (number < 31 || number > 100) {
      return false;
    }
    const Symbol turned = Symbol::slash(Organ::GeneralAssembly, mention_.kind,
                                        {SessionKind::Regular, static_cast<std::uint16_t>(number)},
                                        session, letters_of(scanned_));
    // No council has adopted so many in one session, and the Assembly none with a stroke then.
    constexpr std::uint32_t kMostOfCouncil = 60;
    if (!scanned_.date && scanned_.owner == Owner::Unnamed && session < 31 &&
        number > kMostOfCouncil) {
      mention_.flags.set(MentionFlag::Reversed);
      settle(turned);
      return true;
    }
    if (!scanned_.date && scanned_.brackets_turned) {
      mention_.flags.set(MentionFlag::Reversed);
      ambiguous({turned, in_session(Organ::GeneralAssembly)});
      return true;
    }
    const auto span = turned.possible_dates();
    if (!scanned_.date || assembly_may(session) || !span || *scanned_.date < span->first ||
        *scanned_.date > span->last) {
      return false;
    }
    mention_.flags.set(MentionFlag::Reversed);
    settle(turned);
    return true;
  }

  // "resolutions 34/24 and 40/20" without a word on whose they are, where the text has said so
  // before.
  [[nodiscard]] const Symbol* settled_before() const {
    if (scanned_.owner != Owner::Unnamed || scanned_.date) {
      return nullptr;
    }
    for (const Symbol& work : context_.settled) {
      // The number first: the symbol to compare with has to be made.
      if (work.number() == scanned_.form.number && work.organ() != Organ::GeneralAssembly &&
          work == in_session(work.organ())) {
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
    for (const Organ organ : session_organs()) {
      const bool possible = has_session(organ, session) &&
                            (!scanned_.date || may_have_met(organ, session, scanned_.date->year()));
      const bool likely = organ == Organ::HumanRightsCouncil || scanned_.date.has_value();
      if (possible && likely) {
        candidates.push_back(in_session(organ));
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
    if (scanned_.date) {
      return may_have_met(organ, session, scanned_.date->year());
    }
    // A session that was still to come when the text was adopted is another organ's.
    const auto expected = year_of_session(organ, session);
    return expected && (!context_.date || *expected <= context_.date->year());
  }

  // "1996/31": year and number, of the Economic and Social Council or the Commission on Human
  // Rights.
  void year_slash() {
    auto named = organ();
    // "Commission on Population and Development resolution 2006/2": no symbol here.
    if (named == Organ::Other && scanned_.owner == Owner::Named) {
      return unresolved();
    }
    // "... of the Commission on Population and Development, and its resolution 2013/1"
    if (scanned_.owner != Owner::Named && scanned_.named_before == Organ::Other) {
      return unresolved();
    }
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
    const Symbol symbol = Symbol::roman(roman_organ(), mention_.kind, form.session, form.number,
                                        letters_of(scanned_));
    const auto span = symbol.possible_dates();
    const bool misdated =
        scanned_.date && span && (*scanned_.date < span->first || *scanned_.date > span->last);
    // 574 (XXVII) of 1998 is neither the number nor the time of the Assembly: a regional
    // commission's.
    misdated&& mention_.flags.has(MentionFlag::SessionConflict) ? unresolved() : settle(symbol);
  }

  // The organ of a number with a Roman session. Where none is named, session and number may show
  // that it is not the Assembly, whose Roman sessions end with the thirtieth.
  Organ roman_organ() {
    constexpr Organ kOrgans[] = {Organ::EconomicAndSocialCouncil, Organ::TrusteeshipCouncil,
                                 Organ::CommissionOnHumanRights, Organ::CommissionOnNarcoticDrugs};
    const FormReading& form = scanned_.form;
    const auto named = organ();
    if (named && std::find(std::begin(kOrgans), std::end(kOrgans), *named) != std::end(kOrgans)) {
      return *named;
    }
    const bool assembly = named == Organ::GeneralAssembly;
    const bool regular = form.session.kind == SessionKind::Regular;
    if (!assembly && regular && form.session.number > 30) {
      mention_.flags.set(MentionFlag::ImpliedOrgan);
      return Organ::EconomicAndSocialCouncil;
    }
    if (assembly_number_fits(form.session, form.number)) {
      return Organ::GeneralAssembly;
    }
    if (!assembly && economic_council_number_fits(form.session, form.number)) {
      mention_.flags.set(MentionFlag::ImpliedOrgan);
      return Organ::EconomicAndSocialCouncil;
    }
    mention_.flags.set(MentionFlag::SessionConflict);
    return Organ::GeneralAssembly;
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
