#include <algorithm>
#include <utility>

#include "ingest/grammar/scanner.h"
#include "ingest/text/normalize.h"

namespace lineage::ingest {

// The name's own words are read as any others: a name changes nothing for the numbers around it.
void Scanner::name(const FoundName& found) {
  name_end_ = found.end;
  // In the header stand the titles of agenda items.
  if (found.works.empty() || kind_ == ParagraphKind::Header || is_title(found) || marked(found)) {
    return;
  }
  ScannedMention mention;
  mention.kind = ScanKind::Name;
  mention.named = found.works;
  mention.headed = true;
  mention.governing = governs_name();
  mention.pinpoint = pending_pinpoint_;  // "article 12 of the Universal Declaration"
  mention.symbol = {found.begin, found.end};
  mention.quote = mention.symbol;
  out_.names.push_back(std::move(mention));
}

// Within quotes a name is part of a title. Chinese sets every name between 《 and 》: there it is
// one of a title only where it does not fill them.
bool Scanner::is_title(const FoundName& found) const {
  constexpr std::string_view kOpen = "《";
  constexpr std::string_view kClose = "》";
  if (in_title_marks_) {
    return !text_.substr(0, found.begin).ends_with(kOpen) ||
           !text_.substr(found.end).starts_with(kClose);
  }
  return quoted_;
}

// A note mark right behind the name, or behind the bracket or the stop that closes it: the note's
// record says what it is.
bool Scanner::marked(const FoundName& found) const {
  std::string_view rest = text_.substr(found.end);
  while (!rest.empty()) {
    if (rest.front() == kNoteMarkBegin || rest.starts_with("(\x01")) {  // Arabic: "باريس(³)"
      return true;
    }
    constexpr std::string_view kClosing[] = {"》", "〉", "、", " ", ",", ";", ":", ".", ")", "\""};
    const auto* const closing =
        std::find_if(std::begin(kClosing), std::end(kClosing),
                     [&](std::string_view mark) { return rest.starts_with(mark); });
    if (closing == std::end(kClosing)) {
      return false;
    }
    rest.remove_prefix(closing->size());
  }
  return false;
}

Governing Scanner::governs_name() const {
  if (of_mark_) {
    return *of_mark_;
  }
  return force_.phrase_open ? force_.phrase : force_.verb;
}

}  // namespace lineage::ingest
