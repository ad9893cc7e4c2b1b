#include <algorithm>
#include <utility>

#include "ingest/grammar/part_labels.h"
#include "ingest/grammar/pinpoints.h"
#include "ingest/grammar/scanner.h"

namespace lineage::ingest {

bool Scanner::pinpoint() {
  const PinpointReading reading = pinpoint_at(tokens_, at_, text_);
  if (reading.tokens == 0) {
    return false;
  }
  const std::size_t behind = at_ + reading.tokens;
  if (pinnable_ && !out_.mentions.empty() && (!owned_by_next(reading) || !lexicon_.spaced())) {
    add_part(out_.mentions[pin_target_.value_or(out_.mentions.size() - 1)].pinpoint, reading);
  } else {
    if (!part_close()) {
      pending_pinpoint_.clear();
    }
    add_part(pending_pinpoint_, reading);
    // "MSC 78/26/Add.1, annex 5, resolution MSC.155(78)": the annex of the document before.
    if (token_is(behind, TokenKind::Comma) && behind + 1 < tokens_.size() &&
        tokens_[behind + 1].entry != nullptr && tokens_[behind + 1].entry->head != nullptr) {
      pending_pinpoint_.clear();
    }
    end_chain();
    pinnable_ = false;
  }
  before_ = Before::Pinpoint;
  at_ = behind;
  part_end_ = behind;
  return true;
}

// Whether at most a comma or a small word stands between the last part and the one at the cursor.
bool Scanner::part_close() const { return part_end_ != 0 && at_ <= part_end_ + 2; }

// One address of several parts, the widest first: "paragraph 5 of section II" is "section II, para.
// 5", and so is "section II, paragraph 5". Behind a comma or "and" the order of the text stands.
void Scanner::add_part(std::string& address, const PinpointReading& reading) {
  const bool listed =
      at_ > 0 && (tokens_[at_ - 1].kind == TokenKind::Comma || tokens_[at_ - 1].is(Word::And));
  const bool outer = part_close() && !listed && !address.empty() &&
                     width_rank(reading.part) < width_rank(last_part_);
  if (outer) {
    address.insert(std::min(part_begin_, address.size()), reading.text + ", ");
  } else {
    address += address.empty() ? "" : ", ";
    part_begin_ = address.size();
    address += reading.text;
  }
  last_part_ = reading.part;
}

// "paragraph 4 of resolution 53/70", "section II, paragraph 5, of its resolution", "the annex to
// document A/79/214": the part belongs to what follows. In "61/276, section VIII, of 29 June 2007"
// the date follows.
bool Scanner::owned_by_next(const PinpointReading& reading) const {
  std::size_t behind = at_ + reading.tokens;
  // "section II, paragraph 5", "paragraph 5 of section II": the parts of one address go together.
  int width = width_rank(reading.part);
  for (int parts = 0; parts < 3 && reading.tokens > 1; ++parts) {
    const bool comma = token_is(behind, TokenKind::Comma);
    const std::size_t next = comma ? behind + 1 : over_of(tokens_, behind, text_);
    const PinpointReading other = pinpoint_at(tokens_, next, text_);
    const int other_width = width_rank(other.part);
    if (other.tokens == 0 || (comma ? other_width <= width : other_width == width)) {
      break;
    }
    width = other_width;
    behind = next + other.tokens;
  }
  const bool comma = token_is(behind, TokenKind::Comma);
  if (!comma && head_near(behind)) {
    return true;  // "пункт 4 своей резолюции 53/70", "والفقرة 4 من قرارها 53/70"
  }
  const std::size_t of = behind + (comma ? 1 : 0);
  if (of >= tokens_.size() || !tokens_[of].is(Word::Of) ||
      date_at(tokens_, of + 1, text_).tokens != 0) {
    return false;
  }
  return !comma || head_near(of + 1);
}

bool Scanner::head_near(std::size_t at) const {
  constexpr std::uint32_t kSmall = 4;  // "к", "من"
  for (std::size_t i = at; i < tokens_.size() && i < at + 4; ++i) {
    const Token& t = tokens_[i];
    if (t.entry != nullptr && (t.entry->head != nullptr || t.is(Word::Document))) {
      return true;
    }
    const bool small = t.kind == TokenKind::Word && t.end - t.begin <= kSmall;
    if ((t.entry == nullptr && !small) || t.is(Word::And)) {
      return false;
    }
  }
  return false;
}

}  // namespace lineage::ingest
