#include <algorithm>
#include <utility>

#include "graph/numbering.h"
#include "ingest/grammar/scanner.h"
#include "ingest/text/capitals.h"

namespace lineage::ingest {

bool Scanner::work() {
  const Token& t = tokens_[at_];
  FormReading form = form_at(tokens_, at_, text_);
  if (form.tokens == 0 && (council_number() || conference_numeral())) {
    const Form bare = t.kind == TokenKind::Number ? Form::Number : Form::Numeral;
    // "decision XII/3" of a conference of parties
    const bool number =
        bare == Form::Numeral && at_ + 2 < tokens_.size() &&
        (tokens_[at_ + 1].kind == TokenKind::Slash || tokens_[at_ + 1].kind == TokenKind::Hyphen) &&
        !tokens_[at_ + 1].space_before && tokens_[at_ + 2].kind == TokenKind::Number;
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

// "Security Council resolutions 242 and 338": bare numbers right behind the head noun, or in a
// list that begins there. Whether the Council is meant is the resolver's to say.
bool Scanner::council_number() const {
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

bool Scanner::in_council_list() const {
  if (!chain_live_ || out_.mentions.empty() ||
      (before_ != Before::Joiner && before_ != Before::Comma)) {
    return false;
  }
  const Form last = out_.mentions.back().form.form;
  return last == Form::Number || (last == Form::Year && force_.owner == Owner::Named);
}

// "a resolution 3 years ago": a number that counts what follows.
bool Scanner::counts_what_follows() const {
  return tokens_[at_].value < 10 && at_ + 1 < tokens_.size() &&
         tokens_[at_ + 1].kind == TokenKind::Word;
}

// "resolutions I and II adopted by the Conference": Roman numerals alone.
bool Scanner::conference_numeral() const {
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
                     tokens_[at_ + 1].entry != nullptr || tokens_[at_ + 1].kind == TokenKind::Comma;
  return alone &&
         (listed || (before_ == Before::Head && at_ > 0 && tokens_[at_ - 1].entry != nullptr &&
                     tokens_[at_ - 1].entry->head != nullptr));
}

bool Scanner::date_follows(std::size_t at) const {
  for (std::size_t i = at; i < tokens_.size() && i < at + 4; ++i) {
    if (date_at(tokens_, i, text_).tokens > 0) {
      return true;
    }
    const Token& t = tokens_[i];
    if (!t.is(Word::Of) && !t.is(Word::OfLast) && !t.is(Word::Both) && t.kind != TokenKind::Comma &&
        t.kind != TokenKind::Open && t.kind != TokenKind::NoteMark) {
      return false;
    }
  }
  return false;
}

// Whether the number stands where a work can be named. "50/50", "24/7" and "2020/21" are no
// works; a head noun, a list or a date makes the difference.
bool Scanner::accepts(const FormReading& form) const {
  const std::size_t behind = at_ + form.tokens;
  const bool loose = before_ == Before::Word || before_ == Before::Stop;
  switch (form.form) {
    case Form::Document:
      return !form.repaired || kind_ == ParagraphKind::Note || before_ == Before::Open ||
             (at_ > 0 && tokens_[at_ - 1].is(Word::Document)) || in_list();
    case Form::Number:
    case Form::Numeral:
      return true;
    case Form::External:
      return force_.headed || chinese_sign(behind);
    case Form::Year:
      return accepts_year(form, loose, behind);
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
bool Scanner::in_other_symbol() const {
  return at_ >= 2 && tokens_[at_ - 1].kind == TokenKind::Period && !tokens_[at_].space_before &&
         !tokens_[at_ - 1].space_before;
}

bool Scanner::accepts_year(const FormReading& form, bool loose, std::size_t behind) const {
  if (stopped_) {
    return false;
  }
  // "as supplemented by 2664 (2022)": the Council gave that number in that year.
  constexpr std::uint32_t kTelling = 100;  // a smaller number may meet its year by chance
  const bool councils = council_year(form.number) == form.year;
  loose = loose && !councils;
  if (!lexicon_.spaced()) {
    return chinese_sign(behind) || force_.headed || in_list();
  }
  const bool alone = councils && form.number >= kTelling && !form.repaired &&
                     (at_ == 0 || !tokens_[at_ - 1].is(Word::NumberSign));
  return alone || (force_.headed && (!loose || date_follows(behind)));
}

bool Scanner::accepts_slash(const FormReading& form, bool loose, std::size_t behind) const {
  if (!lexicon_.spaced()) {
    // "世界卫生组织，EB 136/8号文件": a document of another body.
    const bool document = behind < tokens_.size() &&
                          text_.substr(tokens_[behind].begin).starts_with("号文件") &&
                          before_ != Before::Sign;
    return !document && (chinese_sign(behind) || force_.headed || in_list());
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

// 第...号: the signs that set a number apart in Chinese.
bool Scanner::chinese_sign(std::size_t behind) const {
  return !lexicon_.spaced() && (before_ == Before::Sign ||
                                (behind < tokens_.size() && tokens_[behind].is(Word::NumberSign)));
}

// "65/37 A, 65/37 B": two parts of one resolution.
bool Scanner::same_number(const FormReading& form) const {
  if (out_.mentions.empty()) {
    return false;
  }
  const FormReading& last = out_.mentions.back().form;
  return last.form == form.form && last.session == form.session && last.number == form.number &&
         last.year == form.year;
}

void Scanner::add_work(FormReading form) {
  begin_own_head();
  if (!chain_live_ && !chain_goes_on_) {
    chain_begin_ = out_.mentions.size();
  }
  chain_goes_on_ = false;
  joined_by_comma_ = lexicon_.spaced() && before_ == Before::Comma && !same_number(form);
  last_printed_ = out_.mentions.size();
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
  if (form.form == Form::Document) {
    mention.document = form.external;
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
void Scanner::reissue_mark(const FormReading& form, Extent& quote) const {
  if (form.form == Form::Document && form.end < text_.size() && text_[form.end] == '*') {
    quote.end = form.end + 1;
  }
}

bool Scanner::brackets_turned(const FormReading& form) const {
  const std::size_t first = at_ - form.tokens;
  return first > 0 && tokens_[first - 1].kind == TokenKind::Close && at_ < tokens_.size() &&
         tokens_[at_].kind == TokenKind::Open;
}

// "3411 A and B (XXX)": a mention a letter; the first bears the number.
void Scanner::push_parts(const ScannedMention& whole, const std::vector<PartLetter>& letters) {
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

void Scanner::push_work(ScannedMention mention) {
  const std::size_t index = out_.mentions.size();
  if (dated_in_front(mention)) {
    mention.date = last_date_;
  } else if (pending_date_ && takes_pending(mention)) {
    mention.date = pending_date_;
    widen(mention.quote, pending_users_.empty() ? pending_extent_ : mention.quote);
    pending_users_.push_back(index);
    if (pending_users_.size() > 1) {
      mention.flags.set(MentionFlag::SharedDate);
      out_.mentions[pending_users_.front()].flags.set(MentionFlag::SharedDate);
    }
  } else if (mention.form.form != Form::Document || kind_ != ParagraphKind::Note) {
    undated_.push_back(index);
    take_adoption_date(mention);
  }
  last_work_at_ = at_;
  out_.mentions.push_back(std::move(mention));
}

// "of 15 January 2013 (S/PRST/2013/1), 28 July 2014 (S/PRST/2014/14)": the date before the bracket
// is that of the document in it, if that can have been issued then.
bool Scanner::dated_in_front(const ScannedMention& mention) const {
  const FormReading& form = mention.form;
  if (form.form != Form::Document || before_ != Before::Open || !last_date_ ||
      at_ != date_end_ + 1 + form.tokens) {
    return false;
  }
  const auto symbol = Symbol::parse(text_.substr(form.begin, form.end - form.begin));
  const auto span = symbol ? symbol->possible_dates() : std::nullopt;
  return span && span->first <= *last_date_ && *last_date_ <= span->last;
}

// "the Council" is the council, "the Commission" the commission that the paragraph named last.
std::optional<Organ> Scanner::named_alike(Organ generic) const {
  return is_commission(generic) ? commission_ : council_;
}

// The date before the number is the first work's; it serves those that follow in the list where
// their number allows it.
bool Scanner::takes_pending(const ScannedMention& mention) const {
  if (mention.form.form == Form::Document) {
    return before_ == Before::Date;
  }
  // "2023年7月26日关于第75/233号决议执行进展情况的第2023/31号决议": not the next number's, but that
  // of the one behind it.
  constexpr std::uint32_t kSigns = 12;  // bytes of 第 and the like between date and number
  const bool apart = pending_users_.empty() && mention.owner != Owner::Unnamed &&
                     mention.symbol.begin > pending_extent_.end + kSigns;
  if (apart && contradicts(mention, *pending_date_)) {
    return false;
  }
  // "2023年10月12日第54/18、54/22和54/33号": numbers of one session share what the first one has.
  return pending_users_.empty() || may_share(mention, *pending_date_) ||
         (mention.form.session.number != 0 &&
          mention.form.session == out_.mentions[pending_users_.front()].form.session);
}

// "A/69/488/Add.2 and Corr.1", "A/5455 and Add.1-6": addenda and corrigenda of the document
// before, each a work of its own.
bool Scanner::addendum() {
  const Token& t = tokens_[at_];
  if (t.kind == TokenKind::Hyphen || t.is(Word::To)) {
    return addendum_range();
  }
  if (out_.mentions.empty()) {
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
  if (i >= tokens_.size()) {
    return false;
  }
  const std::string_view figure = text_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin);
  const bool misread = figure == "l" || figure == "I";  // "Add.l"
  if (tokens_[i].kind != TokenKind::Number && !misread) {
    return false;
  }
  pin_target_ = pin_target_.value_or(out_.mentions.size() - 1);
  push_addendum(word, i, t.begin, false, misread ? 1 : 0);
  if (misread) {
    out_.mentions.back().flags.set(MentionFlag::OcrRepaired);
  }
  std::uint32_t last = misread ? 1 : tokens_[i].value;
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

// "A/69/488/Add.1-3", "A/C.6/56/SR.11 à 13": what follows the first of a range of addenda or of
// records of meetings.
bool Scanner::addendum_range() {
  constexpr std::string_view kRanges[] = {"Add", "SR", "PV"};
  const ScannedMention& first = out_.mentions.back();
  const std::string_view symbol =
      text_.substr(first.symbol.begin, first.symbol.end - first.symbol.begin);
  const std::size_t dot = symbol.rfind('.');
  const std::size_t cut = symbol.rfind('/');
  const bool hyphen = tokens_[at_].kind == TokenKind::Hyphen;
  if (first.form.form != Form::Document || dot == std::string_view::npos ||
      cut == std::string_view::npos || cut > dot || at_ + 1 >= tokens_.size() ||
      tokens_[at_ + 1].kind != TokenKind::Number || (hyphen && tokens_[at_ + 1].space_before) ||
      token_is(at_ + 2, TokenKind::Slash)) {
    return false;
  }
  const std::string_view part = symbol.substr(cut + 1, dot - cut - 1);
  const auto word = std::find(std::begin(kRanges), std::end(kRanges), part);
  if (word == std::end(kRanges)) {
    return false;
  }
  std::uint32_t from = 0;
  for (const char c : symbol.substr(dot + 1)) {
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
    push_addendum(*word, at_ + 1, begin, true, n);
  }
  push_addendum(*word, at_ + 1, tokens_[at_ + 1].begin, false);
  pin_target_.reset();
  at_ += 2;
  return true;
}

void Scanner::push_addendum(std::string_view word,
                            std::size_t number,
                            std::uint32_t begin,
                            bool derived,
                            std::uint32_t value) {
  const ScannedMention& before = out_.mentions.back();
  ScannedMention mention;
  const Extent base = before.symbol;
  std::string symbol = before.document.empty()
                           ? std::string(text_.substr(base.begin, base.end - base.begin))
                           : before.document;
  // Another addendum stands beside the last one, a corrigendum corrects what stands before it.
  const std::size_t cut = symbol.rfind('/');
  const std::string_view tail = std::string_view(symbol).substr(cut == std::string::npos ? 0 : cut);
  if (tail.starts_with("/" + std::string(word)) ||
      (word == "Add" && (tail.starts_with("/Corr") || tail.starts_with("/Add")))) {
    symbol.resize(cut);
  }
  mention.document = symbol + "/" + std::string(word) + "." +
                     std::to_string(value != 0 ? value : tokens_[number].value);
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
void Scanner::chinese_signs(Extent& quote) const {
  if (!lexicon_.spaced()) {
    if (before_ == Before::Sign) {
      quote.begin = std::min(quote.begin, sign_begin_);
    }
    if (at_ < tokens_.size() && tokens_[at_].is(Word::NumberSign)) {
      quote.end = std::max(quote.end, tokens_[at_].end);
    }
  }
}

void Scanner::flag_chain(MentionFlag flag) {
  if (chain_live_ && !out_.mentions.empty()) {
    out_.mentions.back().flags.set(flag);
  }
}

}  // namespace lineage::ingest
