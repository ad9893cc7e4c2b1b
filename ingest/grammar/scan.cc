#include "ingest/grammar/scan.h"

#include <algorithm>
#include <utility>

#include "ingest/grammar/dates.h"
#include "ingest/grammar/pinpoints.h"
#include "ingest/lines.h"

namespace lineage::ingest {
namespace {

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
          std::size_t reach)
      : text_(input.text), lexicon_(lexicon), kind_(kind), reach_(reach) {
    force_.verb = inherited;
    lexed_ =
        reach_ < text_.size() && text_.size() - reach_ > kBehind ? reach_ + kBehind : text_.size();
    lex(input, lexicon, tokens_, lexed_);
  }

  // False when the tokens ended before it was sure that no later one matters.
  bool run() {
    const Marker marker = marker_of(text_);
    while (at_ < tokens_.size() && tokens_[at_].begin < marker.length) {
      ++at_;
    }
    while (at_ < tokens_.size()) {
      if (tokens_[at_].begin >= reach_ && settled()) {
        out_.whole = false;
        return true;
      }
      if (!date() && !addendum() && !work() && !pinpoint()) {
        token(tokens_[at_]);
        ++at_;
      }
    }
    out_.lead = force_.verb;
    return lexed_ == text_.size();
  }

  ParagraphScan take() { return std::move(out_); }

 private:
  // Bytes read behind the last place where a citation can begin, for the looks ahead from there:
  // the widest takes sixteen tokens.
  static constexpr std::size_t kBehind = 256;

  // Nothing that follows can still belong to the works before, no date, no organ, no pinpoint, nor
  // to a head noun ("resolution II").
  [[nodiscard]] bool settled() const {
    const bool open =
        before_ == Before::Head || before_ == Before::Joiner || before_ == Before::Its;
    return lexicon_.spaced() && !open && !chain_live_ && !pinnable_ && undated_.empty();
  }

  // --- dates
  // ---------------------------------------------------------------------------------------

  bool date() {
    const Token& t = tokens_[at_];
    const bool may = t.kind == TokenKind::Number || t.kind == TokenKind::Word ||
                     (t.entry != nullptr && t.entry->month != 0);
    if (!may || (t.kind == TokenKind::Word && (lexicon_.spaced() || !may_begin_form(t)))) {
      return false;
    }
    const DateReading reading = date_at(tokens_, at_, text_);
    if (reading.tokens == 0) {
      return false;
    }
    if (chain_live_ && lexicon_.spaced() && undated_.size() > 1 && dates_in_order()) {
      return true;
    }
    const Extent extent{t.begin, reading.end};
    at_ += reading.tokens;
    if (const auto day = reading.date()) {
      whole_date(*day, extent, reading.repaired);
      last_date_ = day;
    } else if (reading.year == 0) {
      partial_date(reading, extent);
    }
    if (reading.note_mark != 0) {
      out_.marks.push_back({reading.note_mark, force_.verb});
      flag_chain(MentionFlag::NoteMarkSplit);
    }
    before_ = Before::Date;
    return true;
  }

  // "résolutions 2235 (2015) et 2319 (2016) ..., en date des 7 août 2015 et 17 novembre 2016": as
  // many dates as works, in the same order. Takes them all, or nothing.
  bool dates_in_order() {
    std::vector<DateReading> run;
    std::size_t i = at_;
    std::size_t stop = at_;
    while (run.size() <= undated_.size() && i < tokens_.size()) {
      const DateReading reading = date_at(tokens_, i, text_);
      if (reading.tokens > 0) {
        run.push_back(reading);
        i += reading.tokens;
        stop = i;
      } else if (joins_dates(tokens_[i])) {
        ++i;
      } else {
        break;
      }
    }
    if (run.size() != undated_.size() || run.back().year == 0) {
      return false;
    }
    int year = 0;
    for (std::size_t k = run.size(); k > 0; --k) {
      year = run[k - 1].year != 0 ? run[k - 1].year : year;
      ScannedMention& mention = out_.mentions[undated_[k - 1]];
      mention.date = Date::of(year, run[k - 1].month, run[k - 1].day);
    }
    last_date_ = out_.mentions[undated_.back()].date;
    undated_.clear();
    at_ = stop;
    before_ = Before::Date;
    return true;
  }

  static bool joins_dates(const Token& t) {
    return t.kind == TokenKind::Comma || t.is(Word::And) || t.is(Word::Of) || t.is(Word::The) ||
           t.is(Word::DateGlue) || t.is(Word::Adverb);
  }

  void whole_date(Date day, Extent extent, bool repaired) {
    for (const auto& [index, month, dom] : std::exchange(partial_, {})) {
      if (const auto earlier = Date::of(day.year(), month, dom)) {
        out_.mentions[index].date = earlier;
      }
    }
    if (chain_live_ && !undated_.empty() && (lexicon_.spaced() || before_ == Before::Open)) {
      give_date(day, extent, repaired);
      return;
    }
    if (!lexicon_.spaced()) {
      pending_date_ = day;
      pending_extent_ = extent;
      pending_users_.clear();
    }
  }

  // "of 29 November and 12 December 1979": the year comes with a later date.
  void partial_date(const DateReading& reading, Extent extent) {
    if (!chain_live_) {
      return;
    }
    for (const std::size_t index : std::exchange(undated_, {})) {
      partial_.push_back({index, reading.month, reading.day});
      widen(out_.mentions[index].quote, extent);
    }
  }

  // Gives the date to every work of the chain that waits for one and that it can belong to.
  void give_date(Date day, Extent extent, bool repaired) {
    std::vector<std::size_t> takers;
    for (const std::size_t index : undated_) {
      if (fits(out_.mentions[index], day)) {
        takers.push_back(index);
      }
    }
    if (takers.empty()) {
      takers = undated_;  // another organ's numbers, or a wrong date: the resolver's to find
    }
    for (const std::size_t index : takers) {
      ScannedMention& mention = out_.mentions[index];
      mention.date = day;
      if (takers.size() > 1) {
        mention.flags.set(MentionFlag::SharedDate);
      }
      if (repaired) {
        mention.flags.set(MentionFlag::OcrRepaired);
      }
      if (index == takers.back()) {
        widen(mention.quote, extent);
      }
    }
    undated_.clear();
  }

  // Whether the number can have been given in the date's year, a year more or less allowed for: a
  // wrong date is the resolver's to find, a date of the neighbour's is kept out here.
  static bool fits(const ScannedMention& mention, Date day) {
    const FormReading& form = mention.form;
    if (mention.kind != ScanKind::Number) {
      return false;
    }
    if (form.year != 0) {
      return form.year == day.year();
    }
    if (form.form == Form::Slash && mention.owner == Owner::Named &&
        mention.organ == Organ::HumanRightsCouncil) {
      return std::abs(2006 + (form.session.number - 1) / 3 - day.year()) <= 1;
    }
    const bool by_session =
        mention.organ == Organ::GeneralAssembly || mention.owner != Owner::Named;
    if ((form.form == Form::Slash || form.form == Form::Roman) && by_session &&
        form.session.kind == SessionKind::Regular) {
      const int opens = 1945 + form.session.number;
      return day.year() >= opens && day.year() <= opens + 1;
    }
    return true;
  }

  static void widen(Extent& quote, Extent by) {
    quote.begin = std::min(quote.begin, by.begin);
    quote.end = std::max(quote.end, by.end);
  }

  // --- works
  // ---------------------------------------------------------------------------------------

  bool work() {
    const Token& t = tokens_[at_];
    if (t.kind != TokenKind::Number && t.kind != TokenKind::Symbol &&
        t.kind != TokenKind::Session && t.kind != TokenKind::Word && t.kind != TokenKind::Letter &&
        !t.is(Word::SpecialSession) && !t.is(Word::EmergencySession) && !begins_symbol(t)) {
      return false;
    }
    if (t.kind == TokenKind::Word && !may_begin_form(t)) {
      return false;
    }
    FormReading form = form_at(tokens_, at_, text_);
    if (form.tokens == 0 && (council_number() || conference_numeral())) {
      const Form bare = t.kind == TokenKind::Number ? Form::Number : Form::Numeral;
      // "decision XII/3" of a conference of parties
      const bool number = bare == Form::Numeral && at_ + 2 < tokens_.size() &&
                          (tokens_[at_ + 1].kind == TokenKind::Slash ||
                           tokens_[at_ + 1].kind == TokenKind::Hyphen) &&
                          !tokens_[at_ + 1].space_before &&
                          tokens_[at_ + 2].kind == TokenKind::Number;
      form = FormReading{.tokens = number ? 3U : 1U, .form = bare, .number = t.value};
      form.begin = t.begin;
      form.end = tokens_[at_ + form.tokens - 1].end;
    }
    if (form.tokens == 0 || !accepts(form)) {
      return false;
    }
    at_ += form.tokens;
    add_work(std::move(form));
    return true;
  }

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

  // "Security Council resolutions 242 and 338": bare numbers right behind the head noun, or in a
  // list that begins there. Whether the Council is meant is the resolver's to say.
  [[nodiscard]] bool council_number() const {
    const Token& t = tokens_[at_];
    const bool council = force_.owner != Owner::Named || force_.organ == Organ::SecurityCouncil;
    if (t.kind != TokenKind::Number || !council || t.value == 0 || t.value > 3999 ||
        text_[t.begin] == '0' || at_ == 0) {
      return false;
    }
    const TokenKind next = at_ + 1 < tokens_.size() ? tokens_[at_ + 1].kind : TokenKind::Other;
    if (next == TokenKind::Slash || next == TokenKind::Hyphen || next == TokenKind::Open ||
        force_.kind != WorkKind::Resolution || counts_what_follows()) {
      return false;
    }
    const Token& last = tokens_[at_ - 1];
    const bool head =
        before_ == Before::Head && last.entry != nullptr &&
        (last.entry->head != nullptr || last.entry->organ != nullptr || last.is(Word::NumberSign));
    return head || in_council_list();
  }

  // "Assembly/AU/Dec.729 (XXXII)": a word that the lexicon knows, in front of a stroke.
  [[nodiscard]] bool begins_symbol(const Token& t) const {
    return t.kind == TokenKind::Term && force_.headed && at_ + 1 < tokens_.size() &&
           tokens_[at_ + 1].kind == TokenKind::Slash && !tokens_[at_ + 1].space_before;
  }

  [[nodiscard]] bool in_council_list() const {
    if (!chain_live_ || out_.mentions.empty() ||
        (before_ != Before::Joiner && before_ != Before::Comma)) {
      return false;
    }
    const Form last = out_.mentions.back().form.form;
    return last == Form::Number || (last == Form::Year && force_.owner == Owner::Named);
  }

  // "a resolution 3 years ago": a number that counts what follows.
  [[nodiscard]] bool counts_what_follows() const {
    return tokens_[at_].value < 10 && at_ + 1 < tokens_.size() &&
           tokens_[at_ + 1].kind == TokenKind::Word;
  }

  // "resolutions I and II adopted by the Conference": Roman numerals alone.
  [[nodiscard]] bool conference_numeral() const {
    const Token& t = tokens_[at_];
    const bool numeral = (t.kind == TokenKind::Word && t.end - t.begin <= 4) ||
                         (t.kind == TokenKind::Letter && t.value == 'I');
    if (!numeral || !lexicon_.spaced() ||
        session_numeral(text_.substr(t.begin, t.end - t.begin)) == 0) {
      return false;
    }
    const bool listed = chain_live_ && before_ == Before::Joiner && !out_.mentions.empty() &&
                        out_.mentions.back().form.form == Form::Numeral;
    // "the resolution I have in mind": one letter may be a word.
    const bool alone = t.kind == TokenKind::Word || at_ + 1 >= tokens_.size() ||
                       tokens_[at_ + 1].entry != nullptr ||
                       tokens_[at_ + 1].kind == TokenKind::Comma;
    return alone &&
           (listed || (before_ == Before::Head && at_ > 0 && tokens_[at_ - 1].entry != nullptr &&
                       tokens_[at_ - 1].entry->head != nullptr));
  }

  [[nodiscard]] bool date_follows(std::size_t at) const {
    for (std::size_t i = at; i < tokens_.size() && i < at + 4; ++i) {
      if (date_at(tokens_, i, text_).tokens > 0) {
        return true;
      }
      const Token& t = tokens_[i];
      if (!t.is(Word::Of) && !t.is(Word::Both) && t.kind != TokenKind::Comma &&
          t.kind != TokenKind::Open && t.kind != TokenKind::NoteMark) {
        return false;
      }
    }
    return false;
  }

  // Whether the number stands where a work can be named. "50/50", "24/7" and "2020/21" are no
  // works; a head noun, a list or a date makes the difference.
  [[nodiscard]] bool accepts(const FormReading& form) const {
    const std::size_t behind = at_ + form.tokens;
    const bool loose = before_ == Before::Word || before_ == Before::Stop;
    switch (form.form) {
      case Form::Document:
        return true;
      case Form::Number:
      case Form::Numeral:
        return true;
      case Form::External:
        return force_.headed;
      case Form::Year:
        return accepts_year(loose, behind);
      case Form::Roman:
        return !stopped_ && !in_other_symbol() && (!form.repaired || force_.headed) &&
               (!loose || force_.headed || date_follows(behind) || chinese_sign(behind));
      case Form::SpecialSlash:
        return force_.headed || !loose || date_follows(behind) || chinese_sign(behind);
      case Form::Slash:
        return accepts_slash(form, loose, behind);
    }
    return false;
  }

  // "AHG/Dec.3 (XX)", "Res.5 (III)": the number belongs to what stands before its full stop.
  [[nodiscard]] bool in_other_symbol() const {
    return at_ >= 2 && tokens_[at_ - 1].kind == TokenKind::Period && !tokens_[at_].space_before &&
           !tokens_[at_ - 1].space_before;
  }

  [[nodiscard]] bool accepts_year(bool loose, std::size_t behind) const {
    if (stopped_) {
      return false;
    }
    if (!lexicon_.spaced()) {
      return chinese_sign(behind) || force_.headed || in_list();
    }
    return force_.headed && (!loose || date_follows(behind));
  }

  [[nodiscard]] bool accepts_slash(const FormReading& form, bool loose, std::size_t behind) const {
    if (!lexicon_.spaced()) {
      return chinese_sign(behind) || force_.headed || in_list();
    }
    const bool idiom = form.letters.empty() && form.year == 0 &&
                       ((form.session.number == 50 && form.number == 50) ||
                        (form.session.number == 24 && form.number == 7) ||
                        (form.session.number == 9 && form.number == 11));
    if (idiom && before_ != Before::Head) {
      return false;
    }
    if (loose) {
      return force_.headed && date_follows(behind);
    }
    return force_.headed || (form.year == 0 && date_follows(behind));
  }

  [[nodiscard]] bool in_list() const { return chain_live_ && before_ == Before::Joiner; }

  // 第...号: the signs that set a number apart in Chinese.
  [[nodiscard]] bool chinese_sign(std::size_t behind) const {
    return !lexicon_.spaced() &&
           (before_ == Before::Sign ||
            (behind < tokens_.size() && tokens_[behind].is(Word::NumberSign)));
  }

  void add_work(FormReading form) {
    if (!chain_live_) {
      chain_begin_ = out_.mentions.size();
    }
    ScannedMention mention;
    mention.governing = govern();
    mention.headed = force_.headed;
    mention.behind_head = before_ == Before::Head;
    mention.brackets_turned = brackets_turned(form);
    mention.head = force_.kind;
    mention.owner = force_.owner;
    mention.organ = force_.organ;
    mention.generic_organ = force_.generic;
    mention.named_before = force_.generic ? named_alike(force_.organ) : named_before_;
    mention.pinpoint = std::exchange(pending_pinpoint_, {});
    if (form.repaired) {
      mention.flags.set(MentionFlag::OcrRepaired);
    }
    if (open_series_) {
      mention.flags.set(MentionFlag::OpenSeries);
      open_series_ = false;
    }
    mention.symbol = {form.begin, form.end};
    mention.quote = mention.symbol;
    chinese_signs(mention.quote);
    reissue_mark(form, mention.quote);
    std::vector<PartLetter> letters = form.letters;
    if (form.form == Form::Document) {
      report_organ_ = organ_of_report(text_.substr(form.begin, form.end - form.begin));
    }
    mention.form = std::move(form);
    if (letters.size() <= 1) {
      mention.letter = letters.empty() ? PartLetter{} : letters.front();
      push_work(std::move(mention));
    } else {
      push_parts(mention, letters);
    }
    chain_live_ = true;
    pinnable_ = true;
    pin_target_.reset();
    before_ = Before::Work;
  }

  // "A/68/98*": the mark of a reissue belongs to what is printed.
  void reissue_mark(const FormReading& form, Extent& quote) const {
    if (form.form == Form::Document && form.end < text_.size() && text_[form.end] == '*') {
      quote.end = form.end + 1;
    }
  }

  [[nodiscard]] bool brackets_turned(const FormReading& form) const {
    const std::size_t first = at_ - form.tokens;
    return first > 0 && tokens_[first - 1].kind == TokenKind::Close && at_ < tokens_.size() &&
           tokens_[at_].kind == TokenKind::Open;
  }

  // "3411 A and B (XXX)": a mention a letter; the first bears the number.
  void push_parts(const ScannedMention& whole, const std::vector<PartLetter>& letters) {
    for (std::size_t i = 0; i < letters.size(); ++i) {
      ScannedMention part = whole;
      part.letter = letters[i];
      if (i == 0) {
        part.symbol.end = std::max(letters[0].end, letters[0].begin);
      } else {
        part.symbol = {letters[i].begin, letters[i].end};
      }
      if (letters[i].derived) {
        part.flags.set(MentionFlag::RangeDerived);
      }
      push_work(std::move(part));
    }
  }

  void push_work(ScannedMention mention) {
    const std::size_t index = out_.mentions.size();
    if (pending_date_ && takes_pending(mention)) {
      mention.date = pending_date_;
      widen(mention.quote, pending_users_.empty() ? pending_extent_ : mention.quote);
      pending_users_.push_back(index);
      if (pending_users_.size() > 1) {
        mention.flags.set(MentionFlag::SharedDate);
        out_.mentions[pending_users_.front()].flags.set(MentionFlag::SharedDate);
      }
    } else if (mention.form.form != Form::Document || kind_ != ParagraphKind::Note) {
      undated_.push_back(index);
    }
    out_.mentions.push_back(std::move(mention));
  }

  // The date before the number is the first work's; it serves those that follow in the list where
  // their number allows it.
  // "the Council" is the council, "the Commission" the commission that the paragraph named last.
  [[nodiscard]] std::optional<Organ> named_alike(Organ generic) const {
    return is_commission(generic) ? commission_ : council_;
  }

  [[nodiscard]] bool takes_pending(const ScannedMention& mention) const {
    if (mention.form.form == Form::Document) {
      return before_ == Before::Date;
    }
    // "2023年10月12日第54/18、54/22和54/33号": numbers of one session share what the first one has.
    return pending_users_.empty() || fits(mention, *pending_date_) ||
           (mention.form.session.number != 0 &&
            mention.form.session == out_.mentions[pending_users_.front()].form.session);
  }

  // "A/69/488/Add.2 and Corr.1", "A/5455 and Add.1-6": addenda and corrigenda of the document
  // before, each a work of its own.
  bool addendum() {
    const Token& t = tokens_[at_];
    if (t.kind == TokenKind::Hyphen && before_ == Before::Work) {
      return addendum_range();
    }
    if (t.kind != TokenKind::Word || out_.mentions.empty() || !chain_live_ ||
        (before_ != Before::Joiner && before_ != Before::Comma)) {
      return false;
    }
    const ScannedMention& before = out_.mentions.back();
    const std::string_view word = text_.substr(t.begin, t.end - t.begin);
    const bool known = word == "Add" || word == "Corr" || word == "Rev";
    if (!known || before.form.form != Form::Document) {
      return false;
    }
    std::size_t i = at_ + 1;
    i += i < tokens_.size() && tokens_[i].kind == TokenKind::Period ? 1 : 0;
    if (i >= tokens_.size() || tokens_[i].kind != TokenKind::Number) {
      return false;
    }
    pin_target_ = pin_target_.value_or(out_.mentions.size() - 1);
    push_addendum(word, i, t.begin, false);
    std::uint32_t last = tokens_[i].value;
    // "Add.1-6", "Corr.1 and 2".
    while (i + 2 < tokens_.size() && tokens_[i + 2].kind == TokenKind::Number &&
           tokens_[i + 2].value > last && tokens_[i + 2].value < last + 60) {
      const bool range = tokens_[i + 1].kind == TokenKind::Hyphen || tokens_[i + 1].is(Word::To);
      if (!range && !tokens_[i + 1].is(Word::And)) {
        break;
      }
      if (i + 3 < tokens_.size() && tokens_[i + 3].kind == TokenKind::Slash) {
        break;  // "Corr.1 and 53/70"
      }
      for (std::uint32_t n = last + 1; range && n < tokens_[i + 2].value; ++n) {
        push_addendum(word, i + 2, t.begin, true, n);
      }
      push_addendum(word, i + 2, tokens_[i + 2].begin, false);
      last = tokens_[i + 2].value;
      i += 2;
    }
    // A corrigendum's reader opens the document: the pinpoint behind both is the document's.
    if (word != "Corr") {
      pin_target_.reset();
    }
    at_ = i + 1;
    before_ = Before::Work;
    return true;
  }

  // "A/69/488/Add.1-3": what follows the first of a range of addenda.
  bool addendum_range() {
    const ScannedMention& first = out_.mentions.back();
    const std::string_view symbol =
        text_.substr(first.symbol.begin, first.symbol.end - first.symbol.begin);
    const std::size_t add = symbol.rfind("/Add.");
    if (first.form.form != Form::Document || add == std::string_view::npos ||
        at_ + 1 >= tokens_.size() || tokens_[at_ + 1].kind != TokenKind::Number ||
        tokens_[at_ + 1].space_before) {
      return false;
    }
    std::uint32_t from = 0;
    for (const char c : symbol.substr(add + 5)) {
      if (c < '0' || c > '9' || from > 999) {
        return false;
      }
      from = from * 10 + static_cast<std::uint32_t>(c - '0');
    }
    const std::uint32_t to = tokens_[at_ + 1].value;
    if (to <= from || to > from + 60) {
      return false;
    }
    const std::uint32_t begin = first.symbol.begin;
    for (std::uint32_t n = from + 1; n < to; ++n) {
      push_addendum("Add", at_ + 1, begin, true, n);
    }
    push_addendum("Add", at_ + 1, tokens_[at_ + 1].begin, false);
    pin_target_.reset();
    at_ += 2;
    return true;
  }

  void push_addendum(std::string_view word,
                     std::size_t number,
                     std::uint32_t begin,
                     bool derived,
                     std::uint32_t value = 0) {
    const ScannedMention& before = out_.mentions.back();
    ScannedMention mention;
    const Extent base = before.symbol;
    std::string symbol = before.document.empty()
                             ? std::string(text_.substr(base.begin, base.end - base.begin))
                             : before.document;
    // Another addendum stands beside the last one, a corrigendum corrects what stands before it.
    const std::size_t cut = symbol.rfind('/');
    const std::string_view tail =
        std::string_view(symbol).substr(cut == std::string::npos ? 0 : cut);
    if (tail.starts_with("/" + std::string(word)) ||
        (word == "Add" && (tail.starts_with("/Corr") || tail.starts_with("/Add")))) {
      symbol.resize(cut);
    }
    mention.document = symbol + "/" + std::string(word) + "." +
                       std::to_string(derived ? value : tokens_[number].value);
    mention.form.form = Form::Document;
    mention.governing = before.governing;
    mention.headed = before.headed;
    mention.symbol = {begin, tokens_[number].end};
    mention.quote = mention.symbol;
    if (derived) {
      mention.flags.set(MentionFlag::RangeDerived);
    }
    out_.mentions.push_back(std::move(mention));
  }

  // The signs around a number belong to the quote: 第 53/70 号.
  void chinese_signs(Extent& quote) const {
    if (!lexicon_.spaced()) {
      if (before_ == Before::Sign) {
        quote.begin = std::min(quote.begin, sign_begin_);
      }
      if (at_ < tokens_.size() && tokens_[at_].is(Word::NumberSign)) {
        quote.end = std::max(quote.end, tokens_[at_].end);
      }
    }
  }

  Governing govern() {
    if (force_.phrase_open) {
      force_.phrase_used = true;
      return force_.phrase;
    }
    return force_.verb;
  }

  // "the recommendations contained in the report³": the phrase ties the report, and so its mark.
  // "The report on the implementation of the outcome of the World Summit¹": the mark is the
  // report's.
  [[nodiscard]] Governing governs_mark() const {
    const bool ties = force_.phrase_open && !force_.phrase_used &&
                      (force_.phrase.relation == Relation::PursuantTo || at_ <= phrase_at_ + 6);
    return ties ? force_.phrase : force_.verb;
  }

  void flag_chain(MentionFlag flag) {
    if (chain_live_ && !out_.mentions.empty()) {
      out_.mentions.back().flags.set(flag);
    }
  }

  // --- pinpoints
  // -----------------------------------------------------------------------------------

  bool pinpoint() {
    const Token& t = tokens_[at_];
    const bool may = t.is(Word::OrdinalSign) || (t.entry != nullptr && t.entry->part != nullptr);
    if (!may) {
      return false;
    }
    PinpointReading reading = pinpoint_at(tokens_, at_, text_);
    if (reading.tokens == 0) {
      return false;
    }
    const std::size_t behind = at_ + reading.tokens;
    if (pinnable_ && !out_.mentions.empty() && (!owned_by_next(behind) || !lexicon_.spaced())) {
      std::string& known = out_.mentions[pin_target_.value_or(out_.mentions.size() - 1)].pinpoint;
      known += (known.empty() ? "" : ", ") + reading.text;
    } else {
      pending_pinpoint_ = std::move(reading.text);
      end_chain();
      pinnable_ = false;
    }
    before_ = Before::Pinpoint;
    at_ = behind;
    return true;
  }

  // "paragraph 4 of resolution 53/70", "paragraph 6, subparagraph (c), of its resolution": the part
  // belongs to what follows. In "61/276, section VIII, of 29 June 2007" the date follows.
  [[nodiscard]] bool owned_by_next(std::size_t behind) const {
    const bool comma = behind < tokens_.size() && tokens_[behind].kind == TokenKind::Comma;
    const std::size_t of = behind + (comma ? 1 : 0);
    if (of >= tokens_.size() || !tokens_[of].is(Word::Of) ||
        date_at(tokens_, of + 1, text_).tokens != 0) {
      return false;
    }
    return !comma || head_near(of + 1);
  }

  [[nodiscard]] bool head_near(std::size_t at) const {
    for (std::size_t i = at; i < tokens_.size() && i < at + 4; ++i) {
      if (tokens_[i].entry == nullptr) {
        return false;
      }
      if (tokens_[i].entry->head != nullptr) {
        return true;
      }
    }
    return false;
  }

  // --- single tokens
  // -------------------------------------------------------------------------------

  void token(const Token& t) {
    switch (t.kind) {
      case TokenKind::NoteMark:
        out_.marks.push_back({t.value, governs_mark()});
        return;
      case TokenKind::Comma:
        return comma();
      case TokenKind::Semicolon:
      case TokenKind::Period:
      case TokenKind::Colon:
        return stop(t.kind);
      case TokenKind::Open:
        before_ = Before::Open;
        outside_bracket_ = pinnable_ && !out_.mentions.empty()
                               ? std::optional(out_.mentions.size() - 1)
                               : std::nullopt;
        return;
      case TokenKind::Quote:
        return quote();
      case TokenKind::Close:
        // "A/70/174 (see also A/68/98), para. 3": the paragraph of the work outside.
        if (outside_bracket_) {
          pin_target_ = std::exchange(outside_bracket_, std::nullopt);
          pinnable_ = true;
        }
        return;
      case TokenKind::Hyphen:
        return;
      case TokenKind::Term:
        return term(t);
      case TokenKind::Letter:
        if (t.entry != nullptr) {
          return term(t);
        }
        return other(t);
      default:
        return other(t);
    }
  }

  // A title in quotes has verbs and head nouns of its own ("intitulée « Application des décisions
  // ... », 76/205 du ..."): behind it, what was in force before holds again.
  void quote() {
    if (quoted_) {
      force_ = outside_;
    } else {
      outside_ = force_;
    }
    quoted_ = !quoted_;
  }

  void comma() {
    glued_mark();
    before_ = Before::Comma;
    const bool goes_on =
        force_.phrase.relation == Relation::PursuantTo ||
        (at_ + 1 < tokens_.size() &&
         (tokens_[at_ + 1].is(Word::Including) || tokens_[at_ + 1].kind == TokenKind::NoteMark));
    if (!force_.phrase_used && !goes_on) {
      force_.phrase_open = false;  // what follows the comma is another noun
    }
    if (!lexicon_.spaced()) {
      end_chain();
      if (!quoted_) {
        owner_reset();
      }
      force_.phrase_open = false;
      return;
    }
    // "submitted pursuant to resolution 77/37, its decision 78/541": a new noun ends the phrase.
    if (force_.phrase_used && at_ + 1 < tokens_.size()) {
      const Token& next = tokens_[at_ + 1];
      if (next.is(Word::Its) || next.is(Word::The) ||
          (next.entry != nullptr &&
           (next.entry->head != nullptr || next.entry->organ != nullptr))) {
        force_.phrase_open = false;
      }
    }
  }

  // "of 23 August 2011,1 S-18/1": a note mark that lost its raised place, behind a comma.
  void glued_mark() {
    const std::size_t next = at_ + 1;
    if (before_ != Before::Date || next + 1 >= tokens_.size() ||
        tokens_[next].kind != TokenKind::Number || tokens_[next].space_before ||
        tokens_[next].value == 0 || tokens_[next].value > 999 || !tokens_[next + 1].space_before) {
      return;
    }
    out_.marks.push_back({tokens_[next].value, force_.verb});
    flag_chain(MentionFlag::NoteMarkSplit);
    ++at_;
  }

  void stop(TokenKind kind) {
    // "No. 5", "Res. 3": a full stop in the middle of a sentence ends no head.
    const bool sentence =
        kind == TokenKind::Period && at_ + 1 < tokens_.size() && tokens_[at_ + 1].space_before;
    before_ = kind == TokenKind::Period && !sentence ? before_ : Before::Comma;
    end_chain();
    force_.phrase_open = false;
    if (quoted_) {
      return;  // "题为“变革我们的世界：2030年可持续发展议程”的第70/1号决议"
    }
    if (sentence || !lexicon_.spaced()) {
      report_organ_.reset();
      force_.headed = false;
      owner_reset();
    }
  }

  void other(const Token& t) {
    const bool small = t.end - t.begin <= 3 && lexicon_.spaced();
    if (!small) {
      pending_pinpoint_.clear();
    }
    stopped_ = false;
    break_chain();
    before_ = Before::Word;
    if (force_.phrase_open && at_ > phrase_at_ + 30) {
      force_.phrase_open = false;
    }
  }

  void break_chain() {
    end_chain();
    pinnable_ = false;
    its_ = false;
    previous_ = false;
    that_ = false;
    if (force_.phrase_used) {
      force_.phrase_open = false;
    }
    // "2022年3月2日通过的题为“...”的第5/7号决议": a date that has met no work yet waits for it.
    if (pending_date_ && !pending_users_.empty()) {
      pending_date_.reset();
    }
  }

  void end_chain() {
    chain_live_ = false;
    undated_.clear();
  }

  void owner_reset() {
    if (!lexicon_.spaced()) {
      force_.owner = Owner::Unnamed;
      force_.generic = false;
      pending_date_.reset();
    }
  }

  // --- terms
  // ---------------------------------------------------------------------------------------

  void term(const Token& t) {
    const LexiconEntry& entry = *t.entry;
    if (entry.cue != nullptr && cue(t, *entry.cue)) {
      return;
    }
    if (entry.instrument != nullptr) {
      return instrument(t, *entry.instrument);
    }
    if (entry.head != nullptr) {
      return head(t, *entry.head);
    }
    if (entry.organ != nullptr) {
      return organ(*entry.organ);
    }
    word(t);
  }

  bool cue(const Token& t, const CueRow& row) {
    if (row.relation == Relation::AdoptedOnReport && kind_ != ParagraphKind::Header) {
      return false;
    }
    switch (row.scope) {
      case CueScope::Verb:
        return verb(t, row);
      case CueScope::Phrase:
        force_.phrase = {row.relation, {t.begin, t.end}, false};
        force_.phrase_open = true;
        force_.phrase_used = false;
        phrase_at_ = at_;
        break_chain();
        pending_date_.reset();
        force_.phrase_open = true;
        before_ = Before::Phrase;
        return true;
      case CueScope::After:
        return after(t, row);
    }
    return false;
  }

  bool verb(const Token& t, const CueRow& row) {
    const bool proclitic = lexicon_.spaced() && t.end - t.begin > t.entry->phrase.size() &&
                           static_cast<unsigned char>(text_[t.begin]) == 0xD9;
    // In Chinese a joiner ties nouns: "评估和建议" is "assessments and recommendations".
    const bool joined = before_ == Before::Joiner && lexicon_.spaced();
    const bool opens = before_ == Before::Start || before_ == Before::Comma || joined ||
                       before_ == Before::Adverb || proclitic;
    // 决定 is "decision" behind a number and "decides" in front of a clause.
    if (!opens || (t.entry->head != nullptr && (chain_live_ || unheaded()))) {
      return false;
    }
    force_.verb = {row.relation, {t.begin, t.end}, false};
    for (std::size_t i = at_; i > 0 && tokens_[i - 1].is(Word::Adverb); --i) {
      force_.verb.verb.begin = tokens_[i - 1].begin;
    }
    for (std::size_t i = at_ + 1; i < tokens_.size() && tokens_[i].is(Word::Adverb); ++i) {
      force_.verb.verb.end = tokens_[i].end;
    }
    break_chain();
    owner_reset();
    force_.phrase_open = false;
    force_.phrase_used = false;
    before_ = Before::Verb;
    return true;
  }

  // 中规定的 behind the works that it governs.
  bool after(const Token& t, const CueRow& row) {
    if (!chain_live_ || chain_begin_ >= out_.mentions.size()) {
      other(t);
      return true;
    }
    for (std::size_t i = chain_begin_; i < out_.mentions.size(); ++i) {
      if (out_.mentions[i].governing.verb.begin == force_.verb.verb.begin) {
        out_.mentions[i].governing = {row.relation, {t.begin, t.end}, false};
      }
    }
    break_chain();
    before_ = Before::Word;
    return true;
  }

  [[nodiscard]] bool unheaded() const {
    return !lexicon_.spaced() && !out_.mentions.empty() && !out_.mentions.back().headed &&
           out_.mentions.back().kind == ScanKind::Number;
  }

  void head(const Token& t, const HeadRow& row) {
    if (!lexicon_.spaced() && unheaded()) {
      for (std::size_t i = out_.mentions.size(); i > 0 && !out_.mentions[i - 1].headed; --i) {
        out_.mentions[i - 1].headed = true;
        // "A/55/25, annex I, decision SS.VI/1" has the head further on.
        out_.mentions[i - 1].behind_head =
            i == out_.mentions.size() && t.begin <= out_.mentions[i - 1].quote.end + 1;
        out_.mentions[i - 1].head = row.kind;
      }
      owner_reset();
      before_ = Before::Head;
      return;
    }
    named_head(t, row);
  }

  void named_head(const Token& t, const HeadRow& row) {
    if (lexicon_.spaced()) {
      force_.headed = true;
      force_.kind = row.kind;
      force_.owner = Owner::Unnamed;
      force_.generic = false;
      if (before_ == Before::Organ && organ_ != nullptr) {
        name_head(*organ_);
      } else if (its_ && its_organ_ != nullptr) {
        name_head(*its_organ_);
      } else if (its_ || (t.is(Word::Its) && !organ_close())) {
        force_.owner = Owner::Own;
      } else if (t.is(Word::Its)) {
        name_head(*organ_);
      } else if (report_organ_) {
        force_.owner = Owner::Named;
        force_.organ = *report_organ_;
      }
    } else {
      force_.headed = next_is_number(at_ + 1);
      force_.kind = row.kind;
    }
    reference(t, row);
    end_chain();
    stopped_ = false;
    its_ = false;
    previous_ = false;
    that_ = false;
    before_ = Before::Head;
  }

  void name_head(const OrganRow& row) {
    force_.owner = Owner::Named;
    force_.organ = row.organ;
    force_.generic = row.generic;
  }

  [[nodiscard]] bool next_is_number(std::size_t at) const {
    for (std::size_t i = at; i < tokens_.size() && i < at + 8; ++i) {
      const Token& t = tokens_[i];
      if (form_at(tokens_, i, text_).tokens > 0 || date_at(tokens_, i, text_).tokens > 0) {
        return true;
      }
      const bool small = t.is(Word::Of) || t.is(Word::The) || t.is(Word::NumberSign) ||
                         t.is(Word::OrdinalSign) || t.is(Word::Previous) || t.is(Word::Both) ||
                         t.kind == TokenKind::Open || t.kind == TokenKind::Colon ||
                         (t.entry != nullptr && t.entry->organ != nullptr);
      if (!small) {
        return false;
      }
    }
    return false;
  }

  // "its previous resolutions" and "that resolution" name works without a number.
  void reference(const Token& t, const HeadRow& row) {
    const bool previous_behind = at_ + 1 < tokens_.size() && tokens_[at_ + 1].is(Word::Previous);
    const bool series = row.plural && (previous_ || previous_behind);
    const bool back = that_ && !row.plural;
    if ((!series && !back) || next_is_number(at_ + 1)) {
      return;
    }
    ScannedMention mention;
    mention.kind = series ? ScanKind::Series : ScanKind::BackReference;
    mention.head = row.kind;
    mention.headed = true;
    mention.governing = govern();
    mention.owner = force_.owner;
    mention.organ = force_.organ;
    mention.generic_organ = force_.generic;
    mention.symbol = {reference_begin_, previous_behind ? tokens_[at_ + 1].end : t.end};
    if (!previous_ && !that_) {
      mention.symbol.begin = t.begin;
    }
    mention.quote = mention.symbol;
    out_.mentions.push_back(std::move(mention));
    at_ += previous_behind ? 1 : 0;
  }

  void organ(const OrganRow& row) {
    organ_ = &row;
    organ_at_ = at_;
    if (!row.generic) {
      out_.councils.push_back(row.organ);
      named_before_ = row.organ;
      (is_commission(row.organ) ? commission_ : council_) = row.organ;
    }
    if (!lexicon_.spaced()) {
      // 大会第 77/37 号决议: the organ stands before the number.
      force_.owner = Owner::Named;
      force_.organ = row.organ;
      force_.generic = row.generic;
      force_.headed = false;
      end_chain();
    } else if (before_ == Before::Head) {
      name_head(row);
    } else if (chain_live_ && (before_ == Before::Work || before_ == Before::Date)) {
      // "résolution 1860 (2009) du Conseil de sécurité": the organ stands behind the number.
      for (std::size_t i = chain_begin_; i < out_.mentions.size(); ++i) {
        ScannedMention& mention = out_.mentions[i];
        if (mention.owner == Owner::Unnamed && mention.kind == ScanKind::Number) {
          mention.owner = Owner::Named;
          mention.organ = row.organ;
          mention.generic_organ = row.generic;
        }
      }
      return;  // a date may still follow
    } else if (in_list() && (at_ < 2 || tokens_[at_ - 2].kind != TokenKind::Comma)) {
      // "in accordance with resolution 77/37 and Security Council resolution 1540 (2004)"
      end_chain();
    } else {
      break_chain();
    }
    before_ = Before::Organ;
  }

  void instrument(const Token& t, const InstrumentRow& row) {
    ScannedMention mention;
    mention.kind = ScanKind::Instrument;
    mention.instrument = row.id;
    mention.head = WorkKind::Treaty;
    mention.headed = true;
    mention.governing = govern();
    mention.pinpoint = std::exchange(pending_pinpoint_, {});
    mention.symbol = {t.begin, t.end};
    mention.quote = mention.symbol;
    break_chain();
    out_.mentions.push_back(std::move(mention));
    chain_begin_ = out_.mentions.size();
    before_ = Before::Word;
  }

  void word(const Token& t) {
    if (t.is(Word::Previous) || t.is(Word::That)) {
      if (!previous_ && !that_) {
        reference_begin_ = its_ ? its_begin_ : t.begin;
      }
      previous_ = previous_ || t.is(Word::Previous);
      that_ = that_ || t.is(Word::That);
      end_chain();
      before_ = Before::Its;
      return;
    }
    if (t.is(Word::Its)) {
      its_ = true;
      its_begin_ = t.begin;
      its_organ_ = organ_close() ? organ_ : nullptr;
      if (!lexicon_.spaced()) {
        force_.owner = Owner::Own;
        force_.headed = false;
      }
      before_ = Before::Its;
      return;
    }
    if (t.is(Word::SameDate)) {
      same_date();
      return;
    }
    if (t.is(Word::MostRecent)) {
      open_series_ = true;
      return;
    }
    if (t.is(Word::Ibid)) {
      ibid(t);
      return;
    }
    if (t.is(Word::To)) {
      // French "a décidé" and "à" read alike: no verb opens a clause behind it.
      before_ = Before::Range;
      return;
    }
    if (t.is(Word::And)) {
      before_ = Before::Joiner;
      return;
    }
    if (t.is(Word::Adverb)) {
      before_ = Before::Adverb;
      return;
    }
    if (t.is(Word::OrdinalSign) || t.is(Word::NumberSign)) {
      if (t.is(Word::OrdinalSign)) {
        sign_begin_ = t.begin;
        before_ = Before::Sign;
      }
      return;
    }
    if (t.is(Word::Stop)) {
      other(t);
      stopped_ = true;
      before_ = Before::Stop;
      return;
    }
    if (t.is(Word::Of) || t.is(Word::The) || t.is(Word::Both) || t.is(Word::DateGlue) ||
        t.is(Word::See) || t.is(Word::YearWord)) {
      if (t.is(Word::See)) {
        before_ = Before::Joiner;
      }
      return;
    }
    other(t);
  }

  void same_date() {
    for (const std::size_t index : std::exchange(undated_, {})) {
      out_.mentions[index].same_date = true;
      out_.mentions[index].date = last_date_;
    }
    before_ = Before::Date;
  }

  void ibid(const Token& t) {
    const SeriesNamed series = series_named(at_ + 1);
    if (series == SeriesNamed::WithSymbol) {
      before_ = Before::Joiner;  // the words that it stands for name no work
      return;
    }
    ScannedMention mention;
    mention.kind = ScanKind::Ibid;
    mention.governing = govern();
    mention.symbol = {t.begin, t.end};
    mention.quote = mention.symbol;
    mention.of_series = series == SeriesNamed::Alone;
    out_.mentions.push_back(std::move(mention));
    chain_begin_ = out_.mentions.size() - 1;
    chain_live_ = true;
    pinnable_ = true;
    pin_target_.reset();
    before_ = Before::Work;
  }

  // "Ibid., Twentieth Session, Annexes, document A/5800": the same records, another document.
  enum class SeriesNamed : std::uint8_t { No, Alone, WithSymbol };

  [[nodiscard]] SeriesNamed series_named(std::size_t at) const {
    constexpr std::size_t kFar = 16;
    SeriesNamed found = SeriesNamed::No;
    for (std::size_t i = at; i < tokens_.size() && i < at + kFar; ++i) {
      const Token& t = tokens_[i];
      if (t.kind == TokenKind::Semicolon || t.is(Word::See)) {
        break;
      }
      if (t.kind == TokenKind::Symbol) {
        return SeriesNamed::WithSymbol;
      }
      if (t.is(Word::SessionWord) || t.is(Word::Stop)) {
        found = SeriesNamed::Alone;
      }
    }
    return found;
  }

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
  std::optional<Date> pending_date_;  // Chinese: the date before the number
  Extent pending_extent_;
  std::vector<std::size_t> pending_users_;
  // The work that a pinpoint belongs to, where it is not the last one.
  std::optional<std::size_t> pin_target_;
  std::optional<std::size_t> outside_bracket_;  // the work before an open bracket
  std::optional<Date> last_date_;
  std::string pending_pinpoint_;
};

}  // namespace

ParagraphScan scan(const LexerInput& input,
                   const Lexicon& lexicon,
                   ParagraphKind kind,
                   const Governing& inherited,
                   std::size_t reach) {
  Scanner scanner(input, lexicon, kind, inherited, reach);
  if (scanner.run()) {
    return scanner.take();
  }
  Scanner whole(input, lexicon, kind, inherited, kWhole);
  whole.run();
  return whole.take();
}

}  // namespace lineage::ingest
