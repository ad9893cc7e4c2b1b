#include "ingest/segments/note_marks.h"

#include <utility>

namespace lineage::ingest {

MarkPlace NoteMarks::take(std::uint32_t number) {
  if (!std::exchange(indexed_, true)) {
    for (std::size_t i = marks_.size(); i-- > 0;) {
      by_number_[marks_[i].number].push_back(i);
    }
  }
  const auto known = by_number_.find(number);
  if (known == by_number_.end() || known->second.empty()) {
    return {};
  }
  const std::size_t first = known->second.back();
  known->second.pop_back();
  return marks_[first];
}

}  // namespace lineage::ingest
