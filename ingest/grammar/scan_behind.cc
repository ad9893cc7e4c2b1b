// Chinese words that stand behind the works that they govern: 第53/70号决议规定的.
#include <algorithm>

#include "ingest/grammar/scanner.h"

namespace lineage::ingest {

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
    const bool contained =
        governing.relation == Relation::Implements && !row.phrase.starts_with("的");
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

}  // namespace lineage::ingest
