// The citation grammar: one pass over the tokens of a paragraph that finds every number of a work
// with its letters, date, pinpoint, head noun, organ and governing verb. It settles nothing: what a
// number means is the resolver's to say.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/date.h"
#include "graph/mention.h"
#include "ingest/grammar/forms.h"
#include "ingest/names/gazetteer.h"
#include "ingest/segments/segment.h"
#include "ingest/words/lexer.h"

namespace lineage::ingest {

// Bytes [begin, end) of the paragraph's text.
struct Extent {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

// The verb in force at a place.
struct Governing {
  Relation relation = Relation::Cites;
  Extent verb;             // empty when no verb governs
  bool inherited = false;  // `verb` lies in the paragraph above
};

// Who adopted the works that a head noun announces.
enum class Owner : std::uint8_t {
  Unnamed,  // "resolution 53/70"
  Own,      // "its resolution 53/70"
  Named,    // "Security Council resolution 1325 (2000)"
};

enum class ScanKind : std::uint8_t { Number, Series, BackReference, Ibid, Instrument, Name };

struct ScannedMention {
  ScanKind kind = ScanKind::Number;
  FormReading form;               // Number
  PartLetter letter;              // this mention's own letter, 0 for none
  std::string_view instrument;    // Instrument: its id
  std::span<const Symbol> named;  // Name: the works that it may mean
  std::string document;           // the symbol of "Corr.1" behind "A/60/88 and", spelled out
  Extent symbol;                  // what begin and end of the record cut out
  Extent quote;                   // date, symbol and signs as printed
  bool headed = false;            // a head noun announces it
  bool behind_head = false;       // and stands right before it: "resolution A/74/367"
  bool brackets_turned = false;   // ")70/36(": a layer of text whose order is not that of the page
  WorkKind head = WorkKind::Resolution;
  Owner owner = Owner::Unnamed;
  Organ organ = Organ::Other;
  bool generic_organ = false;         // "the Council": which one, the document says
  std::optional<Organ> named_before;  // the organ that the paragraph named last before
  std::optional<Date> date;
  bool same_date = false;  // "of the same date"
  bool of_series = false;  // Ibid: stands for a series of records, not for a document
  std::string pinpoint;
  Governing governing;
  MentionFlags flags;
};

struct ScannedMark {
  std::uint32_t number = 0;
  Governing governing;
};

struct ParagraphScan {
  std::vector<ScannedMention> mentions;  // in text order
  std::vector<ScannedMark> marks;        // note marks, in text order
  std::vector<ScannedMention> names;     // documents known by name, in text order
  Governing lead;               // the verb in force at the end of the lead-in, for sub-paragraphs
  std::vector<Organ> councils;  // organs named in full, in text order: for "the Council"
  bool whole = true;  // false where reading stopped early: `lead` and `councils` know no more
};

// The whole paragraph is to be read, whatever stands in it.
inline constexpr std::size_t kWhole = static_cast<std::size_t>(-1);

// Scans one paragraph. `inherited` is the verb of the paragraph above, for sub-paragraphs. Nothing
// can be found behind byte `reach`, see last_trigger(): reading stops there once nothing behind it
// can belong to the works before. `names` are the paragraph's, in text order: they change nothing
// in how the rest is read. Cost: linear.
[[nodiscard]] ParagraphScan scan(const LexerInput& input,
                                 const Lexicon& lexicon,
                                 ParagraphKind kind,
                                 const Governing& inherited,
                                 std::size_t reach = kWhole,
                                 std::span<const FoundName> names = {});

}  // namespace lineage::ingest
