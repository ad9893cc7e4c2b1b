// Clauses that tie a work to a noun: a verb of their own, and a subject that stands between it and
// the work ("التي أقرتها الجمعية العامة في قرارها").
#include <algorithm>

#include "ingest/grammar/scanner.h"
#include "ingest/grammar/word_lists.h"

namespace lineage::ingest {

// "الفريق الذي أنشأته الجمعية العامة وقرارها 70/1": what is joined to the subject of the clause is
// none of its objects, unless it is another subject.
void Scanner::clause_at_joiner() {
  const bool subject = at_ + 1 < tokens_.size() && tokens_[at_ + 1].entry != nullptr &&
                       tokens_[at_ + 1].entry->organ != nullptr;
  if (force_.phrase_open && force_.clause && force_.use == PhraseUse::None && !subject) {
    close_phrase();
  }
}

// "التي أقرتها الجمعية العامة في تقريرها³": a mark behind the subject belongs to what it has
// adopted.
bool Scanner::clause_reaches_mark() const {
  constexpr std::string_view kIn[] = {"في", "بموجب", "в", "во"};
  const std::size_t last = std::min(at_, phrase_at_ + phrase_reach());
  // "учрежденной резолюцией³", "учрежденной по Конвенции³": the text does it.
  constexpr std::string_view kUnder[] = {"по", "согласно", "сообразно"};
  const std::size_t behind = phrase_at_ + 1;
  if (behind < last &&
      ((tokens_[behind].entry != nullptr && tokens_[behind].entry->head != nullptr) ||
       is_one_of(first_word(word_at(behind)), kUnder))) {
    return true;
  }
  for (std::size_t i = phrase_at_ + 1; i + 1 < last; ++i) {
    const Token& next = tokens_[i + 1];
    const LexiconEntry* entry = next.entry;
    const bool named = entry != nullptr && (entry->head != nullptr || entry->organ != nullptr ||
                                            entry->part != nullptr);
    if (is_one_of(word_at(i), kIn) &&
        (named || next.is(Word::Report) || next.kind == TokenKind::Quote)) {
      return true;
    }
  }
  return false;
}

}  // namespace lineage::ingest
