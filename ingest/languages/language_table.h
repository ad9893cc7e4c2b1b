// What a language brings to the one grammar: its words, as tables that a person can read. A
// language is one .cc file in this folder and one row in language_table.cc. Phrases are written as
// they print; they are folded (accents, hamza seats, vowel signs, letter case) when the lexicon is
// built, so "resolution" also matches "RÉSOLUTION", and one space stands for any white space.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "graph/language.h"
#include "graph/relation.h"
#include "graph/symbol.h"

namespace lineage::ingest {

struct MonthRow {
  std::string_view name;  // every form that prints: "decembre", "كانون الأول", "ديسمبر"
  int month;              // 1..12
};

// The noun that says what kind of work the numbers after it (in Chinese: before it) are.
struct HeadRow {
  std::string_view word;  // every inflected form: "резолюциях"
  WorkKind kind;          // Resolution or Decision; Report where a bare number never follows
  bool plural =
      false;  // "resolutions": what follows may be a list, and "its previous resolutions" a series
};

struct OrganRow {
  std::string_view name;  // full or customary name, every inflected form: "Совета Безопасности"
  Organ organ;
  bool generic = false;  // "the Council": the council named last
};

// How far the governing force of a cue reaches.
enum class CueScope : std::uint8_t {
  Verb,    // opens a clause or a part of it and governs until the next verb: "recalling", "and
           // welcomes"
  Phrase,  // ties the next works to a noun and no more: "pursuant to", "contained in"
  Clause,  // a phrase with a verb of its own, whose subject may follow: "التي أقرتها الجمعية العامة
           // في"
  After,   // stands behind the works that it governs: 中规定的
  Next,    // a phrase that counts where a work or its part stands next alone: "amended by"
  Opening,  // a verb as the first word alone: "Adopte", which reads like "adopté"
};

struct CueRow {
  std::string_view phrase;
  Relation relation;
  CueScope scope = CueScope::Verb;
};

// Phrases that tie a work to a noun and differ in one word alone: "as % in" with the words
// "described", "defined" ... Each pattern is joined with each stem and ending; a phrase that stands
// among the cues keeps its row there.
struct TieGroup {
  std::span<const std::string_view> patterns;  // "%" stands for stem and ending
  std::span<const std::string_view> stems;
  std::span<const std::string_view> endings;  // of gender and number
  Relation relation = Relation::PursuantTo;
  CueScope scope = CueScope::Phrase;
};

// Parts of a cited text, for pinpoints and headings.
enum class PartKind : std::uint8_t {
  Paragraph,
  Subparagraph,
  Section,
  Annex,
  Chapter,
  Article,
  Part,
  Appendix,
  Enclosure
};

struct PartRow {
  std::string_view word;  // "paragraph", "paragraphs", "para.", "段"
  PartKind kind;
  bool plural = false;
};

// An ordinal that stands behind the name of a part, where the language numbers parts in words.
struct OrdinalRow {
  std::string_view word;  // "الثامن": of "الفرع الثامن", section VIII
  unsigned number;
};

// Letters of resolution parts as the language writes them, where they are not Latin.
struct LetterRow {
  std::string_view written;  // "ألف"
  char letter;               // 'A'
};

// Small words that hold lists, dates and references together.
enum class Word : std::uint8_t {
  And,          // joins items of a list: and, et, y, e, и, و, 和
  To,           // range of letters or paragraphs: A to D
  Of,           // before a date or an owner: of, du, de, от, المؤرخ
  DateGlue,     // inside a date: "de" in "4 de diciembre de 1998"
  OfLast,       // before a date, of the last work alone: the singular "المؤرخ"
  Both,         // "both of 4 December": the date serves all works before it
  Its,          // the citing organ's own: its, ses, sus, свои, قراراتها, 其
  The,          // article that may stand between head and number
  SameDate,     // "of the same date"
  Previous,     // "previous", "relevant", "earlier": a series without numbers
  That,         // "that", "the said": a work named before
  Ibid,         // "ibid."
  See,          // opens a note: "see"
  MostRecent,   // "the most recent of which"
  Adverb,       // widens a verb: also, further, once again
  SessionWord,  // "session": the number before it is a session
  YearWord,     // "года", "年": closes a year
  MonthWord,    // 月
  DayWord,      // 日
  OrdinalSign,  // 第: opens a number
  NumberSign,   // 号, No., №
  Meeting,      // "plenary meeting": a closing line
  Title,        // "entitled"
  Report,       // "report": what a verb receives, with a note of its own
  About,        // Chinese 关于: a subject stands between date and number
  AdoptedBy,    // "adopted by": the adopting organ and the date may follow
  Adoption,     // "the adoption of": a date may stand before the number
  Name,  // part of a name, whose words are no cues: "chargé d’étudier ... l’application"
  Stop,  // ends a number's reading: "vol.", "p.", "No." of a journal
  // Sessions that are not written in Latin letters, before their number in digits:
  RegularSession,    // د: 1514 (د-15) is 1514 (XV)
  SpecialSession,    // دإ: دإ-24/2 is S-24/2
  EmergencySession,  // دإط: دإط-10/15 is ES-10/15
  Between,           // between a number and what governs it from behind: 中, 分别
  Including,         // "including": a list goes on under the same cue
  Document,          // "document": between a part and the symbol of its document
  Purpose,           // "in order to": ends what a phrase ties
};

struct WordRow {
  std::string_view phrase;
  Word word;
};

// What a single word tells where the grammar looks at the words around a phrase.
enum class Near : std::uint8_t {
  ReportOn,   // between a report and what it is on: "on"
  Review,     // what a review is called: its object stands behind it
  Gathering,  // where something was said, and not in which text: "in the Committee"
  Text,       // what texts are called: "the Convention"
  NoText,     // behind "in": no text follows, "in general"
  Clause,     // opens a clause of its own behind a comma
};
constexpr std::size_t kNears = 6;

struct NearRow {
  std::string_view word;
  Near near;
};

// The line that opens a body: "The General Assembly,".
struct OpeningRow {
  std::string_view phrase;
  Organ organ;
};

// Whether a name is a short one, which counts behind or before its part alone ("Article 51 of the
// Charter", "《宪章》第七章") and not where more of another name follows ("the Charter of the
// Organization of African Unity"). What adjectives follow their noun, any unknown word may be: "la
// Charte africaine".
enum class ShortName : std::uint8_t { No, AdjectivesBefore, AdjectivesBehind };

// A treaty or another instrument without a document symbol.
struct InstrumentRow {
  std::string_view name;  // "Charter of the United Nations"
  std::string_view id;    // "un-charter"
  ShortName brief = ShortName::No;
};

struct LanguageTable {
  Language language;
  bool spaced;  // words are set apart by spaces
  std::span<const MonthRow> months;
  std::span<const HeadRow> heads;
  std::span<const OrganRow> organs;
  std::span<const CueRow> cues;
  std::span<const PartRow> parts;
  std::span<const LetterRow> letters;
  std::span<const WordRow> words;
  std::span<const OpeningRow> openings;
  std::span<const InstrumentRow> instruments;
  // Letters that may stand glued to the front of a word: "و", "ب", "ال".
  std::span<const std::string_view> proclitics;
  std::span<const OrdinalRow> ordinals{};
  std::span<const TieGroup> ties{};
  std::span<const NearRow> near{};
};

// The tables of the six languages, each in its own file.
[[nodiscard]] const LanguageTable& arabic();
[[nodiscard]] const LanguageTable& chinese();
[[nodiscard]] const LanguageTable& english();
[[nodiscard]] const LanguageTable& french();
[[nodiscard]] const LanguageTable& russian();
[[nodiscard]] const LanguageTable& spanish();

[[nodiscard]] const LanguageTable& language_table(Language language);

}  // namespace lineage::ingest
