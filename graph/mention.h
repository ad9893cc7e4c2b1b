// One place in a text where another work is named: the record that everything else is built from.
// Its fields are the contract of docs/record.md.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/date.h"
#include "graph/language.h"
#include "graph/relation.h"
#include "graph/symbol.h"

namespace lineage {

enum class MentionStatus : std::uint8_t {
  Resolved,    // `target` is the work
  Ambiguous,   // `candidates` holds the works that it may be
  Unresolved,  // it names a work or a series that the text does not settle
};

// How the target was found.
enum class FoundBy : std::uint8_t {
  Symbol,         // its number stands in the text
  Name,           // a named document that the text or the gazetteer ties to a symbol
  BackReference,  // "that resolution", "ibid."
  Series,         // "its previous resolutions", an open series
};

enum class MentionFlag : std::uint8_t {
  SharedDate,        // one printed date serves several works
  RangeDerived,      // "A to D": this letter is not printed
  Misdated,          // the date cannot be that of the target; `suggestion` may say what is meant
  ForwardInTime,     // the target is younger than the citing text
  OcrRepaired,       // digits or letters were mended; the quote holds the raw form
  NoteMarkSplit,     // "197238": a note mark was glued to the number
  Reversed,          // the parts of a number stood in reverse order
  ImpliedOrgan,      // no organ is named; the number or the citing body settles it
  SessionConflict,   // the number's session and the citing text do not agree
  DistributionDate,  // the date looks like the day of distribution, not of adoption
  OpenSeries,        // "the most recent of which is": earlier ones are meant and not named
  SymbolBeatsWord,   // "resolution A/74/367": the symbol is a document's
  AliasSymbol,       // second half of a double symbol
  ExternalBody,      // a body outside the United Nations
  ImpliedYear,       // the Council's number gives its year, which the text does not
};

// The set of flags of one mention; prints in the order of the enumeration.
class MentionFlags {
 public:
  MentionFlags() = default;
  MentionFlags(std::initializer_list<MentionFlag> flags) {
    for (const MentionFlag flag : flags) {
      set(flag);
    }
  }
  void set(MentionFlag flag) { bits_ |= 1U << static_cast<unsigned>(flag); }
  [[nodiscard]] bool has(MentionFlag flag) const {
    return (bits_ & (1U << static_cast<unsigned>(flag))) != 0;
  }
  [[nodiscard]] std::uint32_t bits() const { return bits_; }
  [[nodiscard]] static MentionFlags from_bits(std::uint32_t bits) {
    MentionFlags flags;
    flags.bits_ = bits;
    return flags;
  }
  friend bool operator==(const MentionFlags&, const MentionFlags&) = default;

 private:
  std::uint32_t bits_ = 0;
};

struct Mention {
  std::optional<Symbol> document;  // the citing work; nothing when the text does not say
  std::string file;                // as named by the user, "" for a catalogue's fact
  Language language = Language::English;
  std::optional<Symbol> target;          // when resolved, else nothing
  WorkKind kind = WorkKind::Resolution;  // of the target
  MentionStatus status = MentionStatus::Resolved;
  std::vector<Symbol> candidates;  // when ambiguous, else none
  FoundBy by = FoundBy::Symbol;
  Relation relation = Relation::Cites;
  std::string verb;                // the governing words as printed, "" when relation is cites
  std::string place;               // "header", "title", "pp1", "op3(a)", "fn1", "annexC/8"
  std::string clause;              // the clause it belongs to: for a note, where its mark stands
  std::string pinpoint;            // part of the cited text: "para. 14", "" for none
  std::optional<Date> date;        // the date that the citing text gives to the target
  std::optional<Date> suggestion;  // for a misdated mention, the date that was probably meant
  std::size_t begin = 0;           // bytes of the symbol in the file as read
  std::size_t end = 0;
  std::string quote;  // date, symbol and letters as printed, with markup as read
  MentionFlags flags;
  bool witnessed = false;  // an editor's link at the same place leads to the same work

  friend bool operator==(const Mention&, const Mention&) = default;
};

[[nodiscard]] std::string_view name_of(MentionStatus status);  // "resolved"
[[nodiscard]] std::string_view name_of(FoundBy by);            // "back-reference"
[[nodiscard]] std::string_view name_of(MentionFlag flag);      // "shared-date"
[[nodiscard]] std::optional<MentionStatus> mention_status_named(std::string_view name);
[[nodiscard]] std::optional<FoundBy> found_by_named(std::string_view name);
// In the order of the enumeration.
[[nodiscard]] std::span<const MentionFlag> all_mention_flags();

}  // namespace lineage
