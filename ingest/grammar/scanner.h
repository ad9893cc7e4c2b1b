// The state of one walk over a paragraph's tokens: what governs the next number, which works still
// wait for a date, what a pinpoint belongs to. Only scan() makes one; the definitions stand beside
// what they are about: dates, works, terms.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/grammar/dates.h"
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
          std::size_t reach);
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
           before_ != Before::Head && !outside_bracket_ && partial_.empty();
  }

  // What a token may begin: most begin nothing, and are not asked further.
  [[nodiscard]] bool may_begin_date(const Token& t) const {
    return t.kind == TokenKind::Number || (t.entry != nullptr && t.entry->month != 0) ||
           (t.kind == TokenKind::Word && !lexicon_.spaced() && may_begin_form(t));
  }
  [[nodiscard]] bool may_add(const Token& t) const {
    return t.kind == TokenKind::Hyphen
               ? before_ == Before::Work
               : t.kind == TokenKind::Word && chain_live_ &&
                     (before_ == Before::Joiner || before_ == Before::Comma);
  }
  [[nodiscard]] bool may_begin_work(const Token& t) const {
    return t.kind == TokenKind::Number || t.kind == TokenKind::Symbol ||
           t.kind == TokenKind::Session || t.kind == TokenKind::Letter ||
           (t.kind == TokenKind::Word && may_begin_form(t)) || t.is(Word::SpecialSession) ||
           t.is(Word::EmergencySession) || begins_symbol(t);
  }
  [[nodiscard]] static bool may_begin_pinpoint(const Token& t) {
    return t.is(Word::OrdinalSign) || (t.entry != nullptr && t.entry->part != nullptr);
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
  static bool fits(const ScannedMention& mention, Date day);
  static void widen(Extent& quote, Extent by);

  // Works, their parts and addenda: scan_works.cc.
  bool work();
  // Most tokens are words, and the forms that begin with one begin with a number in Chinese
  // characters or with the Arabic session letter of "د-10/2".
  [[nodiscard]] bool may_begin_form(const Token& t) const {
    const auto first = static_cast<unsigned char>(text_[t.begin]);
    if (first < 0x80) {  // "decision XII/3" of a conference
      return force_.headed && first >= 'A' && first <= 'Z';
    }
    if (first >= 0xE2) {
      std::size_t length = 0;
      static_cast<void>(chinese_number(text_, t.begin, length));
      return length > 0;
    }
    return first == 0xD8;
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
  [[nodiscard]] bool accepts_year(bool loose, std::size_t behind) const;
  [[nodiscard]] bool accepts_slash(const FormReading& form, bool loose, std::size_t behind) const;
  [[nodiscard]] bool in_list() const { return chain_live_ && before_ == Before::Joiner; }
  [[nodiscard]] bool chinese_sign(std::size_t behind) const;
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
  Governing govern();
  [[nodiscard]] Governing governs_mark() const;
  [[nodiscard]] bool is_reported() const;
  void flag_chain(MentionFlag flag);

  // Pinpoints: scan.cc.
  bool pinpoint();
  [[nodiscard]] bool owned_by_next(std::size_t behind) const;
  [[nodiscard]] bool head_near(std::size_t at) const;

  // Single tokens: scan.cc.
  void token(const Token& t);
  void quote();
  void comma();
  void glued_mark();
  void stop(TokenKind kind);
  void other(const Token& t);
  void break_chain();
  void end_chain();
  void owner_reset();

  // Words and phrases of the lexicon: scan_terms.cc.
  void term(const Token& t);
  bool cue(const Token& t, const CueRow& row);
  bool verb(const Token& t, const CueRow& row);
  bool after(const Token& t, const CueRow& row);
  [[nodiscard]] bool unheaded() const {
    return !lexicon_.spaced() && !out_.mentions.empty() && !out_.mentions.back().headed &&
           out_.mentions.back().kind == ScanKind::Number;
  }
  void head(const Token& t, const HeadRow& row);
  void named_head(const Token& t, const HeadRow& row);
  void name_head(const OrganRow& row);
  [[nodiscard]] bool next_is_number(std::size_t at) const;
  void reference(const Token& t, const HeadRow& row);
  void organ(const OrganRow& row);
  void instrument(const Token& t, const InstrumentRow& row);
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
  const Lexicon& lexicon_;
  ParagraphKind kind_;
  std::size_t reach_;
  std::size_t lexed_ = 0;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  ParagraphScan out_;
  Before before_ = Before::Start;

  // What governs the next number: the verb, the phrase and the head noun.
  struct Force {
    Governing verb;
    Governing phrase;
    bool phrase_open = false;
    bool phrase_used = false;
    bool headed = false;  // a head noun is in force
    WorkKind kind = WorkKind::Resolution;
    Owner owner = Owner::Unnamed;
    Organ organ = Organ::Other;
    bool generic = false;
  };
  Force force_;
  Force outside_;  // of the quote that is open
  bool quoted_ = false;
  std::size_t phrase_at_ = 0;
  bool reported_ = false;  // "the report on the implementation of"
  std::optional<Organ>
      report_organ_;  // whose report the sentence names: A/78/53 is the Human Rights Council's
  const OrganRow* organ_ = nullptr;  // the organ named last
  std::size_t organ_at_ = 0;
  const OrganRow* its_organ_ = nullptr;  // that "its" stands for, when the text says so
  std::optional<Organ> named_before_;
  std::optional<Organ> council_;  // named last in the paragraph
  std::optional<Organ> commission_;
  bool stopped_ = false;  // "vol.": the number behind it is no work

  // "by the Human Rights Council in its resolution 17/4": the organ just before owns what follows.
  [[nodiscard]] bool organ_close() const {
    return lexicon_.spaced() && organ_ != nullptr && at_ <= organ_at_ + 2;
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
  std::vector<std::size_t> undated_;
  std::vector<PartialDate> partial_;
  std::size_t no_dates_until_ = 0;    // the tokens before this one are no run of dates
  std::optional<Date> pending_date_;  // Chinese: the date before the number
  Extent pending_extent_;
  std::vector<std::size_t> pending_users_;
  // The work that a pinpoint belongs to, where it is not the last one.
  std::optional<std::size_t> pin_target_;
  std::optional<std::size_t> outside_bracket_;  // the work before an open bracket
  std::optional<Date> last_date_;
  std::string pending_pinpoint_;
};

}  // namespace lineage::ingest
