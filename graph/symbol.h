// The identity of a work: a United Nations document symbol in the form of the Digital Library's
// authority file, without spaces. Nobody else in the code base slices symbol strings.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "graph/date.h"
#include "graph/result.h"

namespace lineage {

// The body that adopted or issued the work. The order is the order in which symbols sort.
enum class Organ : std::uint8_t {
  GeneralAssembly,
  SecurityCouncil,
  EconomicAndSocialCouncil,
  HumanRightsCouncil,
  TrusteeshipCouncil,
  CommissionOnHumanRights,
  CommissionOnNarcoticDrugs,
  CommissionOnCrimePrevention,
  CommissionOnTheStatusOfWomen,
  EnvironmentAssembly,
  Secretariat,
  Conference,  // treaty conferences and their committees: NPT/CONF.2000/28
  Other,
};

enum class WorkKind : std::uint8_t {
  Resolution,
  Decision,
  Report,     // documents of an organ's own series: A/78/404
  Draft,      // limited series: A/C.1/78/L.60/Rev.1
  Meeting,    // records of meetings: A/75/PV.48
  Statement,  // presidential statements: S/PRST/2010/2
  Document,   // any other document symbol
  Treaty,     // the Charter, conventions: "treaty:un-charter"
  External,   // acts of bodies outside the United Nations: "external:IMO/A.1002(25)"
  Body,       // groups, working groups, mechanisms: "@gge2014-2015". No text, but a node
  Track,      // a chain of bodies and mandates under a name: "track:gge". No text, but a node
};

// True for the nodes of a graph that are no texts.
[[nodiscard]] constexpr bool is_text(WorkKind kind) {
  return kind != WorkKind::Body && kind != WorkKind::Track;
}

// True for the commissions of the Economic and Social Council.
[[nodiscard]] constexpr bool is_commission(Organ organ) {
  return organ >= Organ::CommissionOnHumanRights && organ <= Organ::CommissionOnTheStatusOfWomen;
}

[[nodiscard]] std::string_view name_of(Organ organ);    // "General Assembly"
[[nodiscard]] std::string_view name_of(WorkKind kind);  // "resolution"
[[nodiscard]] std::optional<WorkKind> work_kind_named(std::string_view name);

enum class SessionKind : std::uint8_t { None, Regular, Special, EmergencySpecial };

// The session that a symbol names. For organs that count by year the number is the year.
struct Session {
  SessionKind kind = SessionKind::None;
  std::uint16_t number = 0;

  friend auto operator<=>(const Session&, const Session&) = default;
};

// An inclusive span of days.
struct DateSpan {
  Date first;
  Date last;
};

// A small value: copies, compares and hashes. Equal symbols name the same work.
class Symbol {
 public:
  // Reads any spelling that a person, a shell or a file name might use: "78/16", "43/78 H",
  // "43/78[H]", "A/RES/43/78 H", "a/res/43/78h", "A_RES_43_78_H", "A_RES_217_III_A",
  // "A_RES_863%28IX%29-EN", "217 A (III)", "1540 (2004)", "decision 77/512", "dec:77/512",
  // "https://docs.un.org/en/A/RES/78/16", "A/C.1/78/L.60/Rev.1", "@gge2014-2015". A bare "78/16" is
  // a General Assembly resolution, a bare "1540 (2004)" a Security Council one. The double symbol
  // "A/74/73-E/2019/14" gives its first half. Errors: Malformed, naming the text.
  [[nodiscard]] static Result<Symbol> parse(std::string_view text);

  // The ready-made pieces that a reader of running text has in hand. `letters` is "" or part
  // letters as they print ("H", "A"), upper-case ASCII.
  [[nodiscard]] static Symbol slash(Organ organ,  // session/number: A/RES/78/16, A/HRC/RES/20/8
                                    WorkKind kind,
                                    Session session,
                                    std::uint32_t number,
                                    std::string_view letters = {});
  [[nodiscard]] static Symbol roman(Organ organ,  // number (session): A/RES/217(III)[A]
                                    WorkKind kind,
                                    Session session,
                                    std::uint32_t number,
                                    std::string_view letters = {});
  // number (year): S/RES/1540(2004)
  [[nodiscard]] static Symbol council(std::uint32_t number, std::uint16_t year);
  // A document symbol as printed; spaces and a reissue asterisk are dropped, the first half of a
  // double symbol is taken. Errors: Malformed.
  [[nodiscard]] static Result<Symbol> document(std::string_view text);
  // A work that has no UN symbol: named("treaty", "un-charter").
  [[nodiscard]] static Symbol named(std::string_view space, std::string_view name);
  // A body by its name and years: body("gge2014-2015"), printed with an '@' before it.
  [[nodiscard]] static Symbol body(std::string_view name);

  [[nodiscard]] const std::string& canonical() const { return text_; }  // "A/RES/43/78[H]"
  [[nodiscard]] std::string short_form() const;                         // "43/78 H"
  // The form for file names and Graphviz ids: "A_RES_43_78_H".
  [[nodiscard]] std::string file_stem() const;
  // Where the United Nations keeps the text; empty for works that have no document symbol.
  [[nodiscard]] std::string address() const;
  // The symbol of the document that holds the text: that of the whole where the parts were printed
  // together ("A/RES/43/78"); empty for works that have none.
  [[nodiscard]] std::string document_symbol() const;

  [[nodiscard]] Organ organ() const { return organ_; }
  [[nodiscard]] WorkKind kind() const { return kind_; }
  [[nodiscard]] Session session() const { return session_; }
  [[nodiscard]] std::uint32_t number() const { return number_; }
  // The part letters, empty for a whole resolution.
  [[nodiscard]] std::string letters() const;
  // The whole of which this is a part: 43/78 for 43/78 H, A/69/488 for A/69/488/Add.2; nothing for
  // a whole.
  [[nodiscard]] std::optional<Symbol> whole() const;

  // The days on which a text of this symbol can have been adopted, or a document issued. Regular
  // session n of the Assembly opens in September of 1945+n and may run to the next September; its
  // documents are issued in either year. A year for the organs that count by year, from July of the
  // year before for the Economic and Social Council since 2014. Nothing where the symbol does not
  // say.
  [[nodiscard]] std::optional<DateSpan> possible_dates() const;
  // The first year of `possible_dates`, else the year that stands in the symbol; for ordering
  // undated works.
  [[nodiscard]] std::optional<int> year() const;

  // Orders by organ, kind, session and number, then by the canonical text with its digits by value,
  // so that 9/1 stands before 10/1 and L.9 before L.10.
  friend std::strong_ordering operator<=>(const Symbol& a, const Symbol& b);
  friend bool operator==(const Symbol& a, const Symbol& b) { return a.text_ == b.text_; }

 private:
  Symbol() = default;

  std::string text_;
  Organ organ_ = Organ::Other;
  WorkKind kind_ = WorkKind::Document;
  Session session_;
  bool roman_ = false;  // session in Roman numerals after the number
  std::uint32_t number_ = 0;
};

// "XXVIII" for 28; `number` from 1 to 3999.
[[nodiscard]] std::string roman_numeral(unsigned number);
// 28 for "XXVIII"; nothing for what is not a well-formed numeral.
[[nodiscard]] std::optional<unsigned> from_roman(std::string_view text);

}  // namespace lineage

template <>
struct std::hash<lineage::Symbol> {
  std::size_t operator()(const lineage::Symbol& symbol) const noexcept {
    return std::hash<std::string>{}(symbol.canonical());
  }
};
