// The state of one walk over a paragraph's tokens: what governs the next number, which works still
// wait for a date, what a pinpoint belongs to. Only scan() makes one; the definitions stand beside
// what they are about: dates, works, terms.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/grammar/dates.h"
#include "ingest/grammar/pinpoints.h"
#include "ingest/grammar/scan.h"

namespace lineage::ingest {

// What stood before the token at hand, as far as the grammar cares. Small words ("of", "the") do
// not count.
enum class Before : std::uint8_t {
  Start,
  Joiner,
  Range,
  Comma,
  Stop,
  Open,
  Adverb,
  Verb,
  Phrase,
  Head,
  Organ,
  Its,
  Sign,
  Work,
  Date,
  Pinpoint,
  Word
};

class Scanner {
 public:
  Scanner(const LexerInput& input,
          const Lexicon& lexicon,
          ParagraphKind kind,
          Governing inherited,
          std::size_t reach,
          std::span<const FoundName> names);
  bool run();
  ParagraphScan take() { return std::move(out_); }

 private:
  // Bytes read behind the last place where a citation can begin, for the looks ahead from there:
  // the widest takes sixteen tokens.
  static constexpr std::size_t kBehind = 256;
  // Nothing that follows can still belong to the works before: no date, no organ, no pinpoint.
  [[nodiscard]] bool settled() const {
    // Behind a head noun "I and II" are numbers; behind a bracket a pinpoint is again the work's; a
    // day and month take the year of a later date.
    return lexicon_.spaced() && !chain_live_ && !pinnable_ && undated_.empty() &&
           before_ != Before::Head && !outside_bracket_ && partial_.empty() &&
           at_ > std::max(last_work_at_, date_end_) + kOwnerNear;
  }
  // "in its resolution 32/2 of 20 February 1991, the Commission": comma, article, mark and organ.
  static constexpr std::size_t kOwnerNear = 4;

  // What a token may begin: most begin nothing, and are not asked further.
  [[nodiscard]] bool may_begin_date(const Token& t) const {
    return t.kind == TokenKind::Number || (t.entry != nullptr && t.entry->month != 0) ||
           (t.end - t.begin == 3 && text_.compare(t.begin + 1, 2, "er") == 0) ||
           (t.end - t.begin == 1 && (text_[t.begin] == 'I' || text_[t.begin] == 'l')) ||
           (t.kind == TokenKind::Word && !lexicon_.spaced() && may_begin_form(t));
  }
  [[nodiscard]] bool may_add(const Token& t) const {
    return t.kind == TokenKind::Hyphen || t.is(Word::To)
               ? before_ == Before::Work && !out_.mentions.empty()
               : t.kind == TokenKind::Word && chain_live_ &&
                     (before_ == Before::Joiner || before_ == Before::Comma);
  }
  [[nodiscard]] bool may_begin_work(const Token& t) const {
    return t.kind == TokenKind::Number || t.kind == TokenKind::Symbol ||
           t.kind == TokenKind::Session || t.kind == TokenKind::Letter ||
           (t.kind == TokenKind::Word && may_begin_form(t)) || t.is(Word::SpecialSession) ||
           t.is(Word::EmergencySession) || begins_symbol(t);
  }
  [[nodiscard]] bool may_begin_pinpoint(const Token& t) const {
    return t.is(Word::OrdinalSign) || (t.kind == TokenKind::Letter && !lexicon_.spaced()) ||
           (t.entry != nullptr && t.entry->part != nullptr);
  }

  // Dates: scan_dates.cc.
  bool date();
  // "12" of "12 and 27 December 2019": month and year come with a later day.
  [[nodiscard]] bool is_day_of_list(std::size_t at) const {
    return at + 1 < tokens_.size() && tokens_[at].kind == TokenKind::Number &&
           tokens_[at].value >= 1 && tokens_[at].value <= 31 &&
           (tokens_[at + 1].kind == TokenKind::Comma || tokens_[at + 1].is(Word::And));
  }
  bool dates_in_order();
  static bool joins_dates(const Token& t);
  void whole_date(Date day, Extent extent, bool repaired);
  void partial_date(const DateReading& reading, Extent extent);
  void give_date(Date day, Extent extent, bool repaired);
  void marks_among_dates(std::size_t stop);
  void take_adoption_date(ScannedMention& mention);
  void revive_behind_title();
  void revive_for_all();
  static bool fits(const ScannedMention& mention, Date day);
  static bool fits_closely(const ScannedMention& mention, Date day);
  static bool may_share(const ScannedMention& mention, Date day);
  static bool contradicts(const ScannedMention& mention, Date day);
  static bool meets_in_year(const ScannedMention& mention, Date day);
  static bool meets_in_other_year(const ScannedMention& mention, Date day);
  static void widen(Extent& quote, Extent by);

  // Works, their parts and addenda: scan_works.cc.
  bool work();
  // Most tokens are words, and the forms that begin with one begin with a number in Chinese
  // characters or with the Arabic session letter of "د-10/2".
  [[nodiscard]] bool may_begin_form(const Token& t) const {
    const auto first = static_cast<unsigned char>(text_[t.begin]);
    if (first < 0x80) {  // "decision XII/3" of a conference
      return (force_.headed || !lexicon_.spaced()) && first >= 'A' && first <= 'Z';
    }
    if (first >= 0xE2) {
      std::size_t length = 0;
      static_cast<void>(chinese_number(text_, t.begin, length));
      return length > 0;
    }
    // The letters of an Arabic session, "دإط", have two bytes each; the first is د.
    return first == 0xD8 && t.end - t.begin <= 6 && text_[t.begin + 1] == '\xAF';
  }
  [[nodiscard]] bool council_number() const;
  // "Assembly/AU/Dec.729 (XXXII)": a word that the lexicon knows, in front of a stroke.
  [[nodiscard]] bool begins_symbol(const Token& t) const {
    return t.kind == TokenKind::Term && force_.headed && at_ + 1 < tokens_.size() &&
           tokens_[at_ + 1].kind == TokenKind::Slash && !tokens_[at_ + 1].space_before;
  }
  [[nodiscard]] bool in_council_list() const;
  [[nodiscard]] bool counts_what_follows() const;
  [[nodiscard]] bool conference_numeral() const;
  [[nodiscard]] bool date_follows(std::size_t at) const;
  [[nodiscard]] bool accepts(const FormReading& form) const;
  [[nodiscard]] bool in_other_symbol() const;
  [[nodiscard]] bool accepts_year(const FormReading& form, bool loose, std::size_t behind) const;
  [[nodiscard]] bool dated_in_front(const ScannedMention& mention) const;
  [[nodiscard]] bool accepts_slash(const FormReading& form, bool loose, std::size_t behind) const;
  [[nodiscard]] bool in_list() const { return chain_live_ && before_ == Before::Joiner; }
  [[nodiscard]] bool chinese_sign(std::size_t behind) const;
  [[nodiscard]] bool same_number(const FormReading& form) const;
  void add_work(FormReading form);
  void reissue_mark(const FormReading& form, Extent& quote) const;
  [[nodiscard]] bool brackets_turned(const FormReading& form) const;
  void push_parts(const ScannedMention& whole, const std::vector<PartLetter>& letters);
  void push_work(ScannedMention mention);
  [[nodiscard]] std::optional<Organ> named_alike(Organ generic) const;
  [[nodiscard]] bool takes_pending(const ScannedMention& mention) const;
  bool addendum();
  bool addendum_range();
  void push_addendum(std::string_view word,
                     std::size_t number,
                     std::uint32_t begin,
                     bool derived,
                     std::uint32_t value = 0);
  void chinese_signs(Extent& quote) const;
  void flag_chain(MentionFlag flag);

  // Pinpoints: scan_pinpoints.cc.
  bool pinpoint();
  [[nodiscard]] bool part_close() const;
  void add_part(std::string& address, const PinpointReading& reading);
  [[nodiscard]] bool owned_by_next(const PinpointReading& reading) const;
  [[nodiscard]] bool head_near(std::size_t at) const;

  // Single tokens: scan.cc.
  void token(const Token& t);
  void quote();
  void comma();
  void glued_mark();
  void stop(TokenKind kind);
  [[nodiscard]] bool in_long_title() const;
  [[nodiscard]] bool list_goes_on_behind() const;
  void other(const Token& t);
  void break_chain();
  void end_chain();
  void undated_within_bracket();
  void owner_reset();

  // What governs: scan_governing.cc, its phrases: scan_phrases.cc and scan_reach.cc, a note
  // by its mark: scan_marks.cc.
  bool cue(const Token& t, const CueRow& row);
  bool verb(const Token& t, const CueRow& row);
  [[nodiscard]] bool borne_in_mind(const CueRow& row) const;
  [[nodiscard]] bool opens_clause(const Token& t) const;
  [[nodiscard]] bool joins_clause() const;
  [[nodiscard]] bool is_gerund(const Token& t) const;
  [[nodiscard]] bool in_subject() const;
  bool phrase(const Token& t, const CueRow& row);
  [[nodiscard]] bool in_title(const Token& t, const CueRow& row) const;
  [[nodiscard]] bool is_reported(const Token& phrase, const CueRow& row) const;
  bool reads_as_verb(const Token& t);
  [[nodiscard]] std::size_t of_behind() const;
  bool phrase_to(const Token& t, const CueRow& row, std::size_t last);
  [[nodiscard]] bool is_addressed(const Token& t) const;
  [[nodiscard]] bool joins_reported() const;
  [[nodiscard]] bool reports_on() const;
  [[nodiscard]] bool ties_nothing(const Token& t, const CueRow& row, std::size_t last) const;
  [[nodiscard]] bool merges(const Token& t) const;
  [[nodiscard]] bool follows_phrase() const;
  [[nodiscard]] bool names_go_on(std::size_t at, std::size_t last) const;
  [[nodiscard]] bool within_title(std::size_t at) const;
  [[nodiscard]] bool french_noun(std::size_t at) const;
  [[nodiscard]] bool names_agent() const;
  [[nodiscard]] bool names_text() const;
  [[nodiscard]] bool names_meeting() const;
  [[nodiscard]] bool capitalized(std::size_t at) const {
    return at < tokens_.size() && text_[tokens_[at].begin] >= 'A' &&
           text_[tokens_[at].begin] <= 'Z';
  }
  [[nodiscard]] std::string_view word_at(std::size_t at) const {
    return lower_.substr(tokens_[at].begin, tokens_[at].end - tokens_[at].begin);
  }
  void including();
  Governing govern();
  Governing governs_mark();
  [[nodiscard]] bool names_series() const;
  [[nodiscard]] bool is_after_noun() const;
  [[nodiscard]] bool phrase_ties_mark() const;
  [[nodiscard]] static bool receives(const Governing& verb);
  [[nodiscard]] static bool takes_works(const Governing& verb);
  [[nodiscard]] bool works_follow(std::size_t at) const;
  [[nodiscard]] bool begins_work(std::size_t at) const;
  void phrase_at_joiner();
  [[nodiscard]] bool behind_agent(std::size_t at) const;
  bool adopted_by_work(const Token& t);
  [[nodiscard]] bool names_report() const;
  [[nodiscard]] bool names_other_report() const;
  [[nodiscard]] static bool published_elsewhere(const ScannedMention& mention);
  void marks_behind_stop();
  void phrase_at_comma();
  void phrase_at_mark();
  [[nodiscard]] bool phrase_passes_comma() const;
  [[nodiscard]] std::string_view last_word(Extent words) const;
  [[nodiscard]] bool repeats_genitive(std::size_t at) const;
  [[nodiscard]] bool names_part(std::size_t at) const;
  bool repeats_phrase();
  [[nodiscard]] bool follows_work() const;
  [[nodiscard]] bool repeats_preposition(const Token& joiner) const;
  void phrase_at_close();
  [[nodiscard]] bool subordinates(std::size_t at) const;
  void clause_at_joiner();
  [[nodiscard]] bool clause_reaches_mark() const;
  void close_phrase() {
    force_.phrase_open = false;
    outer_phrase_.reset();
  }
  void report();
  [[nodiscard]] bool of_report_list() const;
  // Chinese has a token for each character.
  [[nodiscard]] std::size_t phrase_reach() const { return lexicon_.spaced() ? 45 : 120; }
  [[nodiscard]] std::size_t title_reach() const { return lexicon_.spaced() ? 36 : 96; }

  // What governs from behind, in Chinese: scan_behind.cc.
  bool after(const Token& t, const CueRow& row);
  [[nodiscard]] std::size_t governed_from_behind() const;
  void begin_own_head();
  // What governs from before, in Chinese: the same file.
  [[nodiscard]] bool phrase_in_subject() const;
  [[nodiscard]] bool follows_title() const;
  [[nodiscard]] bool subject_closed_before(std::size_t work) const;
  [[nodiscard]] bool list_passes_comma() const;
  [[nodiscard]] bool noun_closed_before(std::size_t mark) const;

  // Documents known by name: scan_names.cc.
  void name(const FoundName& found);
  [[nodiscard]] bool is_title(const FoundName& found) const;
  [[nodiscard]] bool marked(const FoundName& found) const;
  [[nodiscard]] Governing governs_name() const;

  // Words and phrases of the lexicon: scan_terms.cc.
  void term(const Token& t);
  [[nodiscard]] bool unheaded() const {
    return !lexicon_.spaced() && !out_.mentions.empty() && !out_.mentions.back().headed &&
           out_.mentions.back().kind == ScanKind::Number;
  }
  void head(const Token& t, const HeadRow& row);
  enum class ListGoesOn : std::uint8_t { No, SameOrgan, OtherOrgan };
  [[nodiscard]] ListGoesOn list_goes_on(std::size_t at) const;
  void named_head(const Token& t, const HeadRow& row);
  void name_head(const OrganRow& row);
  [[nodiscard]] bool next_is_number(std::size_t at) const;
  void reference(const Token& t, const HeadRow& row);
  void organ(const OrganRow& row);
  [[nodiscard]] bool names_owner_behind() const;
  void give_to(Owner so_far, const OrganRow& row);
  [[nodiscard]] bool named_in_brief(const Token& t) const;
  void instrument(const Token& t, const InstrumentRow& row);
  void pin_behind();
  void word(const Token& t);
  void same_date();
  void ibid(const Token& t);
  // "Ibid., Twentieth Session, Annexes, document A/5800": the same records, another document.
  enum class SeriesNamed : std::uint8_t { No, Alone, WithSymbol };
  [[nodiscard]] SeriesNamed series_named(std::size_t at) const;

  struct PartialDate {
    std::size_t mention;
    int month;
    int day;
  };

  std::string_view text_;
  std::string_view lower_;
  const Lexicon& lexicon_;
  ParagraphKind kind_;
  std::size_t reach_;
  std::span<const FoundName> names_;
  std::size_t next_name_ = 0;
  std::size_t name_end_ = 0;  // of the name found last
  std::size_t lexed_ = 0;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  ParagraphScan out_;
  Before before_ = Before::Start;

  // What a phrase has governed so far. Behind a work, the next word ends it; "the Charter" it
  // outlives: "in accordance with the Charter and with resolution 1514 (XV)".
  enum class PhraseUse : std::uint8_t { None, Instrument, Work };
  // What governs the next number: the verb, the phrase and the head noun.
  struct Force {
    Governing verb;
    Governing phrase;
    bool phrase_open = false;
    PhraseUse use = PhraseUse::None;
    bool clause = false;  // the phrase is one with a verb of its own
    bool headed = false;  // a head noun is in force
    WorkKind kind = WorkKind::Resolution;
    Owner owner = Owner::Unnamed;
    Organ organ = Organ::Other;
    bool generic = false;
  };
  Force force_;
  // What held outside of the quote that is open.
  struct Outside {
    Force force;
    std::optional<Governing> outer_phrase;
    Before before = Before::Start;
    bool chain_live = false;
    bool pinnable = false;
    std::vector<std::size_t> undated;
    std::optional<Date> pending_date;
    std::size_t mentions = 0;
  };
  Outside outside_;
  void title_mark(const Token& t);
  void leave_quote();
  bool quoted_ = false;
  bool in_title_marks_ = false;  // the quote that is open is one of 《 》
  std::size_t phrase_at_ = 0;
  std::size_t instrument_at_ = 0;     // the last treaty by name
  std::size_t list_at_ = 0;           // "including", behind which a list of names begins
  std::size_t bracket_at_ = 0;        // the last bracket that opened
  std::size_t bracket_mentions_ = 0;  // mentions in front of it
  bool joined_ = false;         // a joiner stood behind the instrument that the phrase governs
  bool verb_has_work_ = false;  // the verb in force governs a work already
  bool verb_has_mark_ = false;  // or a note
  std::size_t verb_at_ = 0;
  std::size_t reports_at_ = 0;             // the last report that is an object of a verb
  std::size_t report_at_ = 0;              // "the report" that the verb receives, 0 for none
  std::optional<Governing> outer_phrase_;  // governs the noun that the phrase in force is tied to
  std::optional<Governing> series_;  // of "its previous resolutions", for "including" behind them
  std::optional<Governing> after_;   // Chinese: what stood behind a work without a number
  std::size_t after_at_ = 0;
  std::size_t own_head_begin_ = 0;    // the first of the works that share the head noun behind them
  bool own_head_enumerated_ = false;  // they are set apart by "、" from the works before
  bool enumerated_ = false;           // the last joiner was "、"
  bool chain_before_series_ = false;  // "和其他有关决议": the series ends a list
  std::optional<std::size_t> about_at_;  // the last 关于 of the part of the sentence
  bool of_subject_ = false;              // the phrase in force stands behind such a 关于
  std::optional<Governing> of_mark_;     // in a note: the verb in force at its mark
  bool reported_ = false;                // "the report on the implementation of"
  std::optional<Organ>
      report_organ_;  // whose report the sentence names: A/78/53 is the Human Rights Council's
  const OrganRow* organ_ = nullptr;  // the organ named last
  std::size_t organ_at_ = 0;
  bool organ_joined_ = false;  // "resolution 1998/72 and the Human Rights Council": of a list
  const OrganRow* its_organ_ = nullptr;  // that "its" stands for, when the text says so
  std::optional<Organ> named_before_;
  std::optional<Organ> council_;  // named last in the paragraph
  std::optional<Organ> commission_;
  bool stopped_ = false;  // "vol.": the number behind it is no work

  // "by the Human Rights Council in its resolution 17/4": the organ just before owns what follows.
  [[nodiscard]] bool organ_close() const {
    return lexicon_.spaced() && organ_ != nullptr && at_ <= organ_at_ + 2;
  }

  [[nodiscard]] bool token_is(std::size_t at, TokenKind kind) const {
    return at < tokens_.size() && tokens_[at].kind == kind;
  }

  bool its_ = false;  // "its", "previous", "that" just before a head noun
  bool previous_ = false;
  bool that_ = false;
  std::uint32_t its_begin_ = 0;
  std::uint32_t reference_begin_ = 0;
  std::uint32_t sign_begin_ = 0;
  bool open_series_ = false;

  bool chain_live_ = false;  // only joiners, dates and pinpoints since the last work
  bool pinnable_ = false;  // the same, commas of Chinese included: a pinpoint belongs to that work
  std::size_t chain_begin_ = 0;
  bool chain_goes_on_ = false;  // Chinese: a joiner and an organ stood behind the last work
  std::vector<std::size_t> undated_;
  std::vector<PartialDate> partial_;
  std::size_t no_dates_until_ = 0;    // the tokens before this one are no run of dates
  std::optional<Date> pending_date_;  // Chinese: the date before the number
  Extent pending_extent_;
  std::vector<std::size_t> pending_users_;
  bool about_ = false;  // Chinese: a subject ("关于") stands between the date and the number
  // A date in front of a work in the other languages, and where a word of adoption stood.
  struct AdoptionDate {
    Date date;
    Extent extent;
    std::size_t at = 0;
  };
  std::optional<AdoptionDate> adoption_date_;
  std::size_t adopted_at_ = 0;
  std::size_t last_work_at_ = 0;
  std::size_t date_end_ = 0;      // the token behind the last whole date
  bool joined_by_comma_ = false;  // the last work stands behind a comma, not behind "and"
  std::size_t last_printed_ = 0;  // the first mention of the number printed last
  // The work that a pinpoint belongs to, where it is not the last one.
  std::optional<std::size_t> pin_target_;
  std::optional<std::size_t> outside_bracket_;  // the work before an open bracket
  std::optional<Date> last_date_;
  std::string pending_pinpoint_;  // of the work that is named next
  std::size_t part_end_ = 0;    // the token behind the last part of a pinpoint, 0 before the first
  std::size_t part_begin_ = 0;  // where that part stands in the pinpoint
  PartKind last_part_ = PartKind::Paragraph;
};

}  // namespace lineage::ingest
