// What Chinese alone asks of the words that govern: some stand behind the works
// (第53/70号决议规定的), and where those before them end, no word of the language says.
#include <algorithm>
#include <span>
#include <string_view>
#include <utility>

#include "ingest/grammar/scanner.h"

namespace lineage::ingest {
namespace {

bool begins_with_one_of(std::string_view text, std::span<const std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.starts_with(word); });
}

// The bytes of the noun at the front of the text that ends what a phrase governs; 0 for none.
std::size_t closing_noun(std::string_view text) {
  constexpr std::string_view kNouns[] = {"的建议", "的规定", "的要求", "的决定",
                                         "的请求", "的授权", "》"};
  for (const std::string_view noun : kNouns) {
    if (text.starts_with(noun)) {
      return noun.size();
    }
  }
  return 0;
}

// Whether the text behind such a noun belongs to it still.
bool goes_on(std::string_view text) {
  constexpr std::string_view kMore[] = {
      "的",   "中",   "所", "和",   "及", "、", "，",   "以及", "与", "或", "第", "附", "规定",
      "宗旨", "原则", "条", "目标", "(",  ")",  "修正", "缔约", "下", "之", "内", " "};
  return begins_with_one_of(text, kMore);
}

}  // namespace

// 中规定的 behind the works that it governs.
bool Scanner::after(const Token& t, const CueRow& row) {
  // "两项国际人权公约¹ 所体现": what stands before is named by its note alone.
  if (at_ > 0 && tokens_[at_ - 1].kind == TokenKind::NoteMark && !out_.marks.empty()) {
    out_.marks.back().governing = {row.relation, {t.begin, t.end}, false};
  }
  if (!chain_live_ || chain_begin_ >= out_.mentions.size()) {
    other(t);
    if (row.phrase.starts_with("所") || row.phrase.starts_with("中所")) {
      after_ = Governing{row.relation, {t.begin, t.end}, false};
      after_at_ = at_;
    }
    return true;
  }
  for (std::size_t i = governed_from_behind(); i < out_.mentions.size(); ++i) {
    const Governing& governing = out_.mentions[i].governing;
    // 落实...决议所载: what the work contains is carried out; 执行...决议的规定: the work itself.
    // 考虑到...决议规定的比额表: so it is with what is borne in mind.
    const bool outer =
        governing.relation == Relation::Implements || governing.relation == Relation::BearingInMind;
    const bool contained = outer && !row.phrase.starts_with("的");
    if (governing.verb.begin == force_.verb.verb.begin || contained) {
      out_.mentions[i].governing = {row.relation, {t.begin, t.end}, false};
    }
  }
  break_chain();
  before_ = Before::Word;
  return true;
}

// "第70/1号决议、第78/1号决议附件所载的政治宣言": of works that are set apart by "、", each with a
// head noun of its own, the last alone; joined by "和" all of them.
std::size_t Scanner::governed_from_behind() const {
  return own_head_enumerated_ && own_head_begin_ < out_.mentions.size()
             ? std::max(chain_begin_, own_head_begin_)
             : chain_begin_;
}

// Notes where the works that will share one head noun begin, and what joins them to those before.
void Scanner::begin_own_head() {
  if (out_.mentions.empty() || out_.mentions.back().headed || !chain_live_) {
    own_head_begin_ = out_.mentions.size();
    own_head_enumerated_ = chain_live_ && enumerated_;
  }
}

// "关于在拟订协定时遵守环境规范的第73/39号决议": the phrase tells what the resolution is about.
bool Scanner::phrase_in_subject() const {
  return about_at_ && !lexicon_.spaced() && *about_at_ < at_;
}

// "《行动计划》¹ 执行路线图": carrying out as a noun that the title stands in front of.
bool Scanner::follows_title() const {
  std::size_t last = at_;
  while (last > 0 && tokens_[last - 1].kind == TokenKind::NoteMark) {
    --last;
  }
  return last > 0 && tokens_[last - 1].kind == TokenKind::CloseTitle;
}

// Whether 的 stands before what names the work whose number ends at the cursor: 第, its date, organ
// and title.
bool Scanner::subject_closed_before(std::size_t work) const {
  constexpr std::size_t kFar = 24;  // tokens
  const auto names_work = [](const Token& t) {
    return t.kind == TokenKind::Number || t.is(Word::OrdinalSign) || t.is(Word::YearWord) ||
           t.is(Word::MonthWord) || t.is(Word::DayWord) || t.is(Word::Its) ||
           t.kind == TokenKind::Slash || t.kind == TokenKind::Open || t.kind == TokenKind::Close ||
           t.kind == TokenKind::Session || t.kind == TokenKind::Letter ||
           (t.entry != nullptr && t.entry->organ != nullptr);
  };
  for (std::size_t back = 1; back <= kFar && back <= work; ++back) {
    const Token& t = tokens_[work - back];
    if (!names_work(t)) {
      return text_.substr(t.begin, t.end - t.begin) == "的";
    }
  }
  return false;
}

// "按照《宪章》，特别是第一条，以及《宣言》": the comma stands right behind what the phrase
// governs.
bool Scanner::list_passes_comma() const {
  constexpr std::string_view kJoiners[] = {"以及", "及", "和"};
  const Token& next = tokens_[at_ + 1];
  const std::string_view joiner = text_.substr(next.begin, next.end - next.begin);
  if (force_.use == PhraseUse::None || force_.phrase.relation != Relation::PursuantTo || at_ == 0 ||
      std::find(std::begin(kJoiners), std::end(kJoiners), joiner) == std::end(kJoiners)) {
    return false;
  }
  const Token& last = tokens_[at_ - 1];
  return at_ == part_end_ || at_ == last_work_at_ || last.kind == TokenKind::NoteMark ||
         last.kind == TokenKind::CloseTitle ||
         (last.entry != nullptr &&
          (last.entry->head != nullptr || last.entry->instrument != nullptr));
}

// "按照委员会的建议审议项目并重新召集工作组，⁸", "根据《公约》提出的指控¹⁷": what the phrase
// governs ends with a noun behind 的 or with a title, and the clause goes on.
bool Scanner::noun_closed_before(std::size_t mark) const {
  const std::size_t last = std::min(mark, phrase_at_ + phrase_reach());
  // Of titles the first, right behind the phrase.
  bool titled = force_.phrase.relation != Relation::PursuantTo ||
                !token_is(phrase_at_ + 1, TokenKind::OpenTitle);
  for (std::size_t i = phrase_at_ + 1; i + 1 < last; ++i) {
    const bool title = tokens_[i].kind == TokenKind::CloseTitle;
    const std::size_t length = closing_noun(text_.substr(tokens_[i].begin));
    const std::size_t end = tokens_[i].begin + length;
    if (title && std::exchange(titled, true)) {
      continue;
    }
    if (length > 0 && end < tokens_[mark - 1].begin && tokens_[i + 1].kind != TokenKind::NoteMark &&
        !goes_on(text_.substr(end))) {
      return true;
    }
  }
  return false;
}

}  // namespace lineage::ingest
